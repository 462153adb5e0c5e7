import EpynnCore

/// Under which cells and shapes a screen names what it compares: the program's, or those of a file
/// whose samples stand in columns.
struct FileNaming {
  /// `nil` where nothing comes from a file.
  var verification: Verification?

  var hasSamplesInColumns: Bool { verification?.hasSamplesInColumns ?? false }

  func isTurned(_ quantity: Quantity, layer: Int) -> Bool {
    verification?.isTurned(quantity, layer: layer) ?? false
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
