extension Machine {
  /// Sets W, b, X, Y or the last layer's dA, or a variable's new value for it.
  ///
  /// - Throws: `Fault` where the quantity is computed by a step, or the shape does not fit.
  public mutating func set(
    _ quantity: Quantity, layer: Int, to matrix: Matrix, from origin: Value.Origin = .you
  ) throws(Fault) -> [Consequence] {
    if let cell = matrix.firstCell(where: { !$0.isFinite }) {
      throw .notFiniteCell(quantity, cell)
    }
    try refuseComputed(quantity, layer: layer)
    let value = Value(matrix, from: origin)
    switch quantity {
    case .x: return try setData(value)
    case .y:
      guard let rows = try oneHotRows(of: matrix) else { return setTarget(value) }
      return [.labelsRead(classes: rows.columns)] + setTarget(Value(rows, from: origin))
    case .dA: return try setGiven(value)
    default: return try setParameter(quantity, layer: layer, to: value)
    }
  }

  /// Replaces cells of W, b, X, Y or the last layer's dA; those of a batch are in the training set.
  ///
  /// - Throws: `Fault` as setting the whole does, and where a row or a column is not there.
  public mutating func set(
    _ quantity: Quantity, layer: Int, rows: Selection, columns: Selection, to value: Matrix
  ) throws(Fault) -> [Consequence] {
    try refuseComputed(quantity, layer: layer)
    let shown = try Scope(self, layer: layer).value(of: quantity, layer: layer)
    let whole = editable(quantity, layer: layer) ?? shown
    let operand = Operand(quantity.named(inLayer: layer, of: layers.count), whole.shape)
    let edited = try whole.replacing(rows: rows, columns: columns, of: operand, by: value)
    guard let training, !training.takesAll, quantity == .x || quantity == .y else {
      return try set(quantity, layer: layer, to: edited)
    }
    var all = (quantity == .x ? training.data : training.target).matrix
    for (row, sample) in batchRows(of: training).enumerated() {
      for column in 0..<all.columns { all[sample, column] = edited[row, column] }
    }
    return try set(quantity, layer: layer, to: all)
  }

  /// What an edit of cells begins with. For X that is the data: what forward (1) wrote may be the
  /// batch before.
  package func editable(_ quantity: Quantity, layer: Int) -> Matrix? {
    (quantity == .x && layer == 1 ? data : value(of: quantity, layer: layer))?.matrix
  }

  /// Whether the X that forward (1) wrote is not the data as they are.
  var hasReadAnotherBatch: Bool {
    guard let held = layers.first?.matrix(.x) else { return false }
    return held != data?.matrix
  }

  /// Refuses what a step computes, and a layer that is not there.
  package func refuseComputed(_ quantity: Quantity, layer: Int) throws(Fault) {
    switch quantity {
    case .x where layer == 1, .y: return
    case .w, .b:
      let place = try place(ofLayer: layer)
      if quantity == .b, !layers[place].dense.hasBias { throw .noBias(layer: layer) }
    default:
      let place = quantity.belongsToNetwork ? nil : try place(ofLayer: layer)
      if quantity == .dA, place == layers.count - 1 { return }
      guard let step = Dense.step(writing: quantity) else { throw .notSet(quantity) }
      throw .computed(quantity, by: step)
    }
  }

  private mutating func setData(_ value: Value) throws(Fault) -> [Consequence] {
    var changed = self
    var consequences = changed.leaveTraining()
    consequences += changed.goBackToReader(of: .source(.data))
    // What the last iteration left was computed for another number of samples.
    if changed.data?.matrix.rows != value.matrix.rows { changed.forget(from: 0) }
    changed.data = value
    changed.heldOut.whole = nil
    if !changed.layers.isEmpty { changed.layers[0].tensors[.x] = nil }
    if let first = layers.first, first.matrix(.w)?.rows != value.matrix.columns {
      let hadWeights = first.matrix(.w) != nil
      let turnedFits =
        first.tensors[.w]?.origin == .you && first.matrix(.w)?.rows == value.matrix.rows
      try changed.drawWeights(ofLayer: 1)
      if hadWeights { changed.beginNetwork() }
      changed.forget(from: 0)
      if hadWeights {
        consequences.append(
          .drawnAnew(
            weights: Shape(value.matrix.columns, first.dense.units), turnedFits: turnedFits))
      }
    }
    self = changed
    return consequences + misfits()
  }

