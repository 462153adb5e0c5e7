import EpynnCore

/// What is said of parameters that were frozen, or let go.
struct FreezeSentence {
  let machine: Machine
  let parameters: [Parameter]

  func text(isFrozen: Bool) -> String {
    guard !isFrozen else {
      let gradients = parameters.count == 1 ? "its gradient is" : "their gradients are"
      return "the update leaves \(names(parameters)) alone; \(gradients) computed all the same"
    }
    let held = parameters.filter { machine.isFrozen($0.quantity, layer: $0.layer) }
    let free = parameters.filter { !held.contains($0) }
    return
      [
        free.isEmpty ? nil : "the update moves \(names(free)) again",
        held.isEmpty
          ? nil
          : "\(names(held)) \(held.count == 1 ? "stays as it is" : "stay as they are") by a convention",
        held.isEmpty ? nil : "'convention biases-frozen off' lets every b move",
      ].compactMap(\.self).joined(separator: "; ")
  }

  private func names(_ parameters: [Parameter]) -> String {
    Problem.list(parameters.map { $0.quantity.text(inLayer: $0.layer, of: machine.layers.count) })
  }
}
