extension Machine {
  /// Class numbers as one-hot rows, `(m, 1)` or `(1, m) → (m, u)`, where the last layer is softmax and
  /// there is no other way to read them; `nil` where they can be targets as they are, or are none.
  ///
  /// - Throws: `Fault.notAClass` for a class beyond the units.
  package func oneHotRows(of labels: Matrix) throws(Fault) -> Matrix? {
    guard let last = layers.last?.dense, last.units > 1, !last.activation.isElementwise,
      let samples = data?.matrix.rows, labels.elements.count == samples,
      labels.columns == 1 || labels.rows == 1, labels.shape != Shape(samples, last.units),
      labels.elements.allSatisfy({ $0 >= 0 && $0 == $0.rounded() })
    else { return nil }
    return try Matrix(classNumbers: labels.elements, classes: last.units)
  }

  /// Reads a target that is there as class numbers, where a layer that came makes it so.
  mutating func readLabels() throws(Fault) -> [Consequence] {
    guard let target, let rows = try oneHotRows(of: target.matrix) else { return [] }
    self.target = Value(rows, from: target.origin)
    return [.labelsRead(classes: rows.columns)]
  }
}
