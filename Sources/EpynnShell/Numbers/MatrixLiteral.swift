import EpynnCore

extension Matrix {
  /// The matrix in a notation's own words, to be pasted: `np.array([[3, 1],` and so on.
  func literal(in spelling: Spelling, _ precision: Precision) -> [Line] {
    let format = NumberFormat(for: elements, precision: precision)
    let digits = (0..<rows).map { row in (0..<columns).map { format.text(self[row, $0]) } }
    return spelling.lines(of: digits).map { Line($0) }
  }
}
