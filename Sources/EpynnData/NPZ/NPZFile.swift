/// A `.npz` file, NumPy's archive of `.npy` files: a ZIP archive, packed with deflate or not.
public enum NPZFile {
  /// The most bytes one entry may have unpacked, and all of them.
  static let entryLimit = 16 << 20
  public static let limit = 64 << 20

  /// The entries in the order of the archive's directory, unpacked and their checksums compared.
  ///
  /// The names are as the file has them: they may be paths, repeated or empty.
  ///
  /// - Throws: `NPZFault`, whatever the bytes are.
  public static func entries(
    in bytes: [UInt8]
  ) throws(NPZFault) -> [(name: String, bytes: [UInt8])] {
    let directory = try Directory(bytes)
    var entries: [(name: String, bytes: [UInt8])] = []
    var position = directory.start
    var total = 0
    var packed = 0
    for _ in 0..<directory.count {
      let entry = try NPZEntry(in: bytes, at: position, before: directory.end)
      guard entry.size <= entryLimit else {
        throw .entryTooLarge(entry.name, size: entry.size, limit: entryLimit)
      }
      total += entry.size
      guard total <= limit else { throw .tooLarge(limit: limit) }
      // Entries that share bytes would have them unpacked time and again.
      packed += entry.compressedSize
      guard packed <= bytes.count else { throw .damaged(byte: position) }
      entries.append((entry.name, try entry.content(of: bytes)))
      position = entry.end
    }
    return entries
  }

  /// Where the record at the end of an archive says its directory is.
  private struct Directory {
    let start: Int
    let end: Int
    let count: Int

    init(_ bytes: [UInt8]) throws(NPZFault) {
      guard let record = Directory.endRecord(of: bytes) else { throw .notAnArchive }
      func number(_ offset: Int, _ width: Int) -> Int {
        Int(bytes.littleEndian(at: record + offset, width: width))
      }
      count = number(10, 2)
      start = number(16, 4)
      end = start + number(12, 4)
      guard count < 0xFFFF, start < 0xFFFF_FFFF, number(12, 4) < 0xFFFF_FFFF else { throw .zip64 }
      guard number(4, 2) == 0, number(6, 2) == 0, number(8, 2) == count else {
        throw .severalDisks
      }
      guard end <= record else { throw .damaged(byte: record) }
    }

    /// The last record whose comment, of up to 65,535 bytes, ends the file.
    private static func endRecord(of bytes: [UInt8]) -> Int? {
      let last = bytes.count - 22
      guard last >= 0 else { return nil }
      return (max(0, last - 0xFFFF)...last).last { start in
        bytes[start] == 0x50 && bytes.littleEndian(at: start, width: 4) == 0x0605_4B50
          && bytes.littleEndian(at: start + 20, width: 2) == UInt64(last - start)
      }
    }
  }
}
