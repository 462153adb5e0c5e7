import EpynnCore

extension Matrix {
  /// The matrix as a NumPy literal that reads back, one row a line: `np.array([[3, 1],`.
  func numPyLiteral(_ precision: Precision) -> [Line] {
    let opening = "np.array(["
    let format = NumberFormat(for: elements, precision: precision)
    return (0..<rows).map { row in
      let cells = (0..<columns).map { format.text(self[row, $0]) }.joined(separator: ", ")
      let start = row == 0 ? opening : String(repeating: " ", count: opening.count)
      return Line("\(start)[\(cells)]\(row == rows - 1 ? "])" : ",")")
    }
  }
}
