/// Text as a table for a spreadsheet holds it.
enum CSVText {
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field that no spreadsheet takes for a formula, quoted where it must be; a number stays one.
  static func field(_ text: String) -> String {
    let isFormula = Double(text) == nil && text.unicodeScalars.first.map(marks.contains) ?? false
    let shown = (isFormula ? "'" : "") + text.visible
    // By scalars: a quote that bears a mark is a quote.
    let isPlain = !shown.unicodeScalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
    guard !isPlain || shown.isEmpty else { return shown }
    return "\"" + shown.doubling("\"") + "\""
  }

  fileprivate static let marks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
}

extension String {
  /// The text behind the mark that keeps a spreadsheet from taking it for a formula.
  var withoutTextMark: String {
    let rest = unicodeScalars.dropFirst()
    guard unicodeScalars.first == "'", let second = rest.first, CSVText.marks.contains(second)
    else {
      return self
    }
    return String(rest)
  }
}
