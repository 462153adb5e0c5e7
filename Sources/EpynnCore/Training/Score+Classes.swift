/// Each class by itself, where there are more than the two of EpyNN's metrics.
extension Score {
  /// Of the samples of a class those answered as it; `nil` where there are none.
  package func recall(ofClass index: Int) -> Double? {
    Self.share(confusion[index][index], of: confusion[index].reduce(0, +))
  }

  /// Of the samples answered as a class those that are of it; `nil` where none was.
  package func precision(ofClass index: Int) -> Double? {
    Self.share(confusion[index][index], of: confusion.reduce(0) { $0 + $1[index] })
  }

  /// The mean of the classes' recalls; those without a sample are left out.
  package var meanRecall: Double { Self.mean(confusion.indices.compactMap(recall)) }

  /// The mean of the classes' precisions, 0 for one that was never answered although there are
  /// samples of it; those with neither are left out.
  package var meanPrecision: Double {
    Self.mean(
      confusion.indices.compactMap { index in
        precision(ofClass: index) ?? recall(ofClass: index).map { _ in 0 }
      })
  }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.isEmpty ? .nan : numbers.reduce(0, +) / Double(numbers.count)
  }
}

extension Matrix {
  /// Whether its rows, as targets, name classes: all cells 0 or 1, of several a single 1 in a row.
  var namesClasses: Bool {
    elements.allSatisfy { $0 == 0 || $0 == 1 }
      && (columns == 1 || (0..<rows).allSatisfy { row($0).reduce(0, +) == 1 })
  }
}
