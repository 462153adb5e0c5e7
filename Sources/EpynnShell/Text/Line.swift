/// What a piece of text means, where colour may say it again.
public enum Style: String, Sendable, Hashable, CaseIterable {
  case plain
  /// What was just written.
  case written
  /// The row, column or cell in focus.
  case focused
  /// A letter of a shape: m, n or u.
  case letter
  /// The letter that is summed away.
  case summed
  /// A heading, or what a lesson's prose stresses.
  case strong
  case emphasis
  case code
  /// Numbers or verdicts that agree, and that do not.
  case agreement
  case difference
  /// What to know about the numbers.
  case warning
  /// Why a line was refused.
  case refusal
  /// What is typed, which reads as it stands wherever it is shown.
  case typed
}

/// A line of the screen: pieces of text with a meaning.
public struct Line: Sendable, Equatable, ExpressibleByStringInterpolation {
  private(set) var pieces: [Piece]

  struct Piece: Sendable, Equatable {
    var text: String
    var style: Style
  }

  public init(_ text: String = "", _ style: Style = .plain) {
    pieces = text.isEmpty ? [] : [Piece(text: text, style: style)]
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The text alone.
  public var text: String { pieces.map(\.text).joined() }

  /// The columns it takes on the screen.
  public var width: Int { pieces.reduce(0) { $0 + $1.text.displayWidth } }

  static func + (left: Line, right: Line) -> Line {
    var sum = left
    sum += right
    return sum
  }

  static func += (left: inout Line, right: Line) {
    left.pieces += right.pieces
  }

  /// The line with each piece of its text changed.
  func mapped(_ change: (String) -> String) -> Line {
    var line = self
    for place in line.pieces.indices { line.pieces[place].text = change(line.pieces[place].text) }
    return line
  }

  /// The line filled with spaces to a width.
  func padded(to width: Int) -> Line {
    let missing = width - self.width
    return missing > 0 ? self + Line(String(repeating: " ", count: missing)) : self
  }

  func indented(by columns: Int) -> Line {
    pieces.isEmpty ? self : Line(String(repeating: " ", count: columns)) + self
  }

  /// The line without the spaces at its end.
  var trimmed: Line {
    var line = self
    while var last = line.pieces.popLast() {
      while last.text.utf8.last == UInt8(ascii: " ") { last.text.unicodeScalars.removeLast() }
      guard last.text.isEmpty else {
        line.pieces.append(last)
        return line
      }
    }
    return line
  }
}
