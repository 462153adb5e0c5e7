internal import CKernels

/// How well outputs meet their targets: EpyNN's metrics, from the counts behind them.
///
/// One output is rounded to 0 or 1; of several the largest is the answer. As in EpyNN the class 0
/// is the positive one.
public struct Score: Sendable, Equatable {
  /// How often a class (row) was answered as a class (column).
  public let confusion: [[Int]]
  /// The samples.
  public let count: Int
  let hits: Int
  /// The mean loss; `nil` where it was not computed.
  public let cost: Double?
  /// Whether the targets name classes; without, only the cost says something.
  public let namesClasses: Bool

  /// The score of outputs `(m, u)` against targets `(m, u)`.
  public init(target: Matrix, output: Matrix, cost: Double? = nil) {
    let wanted = Self.classes(target.elements[...], columns: target.columns)
    let found = Self.classes(output.elements[...], columns: output.columns)
    let size = max(output.columns, 2)
    var confusion = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for (y, p) in zip(wanted, found) where (0..<size).contains(y) && (0..<size).contains(p) {
      confusion[y][p] += 1
    }
    self.confusion = confusion
    namesClasses = target.namesClasses
    self.cost = cost
    count = target.rows
    hits = Self.hits(target: target.elements, output: output.elements, columns: target.columns)
  }

  public var accuracy: Double { Double(hits) / Double(count) }

  private var truePositive: Double { Double(confusion[0][0]) }
  private var falsePositive: Double { Double(confusion[1][0]) }
  private var trueNegative: Double { Double(confusion[1][1]) }
  private var falseNegative: Double { Double(confusion[0][1]) }

  /// Of the positive samples those found; NaN where there are none.
  public var recall: Double { truePositive / (truePositive + falseNegative) }
  /// Of the samples called positive those that are.
  public var precision: Double { truePositive / (truePositive + falsePositive) }
  /// The harmonic mean of both.
  public var fScore: Double {
    truePositive / (truePositive + 0.5 * (falsePositive + falseNegative))
  }
  /// Of the negative samples those found.
  public var specificity: Double { trueNegative / (trueNegative + falsePositive) }
  /// Of the samples called negative those that are: the negative predictive value.
  public var npv: Double { trueNegative / (trueNegative + falseNegative) }

  /// How many outputs say what their targets say; of one column halves go to the even neighbour, as
  /// NumPy rounds.
  static func hits(target: [Double], output: [Double], columns: Int) -> Int {
    guard columns > 0 else { return 0 }
    return target.withUnsafeBufferPointer { target in
      output.withUnsafeBufferPointer { output in
        ck_hits(
          target.baseAddress, output.baseAddress, min(target.count, output.count) / columns, columns
        )
      }
    }
  }

  /// The class of each row; -1 where a single number is neither 0 nor 1 once it is rounded.
  private static func classes(
    _ numbers: some RandomAccessCollection<Double>, columns: Int
  ) -> [Int] {
    var rest = numbers.makeIterator()
    return (0..<(numbers.count / columns)).map { _ in
      var best = (index: 0, number: -Double.infinity)
      for column in 0..<columns {
        guard let number = rest.next() else { break }
        if columns == 1 {
          let rounded = number.rounded(.toNearestOrEven)
          return rounded == 0 ? 0 : rounded == 1 ? 1 : -1
        }
        if number > best.number { best = (column, number) }
      }
      return best.index
    }
  }
}
