extension [UInt8] {
  /// The unsigned number of up to eight bytes, the least significant first.
  func littleEndian(at start: Int, width: Int) -> UInt64 {
    (start..<start + width).reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) }
  }
}
