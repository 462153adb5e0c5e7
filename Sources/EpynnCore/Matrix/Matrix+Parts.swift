extension Matrix {
  /// The cells in the selected rows and columns; the operand is what an error names.
  ///
  /// - Throws: `Fault.outside`; `Fault.emptyShape` where a range is empty.
  public func part(
    rows rowSelection: Selection, columns columnSelection: Selection, of operand: Operand
  ) throws(Fault) -> Matrix {
    let (picked, pickedColumns) = try indices(rowSelection, columnSelection, of: operand)
    let elements = picked.flatMap { row in pickedColumns.map { self[row, $0] } }
    return Matrix(rows: picked.count, columns: pickedColumns.count, elements: elements)
  }

  /// The matrix with the selected cells replaced; the value's sizes of 1 are stretched.
  ///
  /// - Throws: `Fault.partShape` where the value does not fit the cells, and as `part` does.
  public func replacing(
    rows rowSelection: Selection, columns columnSelection: Selection, of operand: Operand,
    by value: Matrix
  ) throws(Fault) -> Matrix {
    let (picked, pickedColumns) = try indices(rowSelection, columnSelection, of: operand)
    let target = Shape(picked.count, pickedColumns.count)
    guard value.shape.stretched(with: target) == target else {
      throw .partShape(value.shape, expected: target)
    }
    let stretched = try value.stretched(to: target)
    var result = self
    for (i, row) in picked.enumerated() {
      for (j, column) in pickedColumns.enumerated() { result[row, column] = stretched[i, j] }
    }
    return result
  }

  private func indices(
    _ rowSelection: Selection, _ columnSelection: Selection, of operand: Operand
  ) throws(Fault) -> (Range<Int>, Range<Int>) {
    guard let picked = rowSelection.indices(among: rows),
      let pickedColumns = columnSelection.indices(among: columns)
    else { throw .outside(rows: rowSelection, columns: columnSelection, of: operand) }
    try Shape(picked.count, pickedColumns.count).checkSize()
    return (picked, pickedColumns)
  }
}
