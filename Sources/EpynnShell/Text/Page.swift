/// What one line of input is answered with.
public struct Page: Sendable, Equatable {
  public var lines: [Line]

  public init(_ lines: [Line] = []) {
    self.lines = lines
  }

  public var isEmpty: Bool { lines.isEmpty }

  public static func + (left: Page, right: Page) -> Page { Page(left.lines + right.lines) }

  /// Takes back all but so many of its lines; a count is kept rather than a copy, beside which each
  /// further line would copy all of them.
  mutating func cut(to count: Int) { lines.removeLast(max(lines.count - count, 0)) }

  /// The text to print, each line with its newline.
  ///
  /// - Parameters:
  ///   - paint: how meanings are told by colour too; `nil` leaves them to the words.
  ///   - unicode: whether the screen has more than ASCII.
  public func rendered(in paint: Paint?, unicode: Bool) -> String {
    var text = ""
    for line in lines {
      for piece in line.pieces {
        let visible = piece.text.visible
        let shown = unicode ? visible : visible.asciiOnly
        text += paint?.painted(shown, piece.style) ?? shown
      }
      text += "\n"
    }
    return text
  }

  /// The text without colour, in Unicode.
  public var text: String { rendered(in: nil, unicode: true) }
}
