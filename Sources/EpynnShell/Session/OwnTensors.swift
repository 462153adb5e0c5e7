import EpynnCore

/// What a person's lines have made under the names of computed tensors, in one iteration.
struct OwnTensors: Sendable, Equatable {
  private var moment: [Int] = []
  private var tensors: [CellName: Variable] = [:]

  /// What was made of a tensor in the iteration that a machine is in.
  func tensor(_ quantity: Quantity, layer: Int, in machine: Machine) -> Variable? {
    moment == Self.moment(of: machine)
      ? tensors[CellName(quantity, layer: layer, Cell(0, 0))] : nil
  }

  mutating func keep(
    _ variable: Variable, as quantity: Quantity, layer: Int, in machine: Machine
  ) {
    if moment != Self.moment(of: machine) { (moment, tensors) = (Self.moment(of: machine), [:]) }
    tensors[CellName(quantity, layer: layer, Cell(0, 0))] = variable
  }

  private static func moment(of machine: Machine) -> [Int] {
    [machine.network, machine.iteration]
  }
}
