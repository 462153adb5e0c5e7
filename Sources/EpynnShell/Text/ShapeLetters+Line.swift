import EpynnCore

extension ShapeLetters {
  /// `(m, n)`, the size itself where it has no letter, the letter that is summed away standing out.
  func line(summed: Dimension?, shape: Shape = Shape(1, 1)) -> Line {
    func letter(_ dimension: Dimension?, _ size: Int) -> Line {
      guard let dimension else { return Line("\(size)") }
      return Line(dimension.rawValue, dimension == summed ? .summed : .letter)
    }
    return Line("(") + letter(rows, shape.rows) + Line(", ") + letter(columns, shape.columns)
      + Line(")")
  }
}
