extension [UInt8] {
  /// The unsigned number of up to eight bytes, the least significant first.
  func littleEndian(at start: Int, width: Int) -> UInt64 {
    (start..<start + width).reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) }
  }

  /// Adds a number, the least significant byte first.
  mutating func append(littleEndian number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
