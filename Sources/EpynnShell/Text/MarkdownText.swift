/// Text as Markdown shows it, letter by letter.
enum MarkdownText {
  /// A text in which nothing is a mark, on a line of its own or in a cell.
  static func plain(_ text: String) -> String {
    let visible = text.visible
    var plain = visible.spelled(by: marks)
    // Headings, lists and rules begin a line.
    let digits = visible.prefix { $0.isASCII && $0.isNumber }.count
    guard let sign = visible.dropFirst(digits).first,
      (digits == 0 ? "+-=" : ".)").contains(sign)
    else { return plain }
    plain.insert("\\", at: plain.index(plain.startIndex, offsetBy: digits))
    return plain
  }

  /// A table: the first row is its head; numbers stand at the right.
  static func table(_ rows: [[String]]) -> String {
    guard let head = rows.first else { return "" }
    let rule = head.map { _ in "--:" }
    return ([head, rule] + rows.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |\n" }
      .joined()
  }

  private static let marks: [Unicode.Scalar: String] = {
    var marks: [Unicode.Scalar: String] = [:]
    for mark in "\\`*_[]<>#|~&".unicodeScalars { marks[mark] = "\\\(mark)" }
    // A formula begins even behind a backslash.
    marks["$"] = "&#36;"
    return marks
  }()
}
