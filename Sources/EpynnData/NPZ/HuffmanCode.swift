/// A canonical Huffman code: the lengths of its words say all, RFC 1951, 3.2.2.
struct HuffmanCode {
  private static let longest = 15
  /// How many words there are of each length.
  private var counts = [Int](repeating: 0, count: longest + 1)
  /// The symbols by the length of their words, then by themselves.
  private var symbols: [Int] = []

  /// The code in which symbol i has a word of `lengths[i]` bits, none where that is 0.
  init(lengths: some Collection<Int>) throws(InflateFault) {
    for length in lengths where length > 0 { counts[length] += 1 }
    // Words of a length that are still free; each one left is two of the next length.
    var free = 1
    for length in 1...HuffmanCode.longest {
      free = 2 * free - counts[length]
      guard free >= 0 else { throw .damaged }
    }
    // A code with words to spare is none, but for that of a single distance.
    guard free == 0 || counts[2...].allSatisfy({ $0 == 0 }) else { throw .damaged }

    var places = [Int](repeating: 0, count: HuffmanCode.longest + 1)
    for length in 1..<HuffmanCode.longest { places[length + 1] = places[length] + counts[length] }
    symbols = [Int](repeating: 0, count: counts.reduce(0, +))
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[length]] = symbol
      places[length] += 1
    }
  }

  /// The symbol of the next word.
  func symbol(_ reader: inout BitReader) throws(InflateFault) -> Int {
    // The word's place among the words of its length, and that of those among the symbols.
    var place = 0
    var start = 0
    for length in 1...HuffmanCode.longest {
      place = 2 * place + (try reader.number(bits: 1))
      if place < counts[length] { return symbols[start + place] }
      place -= counts[length]
      start += counts[length]
    }
    throw .damaged
  }
}
