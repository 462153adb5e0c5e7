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
  ///   - color: whether meanings are told by colour too, as ANSI escapes.
  ///   - unicode: whether the screen has more than ASCII.
  public func rendered(color: Bool, unicode: Bool) -> String {
    var text = ""
    for line in lines {
      for piece in line.pieces {
        let visible = piece.text.visible
        let shown = unicode ? visible : visible.asciiOnly
        text += color ? piece.style.painted(shown) : shown
      }
      text += "\n"
    }
    return text
  }

  /// The text without colour, in Unicode.
  public var text: String { rendered(color: false, unicode: true) }
}

extension Style {
  fileprivate func painted(_ text: String) -> String {
    let code: String
    switch self {
    case .plain: return text
    case .written: code = "1;32"
    case .focused: code = "7"
    case .letter: code = "36"
    case .summed: code = "1;36"
    case .strong: code = "1"
    case .emphasis: code = "3"
    case .code: code = "1"
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
