import EpynnCore

/// What dZ of the last layer comes to where a loss and an activation are made for each other.
struct Shortcut {
  let before: SeenMachine
  let after: SeenMachine
  let stop: Stop

  /// `dZ = A - Y` behind softmax and CCE, divided by U behind sigmoid and BCE; nothing where the
  /// numbers at hand are others.
  var fact: Fact? {
    let machine = before.machine
    guard stop.step.writes == [.dZ], stop.layer == machine.layers.count, !machine.isDrivenByGiven,
      !before.hidesMistake, let pair = pair(machine),
      let y = machine.target?.matrix, let a = machine.value(of: .a, layer: stop.layer)?.matrix,
      let dZ = after.machine.value(of: .dZ, layer: stop.layer)?.matrix,
      y.shape == a.shape, dZ.shape == a.shape
    else { return nil }
    let comesTo = zip(dZ.elements, zip(a.elements, y.elements)).allSatisfy { dZ, beside in
      abs(dZ - (beside.0 - beside.1) / pair.divisor) <= 1e-9
    }
    guard comesTo else { return nil }
    let divided = pair.divisor == 1 ? "A - Y" : "(A - Y) / \(pair.divisor.shortestText)"
    return .sentence(
      "\(pair.names) together: dZ comes to \(divided)\(pair.reason).", indent: 2, hanging: 0)
  }

  private struct Pair {
    let names: String
    let divisor: Double
    let reason: String
  }

  private func pair(_ machine: Machine) -> Pair? {
    let activation = machine.layers[stop.layer - 1].dense.activation
    let units = Double(machine.layers[stop.layer - 1].dense.units)
    switch (activation.name, machine.loss.name) {
    case ("softmax", "CCE"):
      let temperature = activation.parameter
      return Pair(
        names: "softmax and CCE", divisor: temperature,
        reason: temperature == 1 ? "" : ", by the temperature")
    case ("sigmoid", "BCE"):
      return Pair(
        names: "sigmoid and BCE", divisor: units, reason: units == 1 ? "" : ", by the u outputs")
    default: return nil
    }
  }
}
