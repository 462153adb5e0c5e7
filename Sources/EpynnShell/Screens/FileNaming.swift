import EpynnCore
import EpynnData

/// Under which names, cells and shapes a screen names what it compares: the program's, or those of a
/// file that calls it otherwise, or whose samples stand in columns.
struct FileNaming {
  /// `nil` where nothing comes from a file.
  var verification: Verification?
  /// What the file calls those tensors that it does not call as the program does.
  var names: [TensorKey: String] = [:]

  private static let nameLimit = 24

  var hasSamplesInColumns: Bool { verification?.hasSamplesInColumns ?? false }

  /// Whether the file has a tensor the other way round than the program; under the program's own name
  /// its weights are named as the program has them.
  func isTurned(_ quantity: Quantity, layer: Int) -> Bool {
    guard let verification else { return false }
    guard !verification.hasSamplesInColumns, names[TensorKey(quantity, layer: layer)] != nil else {
      return verification.isTurned(quantity, layer: layer)
    }
    return verification.rows.contains {
      $0.quantity == quantity && $0.layer == layer && $0.layout == .unitsFirst
    }
  }

  /// `fc1.weight`, or as the program calls it.
  func text(of quantity: Quantity, layer: Int, isUpdated: Bool = false, in layerCount: Int)
    -> String
  {
    let key = TensorKey(quantity, layer: layer, isUpdated: isUpdated)
    let own = names[key]?.quoted(limit: Self.nameLimit)
    return own ?? key.text(of: layerCount)
  }

  /// A tensor of the file.
  func text(of row: Verification.Row, in layerCount: Int) -> String {
    text(of: row.quantity, layer: row.layer, isUpdated: row.isUpdated, in: layerCount)
  }

  /// A cell as the file has it.
  func text(of cell: CellName, in layerCount: Int) -> String {
    text(of: cell.quantity, layer: cell.layer, in: layerCount) + "\(self.cell(cell).cell)"
  }

  func shape(_ shape: Shape, of quantity: Quantity, layer: Int) -> Shape {
    isTurned(quantity, layer: layer) ? shape.transposed : shape
  }

  func cell(_ name: CellName) -> CellName {
    guard isTurned(name.quantity, layer: name.layer) else { return name }
    return CellName(name.quantity, layer: name.layer, name.cell.transposed)
  }

  /// What means the same tensor in the file's equations: weights that have their features first.
  func kept(inLayer layer: Int) -> Set<Quantity> {
    isTurned(.w, layer: layer) ? [] : [.w, .dW]
  }
}
