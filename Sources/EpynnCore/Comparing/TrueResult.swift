/// A quantity as the documentation's formulas have it, and the machine that is about to compute it.
struct TrueResult {
  let quantity: Quantity
  let layer: Int
  /// The machine before the first step that may be wrong, without a bug.
  let start: Machine
  /// The same just before the step that writes the quantity.
  let before: Machine
  /// What that step writes.
  let matrix: Matrix
  /// How one number is made of those of the samples, where it is the loss as one number.
  var reduction: Reduction?
  /// What else the learner has that is right: a mistake made on the way would have changed it.
  var witnesses: [Witness] = []

  /// What a mistake makes of the quantity, as one number where the truth is one.
  func reduced(_ outcome: Matrix) -> Matrix {
    reduction.map { Matrix($0(outcome.elements)) } ?? outcome
  }
}

/// A tensor of the learner's that agrees.
struct Witness {
  let quantity: Quantity
  let layer: Int
  let numbers: OwnNumbers

  /// Whether the learner could have it beside what a machine holds.
  func agrees(with machine: Machine) -> Bool {
    guard let value = machine.value(of: quantity, layer: layer)?.matrix,
      value.shape == numbers.matrix.shape
    else { return true }
    return numbers.agree(with: value)
  }
}

extension TrueResult {
  /// The cost: the mean of what the loss's step writes.
  ///
  /// - Throws: `Failure` where a step before it cannot run, or there is no loss.
  init(costIn machine: Machine) throws(Failure) {
    let loss = try TrueResult(of: .loss, layer: machine.layers.count, in: machine)
    self.init(
      quantity: .loss, layer: loss.layer, start: loss.start, before: loss.before,
      matrix: Matrix(Reduction.mean(loss.matrix.elements)), reduction: .mean)
  }

  /// - Throws: `Failure` where a step before it cannot run, or none writes it.
  init(of quantity: Quantity, layer: Int, in machine: Machine) throws(Failure) {
    do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch { throw Failure(error) }
    self.quantity = quantity
    self.layer = layer
    var right = machine
    right.bug = nil
    start = right.restarted
    let owner = quantity.belongsToNetwork ? 0 : layer
    before = try right.ranAnew { stop in
      stop.step.writes.contains(quantity) && (stop.layer == owner || stop.step.phase == .update)
    }
    matrix = try before.nextResult(of: quantity, layer: layer)
  }

  /// The same where the step that writes it comes next.
  init(of quantity: Quantity, layer: Int, before machine: Machine) throws(Failure) {
    var right = machine
    right.bug = nil
    self.init(
      quantity: quantity, layer: layer, start: right, before: right,
      matrix: try right.nextResult(of: quantity, layer: layer))
  }
}

extension Machine {
  /// What the next step writes to a quantity.
  ///
  /// - Throws: `Failure` where it cannot run, or writes another.
  func nextResult(of quantity: Quantity, layer: Int) throws(Failure) -> Matrix {
    var after = self
    guard try after.step().stop.step.writes.contains(quantity),
      let written = after.value(of: quantity, layer: layer)?.matrix
    else { throw Failure(.notSet(quantity)) }
    return written
  }
}
