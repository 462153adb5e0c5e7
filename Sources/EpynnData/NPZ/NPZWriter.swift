import EpynnCore

/// Writes NumPy's archive of several arrays: a zip whose entries are stored as they are.
package enum NPZWriter {
  package static func bytes(of tensors: [NamedMatrix]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for tensor in tensors {
      let entry = Entry(
        name: Array("\(tensor.name).npy".utf8), content: NPYWriter.bytes(of: tensor),
        offset: bytes.count)
      bytes += entry.local
      directory += entry.central
    }
    let start = bytes.count
    bytes += directory
    bytes.append(littleEndian: UInt32(0x0605_4B50))
    bytes += [0, 0, 0, 0]
    bytes.append(littleEndian: UInt16(tensors.count))
    bytes.append(littleEndian: UInt16(tensors.count))
    bytes.append(littleEndian: UInt32(directory.count))
    bytes.append(littleEndian: UInt32(start))
    return bytes + [0, 0]
  }

  /// The headers of one file of a zip, by PKWARE's APPNOTE 4.3.
  private struct Entry {
    let name: [UInt8]
    let content: [UInt8]
    let offset: Int

    /// What both headers share: whether the name is UTF-8, no compression, the first day that a zip knows, the
    /// checksum, both sizes, the length of the name, and none of what else may follow it.
    private var shared: [UInt8] {
      let isUTF8 = name.contains { $0 > 0x7F }
      var bytes: [UInt8] = [0, isUTF8 ? 8 : 0, 0, 0, 0, 0, 0x21, 0]
      bytes.append(littleEndian: Checksum.crc32(content))
      bytes.append(littleEndian: UInt32(content.count))
      bytes.append(littleEndian: UInt32(content.count))
      bytes.append(littleEndian: UInt16(name.count))
      return bytes + [0, 0]
    }

    var local: [UInt8] {
      var bytes: [UInt8] = []
      bytes.append(littleEndian: UInt32(0x0403_4B50))
      return bytes + [20, 0] + shared + name + content
    }

    var central: [UInt8] {
      var bytes: [UInt8] = []
      bytes.append(littleEndian: UInt32(0x0201_4B50))
      bytes += [20, 0, 20, 0] + shared + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      bytes.append(littleEndian: UInt32(offset))
      return bytes + name
    }
  }
}
