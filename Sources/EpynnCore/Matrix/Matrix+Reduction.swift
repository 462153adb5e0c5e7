/// The direction in which a matrix is reduced, as NumPy numbers it; the axis is kept with size 1.
public enum Axis: Sendable, Hashable {
  /// `axis=0`: over the rows, `(m, u) → (1, u)`.
  case rows
  /// `axis=1`: over the columns, `(m, u) → (m, 1)`.
  case columns
  /// Over all cells, `(m, u) → (1, 1)`.
  case all
}

/// What a reduction makes of a list of numbers.
public enum Reduction: String, Sendable, Hashable, CaseIterable {
  case sum, mean, max, min, argmax, argmin

  /// Whether it says where rather than how much.
  var isPlace: Bool { self == .argmax || self == .argmin }

  /// The numbers reduced to one, in ascending order of the index; none of them is empty.
  public func callAsFunction(_ numbers: some Sequence<Double>) -> Double {
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .mean:
      var sum = 0.0
      var count = 0.0
      for number in numbers {
        sum += number
        count += 1
      }
      return sum / count
    case .max: return best(of: numbers, by: >).number
    case .min: return best(of: numbers, by: <).number
    case .argmax: return Double(best(of: numbers, by: >).index)
    case .argmin: return Double(best(of: numbers, by: <).index)
    }
  }

  /// The first number that beats all before it; NaN beats every number, as in NumPy.
  private func best(
    of numbers: some Sequence<Double>, by beats: (Double, Double) -> Bool
  ) -> (index: Int, number: Double) {
    var best: (index: Int, number: Double)?
    for (index, number) in numbers.enumerated() {
      guard let champion = best else {
        best = (index, number)
        continue
      }
      if champion.number.isNaN { break }
      if number.isNaN || beats(number, champion.number) { best = (index, number) }
    }
    return best ?? (0, .nan)
  }
}

extension Matrix {
  /// The matrix reduced along an axis, which stays with size 1.
  public func reduced(_ reduction: Reduction, along axis: Axis) -> Matrix {
    switch axis {
    case .all: return Matrix(reduction(elements))
    case .rows: return Matrix(rows: 1, columns: columns, elements: reducedRows(reduction))
    case .columns:
      let column = (0..<rows).map { reduction(row($0)) }
      return Matrix(rows: rows, columns: 1, elements: column)
    }
  }

  private func reducedRows(_ reduction: Reduction) -> [Double] {
    switch reduction {
    case .sum: return sumOfRows
    case .mean:
      let count = Double(rows)
      return sumOfRows.map { $0 / count }
    case .max, .min, .argmax, .argmin:
      return (0..<columns).map { column in
        reduction((0..<rows).lazy.map { self[$0, column] })
      }
    }
  }

  /// Each column's sum, in ascending order of the row; the cells are read as they lie.
  private var sumOfRows: [Double] {
    var sums = [Double](repeating: 0, count: columns)
    for row in 0..<rows {
      let start = row * columns
      for column in 0..<columns { sums[column] += elements[start + column] }
    }
    return sums
  }
}
