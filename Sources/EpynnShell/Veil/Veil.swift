import EpynnCore

/// What may not be seen of a machine: what is covered, what is to come while steps are predicted,
/// and what the formulas give while a mistake is to be found.
struct Veil: Sendable {
  let covers: [Cover]
  private(set) var prediction: Prediction
  /// Whether what the documentation's formulas give would tell a mistake that is to be found.
  let hidesMistake: Bool
  /// What is asked of the room.
  let asked: Asked?

  init(_ aids: Aids, bug: Bug?, asked: Asked? = nil) {
    covers = aids.covers + aids.held + [asked?.cover].compactMap(\.self)
    self.asked = asked
    prediction = aids.prediction
    hidesMistake = bug?.isHidden ?? false
  }

  /// The same where nothing is left to predict.
  var afterPrediction: Veil {
    var veil = self
    veil.prediction = Prediction()
    return veil
  }

  /// A tensor of a layer without the cells that are covered, in it or where the same numbers stand.
  func veiled(_ matrix: Matrix, of quantity: Quantity, layer: Int, in machine: Machine) -> Matrix {
    let over = covers(over: quantity, layer: layer, in: machine)
    guard !over.isEmpty else { return matrix }
    let shown = over.map { $0.visibility(matrix.shape) }
    return matrix.veiled { cell in shown.contains { $0?[cell] != 1 } }
  }

  /// The covers of a tensor, and of those that hold the same numbers by construction.
  func covers(over quantity: Quantity, layer: Int, in machine: Machine) -> [Cover] {
    guard !covers.isEmpty else { return [] }
    let twins = machine.twins(of: TensorName(quantity, layer: layer))
    return covers.filter {
      twins.contains(TensorName($0.quantity, layer: $0.layer)) && $0.iteration <= machine.iteration
    }
  }

  /// A number that is a cell's by construction, unless that cell is covered.
  func covered(_ number: Double, of name: CellName, in machine: Machine) -> Double {
    let covers = covers(over: name.quantity, layer: name.layer, in: machine)
    guard !covers.isEmpty else { return number }
    let (row, column) = (name.cell.row, name.cell.column)
    let shape =
      machine.value(of: name.quantity, layer: name.layer)?.matrix.shape
      ?? Shape(row + 1, column + 1)
    let isShown = covers.allSatisfy { cover in
      cover.visibility(shape).map { $0.holds(name.cell) && $0[row, column] == 1 } ?? false
    }
    return isShown ? number : .veiled
  }

  /// A number made of the loss of the samples, such as the cost: it would tell of a loss that is
  /// covered.
  func cost(_ number: Double) -> Double {
    covers.contains { $0.quantity == .loss } ? .veiled : number
  }

  /// Whether a step is predicted and has not run yet in a layer of this iteration.
  func awaits(_ quantity: Quantity, layer: Int, in machine: Machine) -> Bool {
    guard let step = Dense.step(writing: quantity) else { return false }
    let stop = machine.stops.firstIndex {
      $0.step == step && (quantity.belongsToNetwork || $0.layer == layer)
    }
    guard let stop, stop >= machine.position else { return false }
    return prediction.asks(before: machine.stops[stop])
  }
}

extension Machine {
  /// The tensors that hold the same numbers cell by cell, whatever the numbers are.
  func twins(of name: TensorName) -> Set<TensorName> {
    var found: Set = [name]
    var waiting = [name]
    while let next = waiting.popLast() {
      for twin in neighbours(of: next) where found.insert(twin).inserted { waiting.append(twin) }
    }
    return found
  }

  /// What is handed on between layers, what an identity passes, and the sum over a single sample.
  private func neighbours(of name: TensorName) -> [TensorName] {
    let layer = name.layer
    let isOneSample = data?.matrix.rows == 1
    let isIdentity =
      layers.place(counting: layer).map { layers[$0].dense.activation.rule.isIdentity } ?? false
    func twin(_ quantity: Quantity, offset: Int = 0, if holds: Bool) -> [TensorName] {
      holds ? [TensorName(quantity, layer: layer + offset)] : []
    }
    switch name.quantity {
    case .x: return twin(.a, offset: -1, if: layer > 1)
    case .a: return twin(.x, offset: 1, if: layer < layers.count) + twin(.z, if: isIdentity)
    case .z: return twin(.a, if: isIdentity)
    case .dA:
      return twin(.dX, offset: 1, if: layer < layers.count) + twin(.dZ, if: isIdentity)
    case .dX: return twin(.dA, offset: -1, if: layer > 1)
    case .dZ: return twin(.dA, if: isIdentity) + twin(.db, if: isOneSample)
    case .db: return twin(.dZ, if: isOneSample)
    case .w, .b, .y, .loss, .dW: return []
    }
  }
}
