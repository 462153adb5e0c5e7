/// Text as LaTeX prints it, letter by letter, with a stock pdflatex.
enum TeXText {
  /// A text in which nothing is a command.
  static func plain(_ text: String) -> String {
    text.visible.reduce(into: "") { result, character in
      if let escaped = escapes[character] {
        result += escaped
      } else if let sign = MathText.signs[character] {
        result += sign.hasPrefix("^") || sign.hasPrefix("_") ? "${}\(sign)$" : "$\(sign)$"
      } else if character.unicodeScalars.allSatisfy({ $0.value < 0x180 }) {
        result.append(character)
      } else {
        // Its fonts have no other letters.
        result += String(character).asciiOnly == "?" ? "?" : plain(String(character).asciiOnly)
      }
    }
  }

  private static let escapes: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
    "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "\\textquotedbl{}",
    "'": "\\textquotesingle{}", "`": "\\textasciigrave{}", "-": "{-}", "\u{301}": "",
  ]
}
