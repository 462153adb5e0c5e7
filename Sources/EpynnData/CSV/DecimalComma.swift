/// Numbers with a decimal comma, where the comma separates nothing: between other signs, and in quotes.
struct DecimalComma {
  private let separator: UInt8
  private var sawComma = false
  private var sawPoint = false

  init(between separator: UInt8) { self.separator = separator }

  /// A field with a point in place of its decimal comma.
  ///
  /// - Throws: `.mixedDecimals` where other numbers of the file have the other sign, which may then
  ///   mark thousands.
  mutating func read(_ field: String) throws(DataFault) -> String {
    guard field.utf8.count < 64 else { return field }
    if let pointed = Self.withPoint(field, between: separator) {
      sawComma = true
      guard !sawPoint else { throw DataFault(.mixedDecimals(field)) }
      return pointed
    }
    guard field.utf8.contains(UInt8(ascii: ".")), CSVTable.number(of: field) != nil else {
      return field
    }
    sawPoint = true
    guard !sawComma else { throw DataFault(.mixedDecimals(field)) }
    return field
  }

  /// The number that a field is between such separators.
  static func number(of field: String, between separator: UInt8) -> Double? {
    CSVTable.number(of: field)
      ?? withPoint(field, between: separator).flatMap(CSVTable.number(of:))
  }

  /// `1.5` of `1,5`; `nil` where that is no number, or between commas may be one of thousands.
  private static func withPoint(_ field: String, between separator: UInt8) -> String? {
    guard separator != UInt8(ascii: ",") || !marksThousands(field),
      let comma = field.utf8.firstIndex(of: UInt8(ascii: ",")),
      !field.utf8.contains(UInt8(ascii: "."))
    else { return nil }
    let pointed = field[..<comma] + "." + field[field.index(after: comma)...]
    return CSVTable.number(of: String(pointed)).map { _ in String(pointed) }
  }

  /// Whether the comma of `1,234` may be one between thousands, as it may not in `0,234` and `1,2345`.
  private static func marksThousands(_ field: String) -> Bool {
    let parts = field.split(separator: ",", omittingEmptySubsequences: false)
    let first = (parts.first ?? "").drop { "+-−".contains($0) }
    return parts.count == 2 && parts[1].count == 3 && (1...3).contains(first.count)
      && first.first != "0"
  }
}
