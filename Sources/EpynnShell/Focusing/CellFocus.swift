import EpynnCore

/// A cell that a class looks at, and where its sample, feature and unit stand in other tensors.
///
/// Feature n of a layer is unit u of the one below, so that a cell leads into both neighbours.
struct CellFocus: Sendable, Equatable {
  let name: CellName

  init(_ name: CellName, in machine: Machine) {
    // What belongs to the network has the last layer's units.
    let layer = name.quantity.belongsToNetwork ? machine.layers.count : name.layer
    self.name = CellName(name.quantity, layer: layer, name.cell)
  }

  /// The place along a letter of a layer's shapes; `nil` where the cell has none.
  func index(of letter: Dimension?, inLayer layer: Int) -> Int? {
    guard let letter else { return nil }
    switch letter {
    case .m: return own(.m)
    case .n: return layer == name.layer ? own(.n) : layer == name.layer + 1 ? own(.u) : nil
    case .u: return layer == name.layer ? own(.u) : layer == name.layer - 1 ? own(.n) : nil
    }
  }

  private func own(_ letter: Dimension) -> Int? {
    let letters = name.quantity.letters
    return letters.rows == letter
      ? name.cell.row : letters.columns == letter ? name.cell.column : nil
  }

  /// What is marked of a tensor with these letters in a layer.
  func marks(_ letters: ShapeLetters?, _ shape: Shape, inLayer layer: Int) -> Marks {
    Marks(
      row: index(of: letters?.rows, inLayer: layer),
      column: index(of: letters?.columns, inLayer: layer), in: shape)
  }

  /// The cell to work out of what a step writes in a layer: this one, or one that has its places.
  func cell(of quantity: Quantity, _ shape: Shape, inLayer layer: Int) -> Cell {
    let standard = CardEquation.shownCell(of: shape)
    let letters = quantity.letters
    let row = index(of: letters.rows, inLayer: layer) ?? standard.row
    let column = index(of: letters.columns, inLayer: layer) ?? standard.column
    let cell = Cell(row, column)
    let rowless = Cell(0, column)
    return shape.holds(cell) ? cell : shape.holds(rowless) ? rowless : standard
  }

  /// `marked: feature 0 and unit 1, of dW[0,1]`.
  func sentence(of layerCount: Int) -> String {
    let letters = [name.quantity.letters.rows, name.quantity.letters.columns]
    let places = zip(letters, [name.cell.row, name.cell.column]).compactMap { letter, index in
      letter.map { "\($0.meaning(of: 1)) \(index)" }
    }
    return "marked: \(Problem.list(places)), of \(name.text(of: layerCount))"
  }

  /// Whether it is a cell of that quantity, or of what it is the gradient of.
  func isOf(_ quantity: Quantity) -> Bool {
    name.quantity == quantity || name.quantity.gradientOf == quantity
  }

  /// Whether a step writes the cell itself.
  func isWritten(by stop: Stop) -> Bool {
    stop.step.writes.contains(name.quantity)
      && (stop.layer == name.layer || stop.layer == 0)
  }
}

/// The row and column of a matrix that are marked, both where one cell is.
struct Marks: Sendable, Equatable {
  let row: Int?
  let column: Int?

  /// Places that the shape does not have mark nothing.
  init(row: Int? = nil, column: Int? = nil, in shape: Shape) {
    let (row, column) = (
      row.flatMap { (0..<shape.rows).contains($0) ? $0 : nil },
      column.flatMap { (0..<shape.columns).contains($0) ? $0 : nil }
    )
    // Of a single row, or column, the other place is a cell.
    self.row = row ?? (column != nil && shape.rows == 1 ? 0 : nil)
    self.column = column ?? (row != nil && shape.columns == 1 ? 0 : nil)
  }

  static let none = Marks(in: Shape(0, 0))

  /// Whether a cell is in what is marked.
  func holds(row: Int, column: Int) -> Bool {
    (self.row != nil || self.column != nil) && (self.row ?? row) == row
      && (self.column ?? column) == column
  }
}
