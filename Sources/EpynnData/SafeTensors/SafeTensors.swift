import EpynnCore

/// A safetensors file: eight bytes with the length of a header, the header, which is JSON, and the
/// tensors' numbers one behind the other.
enum SafeTensors {
  /// Longer headers describe nothing that is read here.
  static let headerLimit = 4 << 20

  /// Whether a file begins with a length that it has, and a JSON object.
  static func isKnown(_ bytes: [UInt8]) -> Bool {
    bytes.count > 9 && bytes[8] == UInt8(ascii: "{")
      && bytes.littleEndian(at: 0, width: 8) <= UInt64(bytes.count - 8)
  }

  /// The tensors that are chosen by their names, in the order of the header, and the other names.
  ///
  /// - Throws: `DataFault`, that of a tensor with its name; what the header says of all of them is
  ///   checked, chosen or not.
  static func arrays(
    in bytes: [UInt8], choosing choose: FileFormat.Choice
  ) throws(DataFault) -> FileFormat.Arrays {
    guard bytes.count >= 8 else { throw DataFault(.notSafeTensors) }
    let length = bytes.littleEndian(at: 0, width: 8)
    guard length <= UInt64(bytes.count - 8) else { throw DataFault(.notSafeTensors) }
    guard length <= UInt64(headerLimit) else { throw DataFault(.tooLarge) }
    let start = 8 + Int(length)
    guard case .object(let members) = try JSONReader.value(of: bytes[8..<start]) else {
      throw DataFault(.notSafeTensors)
    }
    var entries: [SafeTensorEntry] = []
    for member in members where member.name != "__metadata__" {
      entries.append(try SafeTensorEntry(member, dataCount: bytes.count - start))
    }
    try checkBytes(of: entries, count: bytes.count - start)
    let wanted = try choose(entries.map(\.name))
    var arrays: [FileArray] = []
    var others: [String] = []
    for (place, entry) in entries.enumerated() {
      guard wanted.places.contains(place) else {
        others.append(entry.name)
        continue
      }
      do throws(DataFault) { arrays.append(try entry.array(of: bytes[start...])) } catch {
        throw DataFault(.inArchive(entry.name, error.reason))
      }
    }
    return (arrays, others)
  }

  /// Each byte belongs to one tensor.
  private static func checkBytes(
    of entries: [SafeTensorEntry], count: Int
  ) throws(DataFault) {
    var end = 0
    let sorted = entries.map(\.bytes).enumerated().sorted {
      ($0.element.lowerBound, $0.element.upperBound)
        < ($1.element.lowerBound, $1.element.upperBound)
    }
    for entry in sorted.map({ entries[$0.offset] }) {
      guard entry.bytes.lowerBound == end else { throw DataFault(.badOffsets(entry.name)) }
      end = entry.bytes.upperBound
    }
    guard end == count else { throw DataFault(.wrongLength(found: count, expected: end)) }
  }
}
