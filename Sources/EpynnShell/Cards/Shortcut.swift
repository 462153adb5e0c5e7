import EpynnCore

/// What dZ of the last layer comes to where a loss and an activation are made for each other.
struct Shortcut {
  let before: SeenMachine
  let after: SeenMachine
  let stop: Stop

  /// `dZ = A - Y` behind the activation that the loss was made for, over what it is divided by;
  /// nothing where the numbers at hand are others.
  var fact: Fact? {
    let machine = before.machine
    guard stop.step.writes == [.dZ], stop.layer == machine.layers.count, !machine.isDrivenByGiven,
      !before.hidesMistake, let divisor = machine.differenceDivisor,
      let y = machine.target?.matrix, let a = machine.value(of: .a, layer: stop.layer)?.matrix,
      let dZ = after.machine.value(of: .dZ, layer: stop.layer)?.matrix,
      y.shape == a.shape, dZ.shape == a.shape
    else { return nil }
    let comesTo = zip(dZ.elements, zip(a.elements, y.elements)).allSatisfy { dZ, beside in
      abs(dZ - (beside.0 - beside.1) / divisor) <= 1e-9
    }
    guard comesTo else { return nil }
    let names = "\(dense(in: machine).activation.name) and \(machine.loss.name)"
    let divided = divisor == 1 ? "A - Y" : "(A - Y) / \(divisor.shortestText)"
    return .sentence(
      "\(names) together: dZ comes to \(divided)\(reason(in: machine)).", indent: 2, hanging: 0)
  }

  private func dense(in machine: Machine) -> Dense { machine.layers[stop.layer - 1].dense }

  /// Why it is divided.
  private func reason(in machine: Machine) -> String {
    let dense = dense(in: machine)
    let reasons = [
      machine.loss.isMeanOverOutputs && dense.units > 1 ? "the u outputs" : nil,
      dense.activation.temperature == 1 ? nil : "the temperature",
      machine.objectiveDivisor(of: .dZ) == 1 ? nil : "the m samples",
    ].compactMap(\.self)
    return reasons.isEmpty ? "" : ", by \(Problem.list(reasons))"
  }
}
