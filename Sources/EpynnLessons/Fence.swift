/// The opening of a fenced block: its mark, its indent, and the word behind it.
package struct Fence: Equatable {
  let mark: Unicode.Scalar
  let length: Int
  let indent: Int
  /// The info string: `epynn`, `question`, `lesson`, or another language.
  let info: String

  /// The fence that a line opens; `nil` where it opens none.
  ///
  /// Any indent is taken, so that fences inside lists are found too.
  package init?(opening line: String) {
    // A mark on the letter behind a sign changes no sign.
    let scalars = line.unicodeScalars
    let indent = scalars.prefix { $0 == " " }.count
    let rest = scalars.dropFirst(indent)
    guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let length = rest.prefix { $0 == mark }.count
    let info = Substring(rest.dropFirst(length)).trimmingSpaces
    guard length >= 3, mark == "~" || !info.unicodeScalars.contains("`") else { return nil }
    self.mark = mark
    self.length = length
    self.indent = indent
    self.info = info
  }

  /// Whether a line closes the block.
  package func isClosed(by line: String) -> Bool {
    let text = line.trimmingSpaces.unicodeScalars
    return text.count >= length && text.allSatisfy { $0 == mark }
  }

  /// A line of the block without the indent of its fence.
  func content(of line: String) -> String {
    let spaces = line.unicodeScalars.prefix { $0 == " " }.count
    return String(line.unicodeScalars.dropFirst(min(spaces, indent)))
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }),
      let last = scalars.lastIndex(where: { $0 != " " && $0 != "\t" })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
