/// Unpacks what deflate packed, RFC 1951.
struct Inflate {
  private var reader: BitReader
  private var output: [UInt8] = []
  private let limit: Int
  private var fixed: (HuffmanCode, HuffmanCode)?

  /// The bytes that a range of others unpacks to, no more than the limit.
  static func bytes(
    of bytes: [UInt8], _ range: Range<Int>, limit: Int
  ) throws(InflateFault) -> [UInt8] {
    var inflate = Inflate(reader: BitReader(bytes, range), limit: limit)
    try inflate.readBlocks()
    return inflate.output
  }

  private init(reader: BitReader, limit: Int) {
    self.reader = reader
    self.limit = limit
  }

  private mutating func readBlocks() throws(InflateFault) {
    var isLast = false
    while !isLast {
      isLast = try reader.number(bits: 1) == 1
      switch try reader.number(bits: 2) {
      case 0: try readStored()
      case 1:
        let (literals, distances) = try fixedCodes()
        try readPacked(literals, distances)
      case 2:
        let (literals, distances) = try readCodes()
        try readPacked(literals, distances)
      default: throw .damaged
      }
    }
  }

  private mutating func readStored() throws(InflateFault) {
    let sizes = Array(try reader.wholeBytes(4))
    let size = Int(sizes.littleEndian(at: 0, width: 2))
    guard size == Int(sizes.littleEndian(at: 2, width: 2)) ^ 0xFFFF else { throw .damaged }
    let bytes = try reader.wholeBytes(size)
    try checkRoom(for: size)
    output += bytes
  }

  private mutating func readPacked(
    _ literals: HuffmanCode, _ distances: HuffmanCode
  ) throws(InflateFault) {
    while true {
      let symbol = try literals.symbol(&reader)
      switch symbol {
      case 0..<256:
        try checkRoom(for: 1)
        output.append(UInt8(symbol))
      case 256: return
      default:
        let length = try extended(symbol - 257, DeflateTable.lengths)
        let distance = try extended(try distances.symbol(&reader), DeflateTable.distances)
        guard distance <= output.count else { throw .damaged }
        try checkRoom(for: length)
        // What is copied may itself have been copied just now.
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
  }

  /// The codes of a block, whose lengths are themselves in a code, RFC 1951, 3.2.7.
  private mutating func readCodes() throws(InflateFault) -> (HuffmanCode, HuffmanCode) {
    let literalCount = try reader.number(bits: 5) + 257
    let distanceCount = try reader.number(bits: 5) + 1
    let lengthCount = try reader.number(bits: 4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .damaged }
    var lengths = [Int](repeating: 0, count: DeflateTable.lengthOrder.count)
    for symbol in DeflateTable.lengthOrder.prefix(lengthCount) {
      lengths[symbol] = try reader.number(bits: 3)
    }
    let code = try HuffmanCode(lengths: lengths)

    var found: [Int] = []
    let count = literalCount + distanceCount
    while found.count < count {
      let symbol = try code.symbol(&reader)
      let repeated: (length: Int, times: Int)
      switch symbol {
      case 16:
        guard let last = found.last else { throw .damaged }
        repeated = (last, try reader.number(bits: 2) + 3)
      case 17: repeated = (0, try reader.number(bits: 3) + 3)
      case 18: repeated = (0, try reader.number(bits: 7) + 11)
      default: repeated = (symbol, 1)
      }
      guard found.count + repeated.times <= count else { throw .damaged }
      found += repeatElement(repeated.length, count: repeated.times)
    }
    return (
      try HuffmanCode(lengths: found[..<literalCount]),
      try HuffmanCode(lengths: found[literalCount...])
    )
  }

  private mutating func extended(
    _ symbol: Int, _ table: [DeflateTable.Row]
  ) throws(InflateFault) -> Int {
    guard symbol < table.count else { throw .damaged }
    return table[symbol].base + (try reader.number(bits: table[symbol].bits))
  }

  private func checkRoom(for size: Int) throws(InflateFault) {
    guard size <= limit - output.count else { throw .tooLong }
  }

  /// Built once, as a damaged file may ask for it with every second byte.
  private mutating func fixedCodes() throws(InflateFault) -> (HuffmanCode, HuffmanCode) {
    if let fixed { return fixed }
    let codes = (
      try HuffmanCode(lengths: DeflateTable.fixedLiterals),
      try HuffmanCode(lengths: DeflateTable.fixedDistances)
    )
    fixed = codes
    return codes
  }
}
