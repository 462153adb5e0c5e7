/// Text as XML and HTML hold it.
enum XMLText {
  /// A text in which nothing is a mark.
  static func escaped(_ text: String) -> String { text.visible.spelled(by: marks) }

  private static let marks: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
  ]

  /// An element with text in it, or with others.
  static func element(
    _ name: String, _ attributes: [(String, String)] = [], holding content: String
  ) -> String {
    let written = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    return "<\(name)\(written)>\(content)</\(name)>"
  }
}
