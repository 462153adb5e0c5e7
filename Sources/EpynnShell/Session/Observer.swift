import EpynnCore

/// What is watched while steps run: shown at each stop, or a reason to stop.
enum Observer: Sendable, Equatable {
  /// A formula shown at each stop.
  case display(String)
  /// A cell that stops a run when it changes.
  case watch(CellName)
  /// A stop to stand before, where a condition holds if there is one.
  case breakpoint(Stop, condition: String?)

  enum Kind: String {
    case display, watch
    case breakpoint = "break"
  }

  var kind: Kind {
    switch self {
    case .display: .display
    case .watch: .watch
    case .breakpoint: .breakpoint
    }
  }

  /// As it would be typed.
  func text(of layerCount: Int) -> String {
    switch self {
    case .display(let formula): "display \(formula)"
    case .watch(let name): "watch \(name.text(of: layerCount))"
    case .breakpoint(let stop, let condition):
      "break \(stop.name)" + (condition.map { " if \($0)" } ?? "")
    }
  }
}

extension CellName {
  /// The number in a machine; `nil` where the cell is not there yet.
  func number(in machine: Machine) -> Double? {
    guard let matrix = machine.value(of: quantity, layer: layer)?.matrix, matrix.holds(cell) else {
      return nil
    }
    return matrix[cell]
  }
}
