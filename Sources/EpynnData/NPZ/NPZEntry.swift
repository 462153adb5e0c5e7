/// An entry as the directory at the end of an archive describes it.
struct NPZEntry {
  let name: String
  let dataStart: Int
  let compressedSize: Int
  let size: Int
  let checksum: UInt32
  let isDeflated: Bool
  /// Where the directory goes on.
  let end: Int

  private static let directorySignature: UInt64 = 0x0201_4B50
  private static let entrySignature: UInt64 = 0x0403_4B50

  init(in bytes: [UInt8], at start: Int, before limit: Int) throws(NPZFault) {
    guard start + 46 <= limit,
      bytes.littleEndian(at: start, width: 4) == NPZEntry.directorySignature
    else { throw .damaged(byte: start) }
    func number(_ offset: Int, _ width: Int) -> Int {
      Int(bytes.littleEndian(at: start + offset, width: width))
    }
    let nameEnd = start + 46 + number(28, 2)
    end = nameEnd + number(30, 2) + number(32, 2)
    guard end <= limit else { throw .damaged(byte: start) }
    name = String(decoding: bytes[start + 46..<nameEnd], as: UTF8.self)
    checksum = UInt32(number(16, 4))
    compressedSize = number(20, 4)
    size = number(24, 4)
    let entryStart = number(42, 4)
    guard compressedSize < 0xFFFF_FFFF, size < 0xFFFF_FFFF, entryStart < 0xFFFF_FFFF else {
      throw .zip64
    }
    guard number(34, 2) == 0 else { throw .severalDisks }
    guard number(8, 2) & 1 == 0 else { throw .encrypted(name) }
    switch number(10, 2) {
    case 0: isDeflated = false
    case 8: isDeflated = true
    case let method: throw .unsupportedMethod(name, method)
    }

    // The entry repeats its name, and has extra fields of its own.
    guard entryStart + 30 <= bytes.count,
      bytes.littleEndian(at: entryStart, width: 4) == NPZEntry.entrySignature
    else { throw .damaged(byte: entryStart) }
    dataStart =
      entryStart + 30 + Int(bytes.littleEndian(at: entryStart + 26, width: 2))
      + Int(bytes.littleEndian(at: entryStart + 28, width: 2))
    guard dataStart + compressedSize <= bytes.count else { throw .damaged(byte: entryStart) }
  }

  /// The bytes of the entry, unpacked and checked.
  func content(of bytes: [UInt8]) throws(NPZFault) -> [UInt8] {
    let packed = dataStart..<dataStart + compressedSize
    let content: [UInt8]
    if isDeflated {
      do throws(InflateFault) {
        content = try Inflate.bytes(of: bytes, packed, limit: size)
      } catch {
        switch error {
        case .tooLong: throw .wrongSize(name, expected: size)
        case .damaged: throw .damagedEntry(name)
        }
      }
    } else {
      content = Array(bytes[packed])
    }
    guard content.count == size else { throw .wrongSize(name, expected: size) }
    guard Checksum.crc32(content) == checksum else { throw .wrongChecksum(name) }
    return content
  }
}
