/// The opening of a fenced block: its mark, its indent, and the word behind it.
package struct Fence: Equatable {
  let mark: Character
  let length: Int
  let indent: Int
  /// The info string: `epynn`, `question`, `lesson`, or another language.
  let info: String

  /// The fence that a line opens; `nil` where it opens none.
  ///
  /// Any indent is taken, so that fences inside lists are found too.
  package init?(opening line: String) {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let length = rest.prefix { $0 == mark }.count
    let info = rest.dropFirst(length).trimmingSpaces
    guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
    self.mark = mark
    self.length = length
    self.indent = indent
    self.info = info
  }

  /// Whether a line closes the block.
  package func isClosed(by line: String) -> Bool {
    let text = line.trimmingSpaces
    return text.count >= length && text.allSatisfy { $0 == mark }
  }

  /// A line of the block without the indent of its fence.
  func content(of line: String) -> String {
    let spaces = line.prefix { $0 == " " }.count
    return String(line.dropFirst(min(spaces, indent)))
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
    return String(rest)
  }
}
