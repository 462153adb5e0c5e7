/// What a program may send to a terminal beside text: the sequences that it and libedit are known
/// to write, at a terminal that calls itself xterm.
enum ShownSequences {
  /// The finals of "ESC [ numbers final": to move, to clear, to insert and delete, colours, modes.
  private static let finals = Set("ABCDGHJKPLM@mhl".utf8)
  private static let plain: Set<UInt8> = [7, 8, 9, 10, 13]

  /// What is none of them, each with what stands around it.
  static func strangers(in bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x1B, let length = sequence(in: bytes[place...]) {
        place += length
        continue
      }
      if byte < 0x20 && !plain.contains(byte) || byte == 0x7F {
        let around = bytes[max(0, place - 30)..<min(bytes.count, place + 20)]
        found.append(String(decoding: around, as: UTF8.self).debugDescription)
      }
      place += 1
    }
    return found
  }

  /// The length of the sequence that the bytes begin with, one that is known.
  private static func sequence(in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.dropFirst().first == UInt8(ascii: "[") else { return nil }
    let rest = bytes.dropFirst(2)
    let body = rest.prefix { (0x30...0x3F).contains($0) }
    guard let final = rest.dropFirst(body.count).first, finals.contains(final) else { return nil }
    let text = String(decoding: body, as: UTF8.self)
    if final == UInt8(ascii: "h") || final == UInt8(ascii: "l") {
      guard text == "?2004" || text == "4" else { return nil }
    } else if !body.allSatisfy({ (0x30...0x3B).contains($0) }) {
      return nil
    }
    return 2 + body.count + 1
  }
}
