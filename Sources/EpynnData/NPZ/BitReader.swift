/// Reads bits from bytes, the least significant bit of each byte first.
struct BitReader {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private var buffer: UInt64 = 0
  private var count = 0

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next bits, at most 32, as a number.
  mutating func number(bits: Int) throws(InflateFault) -> Int {
    while count < bits {
      guard position < end else { throw .damaged }
      buffer |= UInt64(bytes[position]) << UInt64(count)
      position += 1
      count += 8
    }
    let value = Int(buffer & (1 << UInt64(bits) - 1))
    buffer >>= UInt64(bits)
    count -= bits
    return value
  }

  /// The next whole bytes; bits left in the current one are passed over.
  mutating func wholeBytes(_ size: Int) throws(InflateFault) -> ArraySlice<UInt8> {
    position -= count / 8
    buffer = 0
    count = 0
    guard size <= end - position else { throw .damaged }
    position += size
    return bytes[position - size..<position]
  }
}
