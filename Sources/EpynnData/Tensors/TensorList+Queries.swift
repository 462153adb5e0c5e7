import EpynnCore

extension TensorList {
  /// The name that means a tensor.
  ///
  /// - Throws: `.ambiguous` where two names mean one tensor.
  package static func name(
    of key: TensorKey, among names: [String], layers: Int, current: Int
  ) throws(DataFault) -> String? {
    try TensorNames(names, layers: layers, current: current, isUpdated: false, called: [])
      .tensors.first { $0.value.key == key }?.key
  }

  /// Whether a name says that the units come first.
  package static func hasUnitsFirst(_ name: String) -> Bool {
    NameInFile(name)?.hasUnitsFirst ?? false
  }

  /// Refuses a dA that would drive backward (1) with a cell that nobody filled in.
  ///
  /// - Throws: `.emptyField` at its place.
  package func refuseGaps(in machine: Machine) throws(DataFault) {
    guard !tensors.contains(where: { $0.quantity == .y }) else { return }
    let fits = machine.target.map { $0.matrix.shape == machine.outputShape } ?? false
    guard machine.isDrivenByGiven || !fits else { return }
    let key = TensorKey(.dA, layer: machine.layers.count)
    if let gap = gaps[key] { throw gap }
  }
}
