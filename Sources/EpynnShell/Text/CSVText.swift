/// A row of a table for a spreadsheet: numbers as they are, text as text.
enum CSVText {
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// In quotes and marked where it must be; what needs neither stays as people would type it.
  static func field(_ text: String) -> String {
    // -inf is a number to Swift, and a formula to a spreadsheet.
    if Double(text) != nil, text.allSatisfy({ "0123456789.eE+-".contains($0) }) { return text }
    let quoted = SpreadsheetText.field(text)
    let inner = String(quoted.unicodeScalars.dropFirst().dropLast())
    let isPlain =
      !inner.isEmpty && !inner.unicodeScalars.contains { ",;\t\"".unicodeScalars.contains($0) }
    return isPlain ? inner : quoted
  }
}