  private mutating func setParameter(
    _ quantity: Quantity, layer: Int, to value: Value
  ) throws(Fault) -> [Consequence] {
    let place = try place(ofLayer: layer)
    let units = layers[place].dense.units
    let features = quantity == .b ? 1 : featureCount(ofLayer: layer) ?? value.matrix.rows
    let expected = Shape(features, units)
    guard value.matrix.shape == expected else {
      throw .wrongShape(
        quantity, found: value.matrix.shape, expected: expected,
        fitsColumns: quantity == .w && layer == 1
          && weightsFitColumns(value.matrix.shape, units: units))
    }
    let consequences = goBackToReader(of: .tensor(quantity, layer: layer))
    layers[place].tensors[quantity] = value
    return consequences
  }

  private mutating func setTarget(_ value: Value) -> [Consequence] {
    let wasDrivenByGiven = isDrivenByGiven
    var consequences = leaveTraining()
    consequences += goBackToReader(of: .tensor(.y, layer: 0))
    if wasDrivenByGiven { consequences += goBackToReader(of: .source(.given)) }
    changeDrive { machine in
      machine.target = value
      machine.isDrivenByGiven = false
    }
    heldOut.whole = nil
    if wasDrivenByGiven { consequences.append(.drivenByLoss) }
    return consequences + misfits()
  }

  private mutating func setGiven(_ value: Value) throws(Fault) -> [Consequence] {
    if let output = outputShape, output != value.matrix.shape {
      throw .wrongShape(
        .dA, found: value.matrix.shape, expected: output,
        fitsColumns: outputFitsColumns(value.matrix.shape))
    }
    var consequences = leaveTraining()
    consequences += goBack(
      to: stops.lastIndex { $0.step.writes == [.dA] && $0.layer == layers.count })
    let changesDrive = !isDrivenByGiven && target != nil
    changeDrive { machine in
      machine.given = value
      machine.layers[machine.layers.count - 1].tensors[.dA] = nil
      machine.isDrivenByGiven = true
    }
    if changesDrive { consequences.append(.drivenByGiven) }
    return consequences
  }

  /// Sets the loss; Y and it drive backward (1) from now on.
  public mutating func set(loss newLoss: Loss) -> [Consequence] {
    let wasDrivenByGiven = isDrivenByGiven
    // Without a target the dA that was given goes on driving, and no step has read the loss.
    guard !wasDrivenByGiven || target != nil else {
      namedLoss = newLoss
      return []
    }
    var consequences = goBackToReader(of: wasDrivenByGiven ? .source(.given) : .lossFunction)
    changeDrive { machine in
      machine.namedLoss = newLoss
      if machine.target != nil { machine.isDrivenByGiven = false }
    }
    if wasDrivenByGiven, !isDrivenByGiven { consequences.append(.drivenByLoss) }
    return consequences
  }

  /// Sets η, the learning rate.
  public mutating func set(rate newRate: Double) throws(Fault) -> [Consequence] {
    try learn { $0.rate = newRate }
    return []
  }

  /// Ends a training whose data are about to change; X and Y are the whole training set again.
  private mutating func leaveTraining() -> [Consequence] {
    guard let training else { return [] }
    if !training.takesAll { forget(from: 0) }
    endTraining()
    return [.trainingOver]
  }

  /// A change of what drives backward (1): `loss` comes or goes among the stops.
  private mutating func changeDrive(_ change: (inout Machine) -> Void) {
    let before = next
    change(&self)
    guard let before else { return }
    if let place = stops.firstIndex(of: before) {
      position = place
    } else {
      position = stops.firstIndex { $0.step.phase == .backward } ?? 0
    }
    if isDrivenByGiven { sampleLoss = nil }
    // A loss that came among the stops behind the next one must not be missed.
    if sampleLoss == nil, let loss = stops.firstIndex(where: { $0.step.phase == .loss }),
      loss < position
    {
      position = loss
    }
  }

  func misfits() -> [Consequence] {
    guard let output = outputShape else { return [] }
    if isDrivenByGiven, let shape = given?.matrix.shape, shape != output {
      return [.givenDoesNotFit(shape, output: output)]
    }
    if !isDrivenByGiven, let shape = target?.matrix.shape, shape != output {
      return [
        .targetDoesNotFit(shape, output: output, fitsColumns: outputFitsColumns(shape))
      ]
    }
    return []
  }

  /// The shape A of the last layer has or will have, `(m, u)`; `nil` without data or a layer.
  package var outputShape: Shape? {
    guard let data, let last = layers.last else { return nil }
    return Shape(data.matrix.rows, last.dense.units)
  }

  /// The number of features a layer reads; `nil` where it is not known yet.
  func featureCount(ofLayer layer: Int) -> Int? {
    layer == 1 ? data?.matrix.columns : layers[layer - 2].dense.units
  }
}
