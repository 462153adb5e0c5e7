import EpynnCore

/// A matrix under a name, as a file of several holds it.
package struct NamedMatrix: Sendable {
  package let name: String
  package let matrix: Matrix
  /// The type in which its numbers are written.
  package let type: NPYType
  /// Whether it is written as a list, with one dimension only.
  package let isFlat: Bool

  package init(
    name: String, matrix: Matrix, type: NPYType = .double, isFlat: Bool = false
  ) {
    self.name = name
    self.matrix = matrix
    self.type = type
    self.isFlat = isFlat
  }

  /// The sizes of its dimensions.
  var sizes: [Int] { isFlat ? [matrix.elements.count] : [matrix.rows, matrix.columns] }
}

/// Writes NumPy's file of one array: row by row, version 1.0.
package enum NPYWriter {
  package static func bytes(of tensor: NamedMatrix) -> [UInt8] {
    let (type, spelled) = tensor.type.forNumPy
    let sizes = tensor.sizes.map(String.init).joined(separator: ", ")
    // Python's tuple of one has a comma behind it.
    let shape = "(\(sizes)\(tensor.isFlat ? "," : ""))"
    var header = "{'descr': '\(spelled)', 'fortran_order': False, 'shape': \(shape), }"
    // Magic, version and length take ten bytes; the numbers begin at a multiple of 64.
    let unpadded = 10 + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    var bytes = NPYFile.magic + [1, 0]
    bytes.append(littleEndian: UInt16(header.utf8.count))
    bytes += Array(header.utf8)
    bytes.append(cellsOf: tensor.matrix, as: type)
    return bytes
  }
}
