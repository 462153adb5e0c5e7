/// What a learner gave of one iteration, so that an error that is carried on costs once.
package struct GivenResults: Sendable, Equatable {
  private var moment: [Int] = []
  private var numbers: [CellName: OwnNumbers] = [:]

  package init() {}

  /// What was given in the iteration that a machine is in.
  func numbers(in machine: Machine) -> [CellName: OwnNumbers] {
    moment == Self.moment(of: machine) ? numbers : [:]
  }

  /// Keeps a whole tensor that has the shape it should have.
  package mutating func keep(_ result: OwnResult, in machine: Machine) {
    guard result.fits, result.own.isWhole else { return }
    if moment != Self.moment(of: machine) { (moment, numbers) = (Self.moment(of: machine), [:]) }
    // What is explained is known to more digits than were typed.
    let exact = result.explainedNumbers ?? result.own
    numbers[CellName(result.quantity, layer: result.layer, Cell(0, 0))] = exact
  }

  private static func moment(of machine: Machine) -> [Int] { [machine.network, machine.iteration] }
}

extension OwnResult {
  /// What the formula gives that is called; `nil` where none of this step is.
  fileprivate var explainedNumbers: OwnNumbers? {
    guard isCalled, let part = findings(in: before).first?.parts.last, !part.isCarried,
      let value = try? part.formula.value(in: Scope(before, layer: layer)), own.agree(with: value)
    else { return nil }
    return OwnNumbers(value)
  }

  /// A result beside what the formulas give from what was given before it.
  ///
  /// What is wrong there costs once: a result that follows from it is none of its own mistake.
  ///
  /// - Throws: `Failure` where the quantity cannot be computed.
  package init(
    _ own: OwnNumbers, for quantity: Quantity, layer: Int, in machine: Machine,
    after given: GivenResults, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws(Failure) {
    let right = try TrueResult(of: quantity, layer: layer, in: machine)
    let fits = own.matrix.shape == right.matrix.shape
    guard let followed = right.following(given.numbers(in: machine)) else {
      var right = right
      right.witnesses = right.agreeing(given.numbers(in: machine))
      self.init(turningIfNeeded: own, beside: right, isInterrupted: isInterrupted)
      return
    }
    guard fits, !own.agree(with: right.matrix) else {
      self.init(turningIfNeeded: own, beside: right, isInterrupted: isInterrupted)
      return
    }
    if own.agree(with: followed.result.matrix) {
      self.init(own, beside: right, reach: .nothing)
      source = followed.source
      return
    }
    self.init(own, beside: right, reach: .rows)
    // What explains it from the right numbers was computed from those.
    guard diagnosis == nil || !isCalled else { return }
    self.init(own, beside: followed.result, reach: .pairs, isInterrupted: isInterrupted)
  }
}

extension TrueResult {
  /// The result that the formulas give from a learner's own tensors, and the last of them that is
  /// wrong; `nil` where none of those before it is.
  fileprivate func following(
    _ given: [CellName: OwnNumbers]
  ) -> (result: TrueResult, source: CellName)? {
    guard !given.isEmpty else { return nil }
    var (theirs, source) = (start, CellName?.none)
    for _ in start.position..<before.position {
      guard let stop = theirs.next, (try? theirs.step()) != nil else { return nil }
      for layer in theirs.layers(of: stop) {
        for written in stop.step.writes {
          let name = CellName(written, layer: layer, Cell(0, 0))
          guard let own = given[name],
            let value = theirs.value(of: written, layer: layer)?.matrix,
            own.matrix.shape == value.shape, !own.agree(with: value)
          else { continue }
          theirs.write(Value(own.filled(from: value), from: .you), to: written, layer: layer)
          source = name
        }
      }
    }
    guard let source, let matrix = try? theirs.nextResult(of: quantity, layer: layer) else {
      return nil
    }
    return (
      TrueResult(
        quantity: quantity, layer: layer, start: theirs, before: theirs, matrix: matrix,
        reduction: reduction), source
    )
  }

  /// Those of a learner's tensors that are right.
  fileprivate func agreeing(_ given: [CellName: OwnNumbers]) -> [Witness] {
    given.filter { $0.key != CellName(quantity, layer: layer, Cell(0, 0)) }.compactMap {
      name, own in
      guard let value = before.value(of: name.quantity, layer: name.layer)?.matrix,
        own.agree(with: value), ran(name)
      else { return nil }
      return Witness(quantity: name.quantity, layer: name.layer, numbers: own)
    }
  }

  /// Whether a tensor was computed before the result.
  private func ran(_ name: CellName) -> Bool {
    before.index(ofStopWriting: name.quantity, layer: name.layer).map { $0 < before.position }
      ?? false
  }
}
