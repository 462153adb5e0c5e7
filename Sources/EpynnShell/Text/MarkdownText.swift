/// Text as Markdown shows it, letter by letter.
enum MarkdownText {
  /// A text in which nothing is a mark.
  static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.visible {
      if marks.contains(character) { plain.append("\\") }
      plain.append(character)
    }
    return plain
  }

  /// A table: the first row is its head; numbers stand at the right.
  static func table(_ rows: [[String]]) -> String {
    guard let head = rows.first else { return "" }
    let rule = head.map { _ in "--:" }
    return ([head, rule] + rows.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |\n" }
      .joined()
  }

  private static let marks = Set("\\`*_{}[]<>()#+-!|~&\"'")
}
