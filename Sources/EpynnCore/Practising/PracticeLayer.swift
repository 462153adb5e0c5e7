/// A small layer of other numbers at which a mistake gives another number than the right formula.
package struct PracticeLayer: Sendable, Equatable {
  /// The mistake as it is made there.
  package let named: NamedMistake
  /// Stands before the step that is asked for.
  package let machine: Machine
  package let quantity: Quantity
  package let layer: Int
  package let truth: Matrix
  /// What the mistake makes of it.
  package let wrong: Matrix
  /// Where it shows.
  package let cell: Cell
  /// What the right formula and the mistake are computed from.
  package let operands: [CellName]

  private static let tries: UInt64 = 48
  /// How far apart both must be to be told apart by the first digits.
  private static let distance = 0.02

  /// The layer of a number: the same one always.
  ///
  /// - Returns: `nil` where no drawn one has a cell at which both differ.
  package init?(_ named: NamedMistake, number: UInt64) {
    let asked = named.inOneLayer ?? named
    for attempt in 0..<Self.tries {
      var random = RandomGenerator(seeds: [named.machine.seed, number, attempt])
      guard let drawn = asked.machine.redrawn(attempt: Int(attempt), &random),
        let layer = PracticeLayer(asked, in: drawn, takesZero: attempt >= Self.tries / 2)
      else { continue }
      self = layer
      return
    }
    return nil
  }

  private init?(_ named: NamedMistake, in start: Machine, takesZero: Bool) {
    let whole = start.ranOnToUpdate
    let (quantity, layer) = (named.quantity, named.layer)
    let index =
      whole.index(ofStopWriting: quantity, layer: layer)
      ?? whole.stops.firstIndex {
        $0.step.writes.contains(quantity) && ($0.layer == 0 || $0.layer == layer)
      }
    guard let index else { return nil }
    let bench = SketchBench(whole, layer: layer)
    func value(_ formula: Expression) -> Matrix? {
      try? bench.sketch(formula, inLayer: layer)?.matrix()
    }
    guard let truth = value(named.right), let wrong = value(named.formula),
      truth.shape == wrong.shape, let before = try? start.ranAnew(to: { $0 == whole.stops[index] }),
      let cell = Self.cell(truth, wrong, takesZero: takesZero)
    else { return nil }
    self.named = named
    machine = before
    self.quantity = quantity
    self.layer = layer
    self.truth = truth
    self.wrong = wrong
    self.cell = cell
    let read = named.right.dependencies(inLayer: layer)
      .union(named.formula.dependencies(inLayer: layer))
    operands = (1...whole.layers.count).flatMap { owner in
      Quantity.allCases.filter { known in
        let name = known.belongsToNetwork ? 0 : owner
        return read.contains(.tensor(known, layer: name))
          && (!known.belongsToNetwork || owner == layer)
      }.map { CellName($0, layer: owner, Cell(0, 0)) }
    }
  }

  /// One at which both are far enough apart; a right 0 says little, and is taken where all are.
  private static func cell(_ truth: Matrix, _ wrong: Matrix, takesZero: Bool) -> Cell? {
    let cells = truth.elements.indices.filter { index in
      let (right, other) = (truth.elements[index], wrong.elements[index])
      return right.isFinite && other.isFinite && abs(right) < 1000
        && abs(right - other) > distance * max(abs(right), 1)
    }
    let told = cells.first { truth.elements[$0] != 0 } ?? (takesZero ? cells.first : nil)
    return told.map(truth.shape.cell(at:))
  }
}

extension Machine {
  /// A network of the same activations, loss and conventions with few units and small whole numbers.
  fileprivate func redrawn(attempt: Int, _ random: inout RandomGenerator) -> Machine? {
    func whole(_ range: ClosedRange<Int>) -> Double {
      (Double(range.lowerBound) + random.uniform() * Double(range.count)).rounded(.down)
    }
    func matrix(_ rows: Int, _ columns: Int, _ range: ClosedRange<Int>) -> Matrix {
      let elements = (0..<rows * columns).map { _ in whole(range) }
      return Matrix(rows: rows, columns: columns, elements: elements)
    }
    // Some mistakes fit only where sizes are equal, most show best where none are.
    let isSquare = attempt % 3 == 2
    let samples = isSquare ? 2 : 3
    var features = 2
    var small = self
    small.empty()
    small.bug = nil
    small.variables = [:]
    small.holdsExample = false
    guard (try? small.set(.x, layer: 1, to: matrix(samples, features, 0...3))) != nil else {
      return nil
    }
    for (place, layer) in layers.enumerated() {
      let dense = layer.dense
      let isLast = place == layers.count - 1
      let wanted = isSquare ? 2 : isLast ? 3 : 2
      let units = dense.units == 1 && !isSquare ? 1 : min(max(dense.units, 2), wanted)
      // Where it is curved everywhere, large numbers would all come out alike.
      let isStraight = dense.activation.rule.isIdentity || !dense.activation.rule.bends.isEmpty
      let range = isStraight ? -2...2 : -1...1
      let smaller = Dense(
        units: units, activation: dense.activation, initialization: dense.initialization,
        hasBias: dense.hasBias)
      guard (try? small.add(smaller)) != nil,
        (try? small.set(.w, layer: place + 1, to: matrix(features, units, range))) != nil,
        !dense.hasBias
          || (try? small.set(.b, layer: place + 1, to: matrix(1, units, -1...1))) != nil
      else { return nil }
      features = units
    }
    var target = matrix(samples, features, namedLoss.targets == .any ? 0...3 : 0...1)
    if namedLoss.targets == .shares {
      target = target.map { _ in 0 }
      for row in 0..<samples { target[row, Int(whole(0...features - 1))] = 1 }
    }
    guard (try? small.set(.y, layer: 1, to: target)) != nil else { return nil }
    return small
  }
}
