/// Numbers with a decimal comma, where the comma separates nothing.
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
    guard separator != UInt8(ascii: ","), field.utf8.count < 64 else { return field }
    if let pointed = Self.withPoint(field) {
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
      ?? (separator == UInt8(ascii: ",") ? nil : withPoint(field).flatMap(CSVTable.number(of:)))
  }

  /// `1.5` of `1,5`; `nil` where that is no number.
  private static func withPoint(_ field: String) -> String? {
    guard let comma = field.utf8.firstIndex(of: UInt8(ascii: ",")),
      !field.utf8.contains(UInt8(ascii: "."))
    else { return nil }
    let pointed = field[..<comma] + "." + field[field.index(after: comma)...]
    return CSVTable.number(of: String(pointed)).map { _ in String(pointed) }
  }
}
