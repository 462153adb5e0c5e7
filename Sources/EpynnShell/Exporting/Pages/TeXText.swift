/// Text as LaTeX prints it, letter by letter, with the fonts that every pdflatex has as outlines.
enum TeXText {
  /// A text in which nothing is a command.
  static func plain(_ text: String) -> String {
    var result = ""
    // A word without an end is broken somewhere.
    var wordLength = 0
    for character in text.visible {
      wordLength = character == " " ? 0 : wordLength + 1
      if wordLength > 0, wordLength.isMultiple(of: unbrokenLimit) { result += "\\allowbreak{}" }
      result += printed(character)
    }
    return result
  }

  /// A line of the screen as lines of typed letters, none longer than the page is wide.
  static func typed(_ line: String) -> [String] {
    let letters = line.visible.asciiOnly.map { character -> String in
      if character == " " { return "~" }
      guard let code = character.asciiValue, !character.isLetter, !character.isNumber else {
        return String(character)
      }
      return "{\\char\(code)}"
    }
    guard letters.count > typedLimit else { return [letters.joined()] }
    return stride(from: 0, to: letters.count, by: typedLimit).map { start in
      letters[start..<min(start + typedLimit, letters.count)].joined()
    }
  }

  private static let (unbrokenLimit, typedLimit) = (20, 96)

  private static func printed(_ character: Character) -> String {
    if let escaped = escapes[character] { return escaped }
    if let sign = MathText.signs[character] ?? furtherSigns[character] {
      return sign.hasPrefix("^") || sign.hasPrefix("_") ? "${}\(sign)$" : "$\(sign)$"
    }
    if character.isASCII { return String(character) }
    // As one scalar, however it was typed.
    if let place = lettersWithAccents.firstIndex(of: character) {
      return String(lettersWithAccents[place])
    }
    let look = String(character).asciiOnly
    return look == "?" ? look : plain(look)
  }

  private static let escapes: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "{\\char36}", "&": "\\&", "#": "\\#",
    "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "{\\char34}",
    "'": "{'}", "`": "{\\char18}", "-": "{-}",
  ]

  private static let furtherSigns: [Character: String] = [
    "±": "\\pm", "÷": "\\div", "¬": "\\neg", "°": "^\\circ", "µ": "\\mu", "¹": "^1", "³": "^3",
    "§": "\\mathsection", "¶": "\\mathparagraph",
  ]

  /// Those that its fonts have, or put together.
  private static let lettersWithAccents = Set(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĆćĈĉĊċČčĎďĒēĔĕĖėĚěĜĝĞğĠġĢģĤĥĨĩĪī"
      + "ĬĭİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŴŵŶŷŸŹźŻżŽž¡¿")
}
