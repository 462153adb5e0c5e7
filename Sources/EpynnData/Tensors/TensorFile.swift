import EpynnCore

/// A file of several named arrays: `.npz`, or CSV with names between the tables; or of one, named
/// by the file.
public enum TensorFile {
  /// The arrays whose names are wanted, in the file's order, and the other names.
  ///
  /// - Parameter name: the file's, without its folder and its ending.
  /// - Throws: `DataFault`, that of an array in an archive with its name.
  public static func arrays(
    in bytes: [UInt8], named name: String, where isWanted: (String) -> Bool
  ) throws(DataFault) -> (arrays: [FileArray], others: [String]) {
    if bytes.starts(with: Array("PK".utf8)) { return try archived(bytes, where: isWanted) }
    if bytes.starts(with: NPYFile.magic) {
      return ([try NPYFile.array(named: name, reading: bytes)], [])
    }
    return (try TableFile.arrays(in: bytes, named: name, where: isWanted), [])
  }

  private static func archived(
    _ bytes: [UInt8], where isWanted: (String) -> Bool
  ) throws(DataFault) -> (arrays: [FileArray], others: [String]) {
    let entries: [(name: String, bytes: [UInt8])]
    do throws(NPZFault) { entries = try NPZFile.entries(in: bytes) } catch {
      throw DataFault(.archive(error))
    }
    var arrays: [FileArray] = []
    var others: [String] = []
    for entry in entries {
      let name = entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name
      guard isWanted(name) else {
        others.append(name)
        continue
      }
      do throws(DataFault) {
        arrays.append(try NPYFile.array(named: name, reading: entry.bytes))
      } catch { throw DataFault(.inArchive(name, error.reason)) }
    }
    return (arrays, others)
  }
}
