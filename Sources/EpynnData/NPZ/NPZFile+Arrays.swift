import EpynnCore

extension NPZFile {
  /// The arrays of an archive whose names are wanted, in its order, and the other names.
  ///
  /// - Throws: `DataFault`, that of an array with its name.
  static func arrays(
    in bytes: [UInt8], where isWanted: (String) -> Bool
  ) throws(DataFault) -> FileFormat.Arrays {
    let entries: [(name: String, bytes: [UInt8])]
    do throws(NPZFault) { entries = try self.entries(in: bytes) } catch {
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

  /// The arrays X and Y of an archive as data; the case of their names does not matter, and a list
  /// has no columns.
  ///
  /// - Throws: `DataFault`, `.noArray` where one is missing, `.noRoom`.
  static func samples(
    in bytes: [UInt8], options: DataSet.Options, room: Int
  ) throws(DataFault) -> DataSet {
    guard options.label == nil, !options.oneHot else { throw DataFault(.labelInArchive) }
    let arrays = try arrays(in: bytes) { ["X", "Y"].contains($0.uppercased()) }.arrays
    func matrix(_ name: String) throws(DataFault) -> Matrix {
      guard let array = arrays.first(where: { $0.name.uppercased() == name }) else {
        throw DataFault(.noArray(name))
      }
      let matrix = array.numbers.matrix
      return options.samplesInColumns && !array.isFlat ? matrix.transposed : matrix
    }
    let x = try matrix("X")
    var y = try matrix("Y")
    // A list of a number a sample is a column.
    if y.rows == 1, y.columns == x.rows { y = y.transposed }
    let samples = Samples(x: x, y: y)
    let needed = (samples.x.elements.count + samples.y.elements.count) * 8
    guard needed <= room else { throw DataFault(.noRoom(needed: needed, room: room)) }
    let set = DataSet(samples: samples)
    return options.scales ? set.scaled : set
  }
}
