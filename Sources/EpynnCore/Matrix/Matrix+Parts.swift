extension Matrix {
  /// The cells in the selected rows and columns.
  ///
  /// - Throws: `Fault.rowOutside` or `.columnOutside`; `Fault.emptyShape` where a range is empty.
  public func part(
    rows rowSelection: Selection, columns columnSelection: Selection, of operand: Operand
  ) throws(Fault) -> Matrix {
    guard let picked = rowSelection.indices(among: rows) else {
      throw .rowOutside(rowSelection.index, of: operand)
    }
    guard let pickedColumns = columnSelection.indices(among: columns) else {
      throw .columnOutside(columnSelection.index, of: operand)
    }
    try Shape(picked.count, pickedColumns.count).checkSize()
    let elements = picked.flatMap { row in pickedColumns.map { self[row, $0] } }
    return Matrix(rows: picked.count, columns: pickedColumns.count, elements: elements)
  }

  /// The (n, n) matrix with 1 on the diagonal.
  public init(identity size: Int) throws(Fault) {
    try self.init(Shape(size, size))
    for index in 0..<size { self[index, index] = 1 }
  }
}

extension Selection {
  /// The index of a single one; a range cannot lie outside.
  fileprivate var index: Int {
    if case .one(let index) = self { index } else { 0 }
  }
}
