/// Text as XML and HTML hold it.
enum XMLText {
  /// A text in which nothing is a mark.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.visible {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// An element with text in it, or with others.
  static func element(
    _ name: String, _ attributes: [(String, String)] = [], holding content: String
  ) -> String {
    let written = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    return "<\(name)\(written)>\(content)</\(name)>"
  }
}
