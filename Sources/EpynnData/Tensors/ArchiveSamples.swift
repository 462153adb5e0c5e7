import EpynnCore

/// X and Y of a file of several arrays as data.
enum ArchiveSamples {
  /// The arrays X and Y; the case of their names does not matter, and a list has no columns.
  ///
  /// - Parameter arrays: reads the arrays that are chosen.
  /// - Throws: `DataFault`, `.noArray` where one is missing, `.noRoom`.
  static func samples(
    options: DataSet.Options, room: Int,
    of arrays: (FileFormat.Choice) throws(DataFault) -> FileFormat.Arrays
  ) throws(DataFault) -> DataSet {
    guard options.label == nil, !options.oneHot else { throw DataFault(.labelInArchive) }
    let found = try arrays { names throws(DataFault) in
      FileFormat.Wanted(
        Set(names.indices.filter { ["X", "Y"].contains(names[$0].uppercased()) }))
    }.arrays
    func matrix(_ name: String) throws(DataFault) -> Matrix {
      guard let array = found.first(where: { $0.name.uppercased() == name }) else {
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
