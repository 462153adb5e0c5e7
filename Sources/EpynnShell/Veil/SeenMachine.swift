import EpynnCore

/// A machine as screens have it: what may not be seen has no number in it.
struct SeenMachine: Sendable {
  /// The machine without those numbers: to be looked at, never to be run.
  let machine: Machine
  private let real: Machine
  private let veil: Veil

  init(_ real: Machine, through veil: Veil) {
    self.real = real
    self.veil = veil
    machine =
      veil.covers.isEmpty
      ? real
      : real.showing { quantity, layer, matrix in
        veil.veiled(matrix, of: quantity, layer: layer, in: real)
      }
  }

  /// The value of a formula in a layer, as far as it may be seen.
  func value(of expression: Expression, layer: Int) throws(Failure) -> Matrix {
    let scope = Scope(real, layer: layer)
    return veil.veiled(try expression.value(in: scope), of: expression, in: scope)
  }

  /// A number as far as it may be seen that is one of a cell by construction, and may be so of one
  /// that is still to come.
  func number(_ number: Double, of name: CellName) -> Double {
    guard !veil.awaits(name.quantity, layer: name.layer, in: real) else { return .veiled }
    return veil.covered(number, of: name, in: real)
  }

  /// Whether a step's formula may not be seen yet.
  func hides(_ step: Step) -> Bool { veil.prediction.hides(step, in: real) }

  /// Whether a tensor is still to come that is predicted.
  func awaits(_ quantity: Quantity, layer: Int) -> Bool {
    veil.awaits(quantity, layer: layer, in: real)
  }

  /// Whether some tensor is covered.
  var coversNumbers: Bool { !veil.covers.isEmpty }

  /// Whether what the documentation's formulas give would tell a mistake that is to be found.
  var hidesMistake: Bool { veil.hidesMistake }

  /// The cost of the weights as they are; `nil` where it cannot be computed.
  var freshCost: Double? {
    // What is not to be seen of new weights, their cost would tell.
    let isTold = veil.covers.contains {
      [.w, .b].contains($0.quantity) && (1...max(real.iteration, 1)).contains($0.iteration)
    }
    return (try? real.ranAnew(to: .backward))?.cost.map { isTold ? .veiled : veil.cost($0) }
  }

  /// The same once the iteration is done.
  var costAfterUpdate: Double? {
    real.afterUpdate.flatMap { SeenMachine($0, through: veil).freshCost }
  }

  /// The sum of the loss over the samples; `nil` before it was computed.
  var totalLoss: Double? { real.totalLoss.map(veil.cost) }
  /// Its mean over the samples.
  var cost: Double? { real.cost.map(veil.cost) }

  /// A number made of the loss of the samples, as far as it may be seen.
  func cost(_ number: Double) -> Double { veil.cost(number) }

  /// The cells of a tensor whose numbers are others than before; `nil` where the shape is another.
  func changes(of quantity: Quantity, layer: Int, since earlier: SeenMachine) -> [Cell]? {
    guard let new = real.value(of: quantity, layer: layer)?.matrix,
      let old = earlier.real.value(of: quantity, layer: layer)?.matrix
    else { return [] }
    guard old.shape == new.shape else { return nil }
    return new.elements.indices.filter { old.elements[$0] != new.elements[$0] }
      .map(new.shape.cell(at:))
  }
}

extension Session {
  var veil: Veil { Veil(aids, bug: machine.bug, asked: asked) }
  /// The machine at hand as it may be seen.
  var seen: SeenMachine { SeenMachine(machine, through: veil) }
  /// Another one, through the same veil.
  func seen(_ machine: Machine) -> SeenMachine { SeenMachine(machine, through: veil) }
}
