/// Text as a table for a spreadsheet holds it.
enum CSVText {
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field that no spreadsheet takes for a formula, quoted where it must be; a number stays one.
  static func field(_ text: String) -> String {
    let isFormula = Double(text) == nil && text.first.map { marks.contains($0) } ?? false
    let shown = (isFormula ? "'" : "") + text.visible
    guard shown.contains(where: { ",;\"\n\r\t".contains($0) }) || shown.isEmpty else {
      return shown
    }
    return "\"" + shown.replacing("\"", with: "\"\"") + "\""
  }

  fileprivate static let marks: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]
}

extension String {
  /// The text behind the mark that keeps a spreadsheet from taking it for a formula.
  var withoutTextMark: String {
    guard first == "'", let second = dropFirst().first, CSVText.marks.contains(second) else {
      return self
    }
    return String(dropFirst())
  }
}
