import EpynnCore

/// A matrix under a name, as a file of several holds it.
package struct NamedMatrix: Sendable {
  package let name: String
  package let matrix: Matrix

  package init(name: String, matrix: Matrix) {
    self.name = name
    self.matrix = matrix
  }
}

/// Writes NumPy's file of one array: float64, row by row, version 1.0.
package enum NPYWriter {
  package static func bytes(of matrix: Matrix) -> [UInt8] {
    var header =
      "{'descr': '<f8', 'fortran_order': False, 'shape': (\(matrix.rows), \(matrix.columns)), }"
    // Magic, version and length take ten bytes; the numbers begin at a multiple of 64.
    let unpadded = 10 + header.utf8.count + 1
    header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
    var bytes = NPYFile.magic + [1, 0]
    bytes.append(littleEndian: UInt16(header.utf8.count))
    bytes += Array(header.utf8)
    bytes.append(cellsOf: matrix)
    return bytes
  }
}
