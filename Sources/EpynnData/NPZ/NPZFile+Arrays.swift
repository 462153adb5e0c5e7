import EpynnCore

extension NPZFile {
  /// The arrays of an archive that are chosen by their names, in its order, and the other names.
  ///
  /// - Throws: `DataFault`, that of an array with its name.
  static func arrays(
    in bytes: [UInt8], choosing choose: FileFormat.Choice
  ) throws(DataFault) -> FileFormat.Arrays {
    let entries: [(name: String, bytes: [UInt8])]
    do throws(NPZFault) { entries = try self.entries(in: bytes) } catch {
      throw DataFault(.archive(error))
    }
    let names = entries.map { $0.name.hasSuffix(".npy") ? String($0.name.dropLast(4)) : $0.name }
    let wanted = try choose(names)
    var arrays: [FileArray] = []
    var others: [String] = []
    for (place, name) in names.enumerated() {
      guard wanted.places.contains(place) else {
        others.append(name)
        continue
      }
      do throws(DataFault) {
        arrays.append(try NPYFile.array(named: name, reading: entries[place].bytes))
      } catch { throw DataFault(.inArchive(name, error.reason)) }
    }
    return (arrays, others)
  }
}
