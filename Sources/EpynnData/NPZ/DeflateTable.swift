/// The constants of deflate, RFC 1951, 3.2.5 to 3.2.7.
enum DeflateTable {
  /// The least number a symbol stands for, and how many bits that follow are added to it.
  struct Row {
    let base: Int
    let bits: Int
  }

  /// Of symbols 257 to 285: the last one breaks the rule of the others.
  static let lengths =
    rows(from: 3, bits: Array(repeating: 0, count: 8) + doubling(by: 4, upTo: 5))
    + [Row(base: 258, bits: 0)]

  static let distances =
    rows(from: 1, bits: [0, 0, 0, 0] + doubling(by: 2, upTo: 13))

  /// The order in which a block gives the lengths of its code of lengths.
  static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  static let fixedLiterals =
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
    + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)

  static let fixedDistances = Array(repeating: 5, count: 32)

  private static func doubling(by count: Int, upTo bits: Int) -> [Int] {
    (1...bits).flatMap { Array(repeating: $0, count: count) }
  }

  private static func rows(from first: Int, bits: [Int]) -> [Row] {
    var base = first
    return bits.map { bits in
      defer { base += 1 << bits }
      return Row(base: base, bits: bits)
    }
  }
}
