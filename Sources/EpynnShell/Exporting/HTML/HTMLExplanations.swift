import EpynnCore

/// Where each cell of the pass comes from, as templates that the page's script opens; as many as
/// there is room for.
struct HTMLExplanations {
  let content: ExportContent
  let renderer: HTMLRenderer
  let look: Look
  /// The most bytes that they may take.
  let room: Int

  /// The templates, and the tensors for which there was no room.
  func templates() throws(Failure) -> (text: String, leftOut: [String]) {
    var text = ""
    var leftOut: [String] = []
    for exported in content.stops {
      for (name, matrix) in exported.written {
        try content.refuseWhereNobodyWaits()
        var own = ""
        let isUpdate = exported.stop.step.phase == .update
        for cell in cells(of: matrix) where text.utf8.count + own.utf8.count <= room {
          own +=
            isUpdate
            ? try update(of: name, cell, exported) : try explanation(of: name, cell, exported)
        }
        if text.utf8.count + own.utf8.count > room {
          leftOut.append(name.text(of: content.layerCount))
        } else {
          text += own
        }
      }
    }
    return (text, leftOut)
  }

  /// The cells that are shown.
  private func cells(of matrix: Matrix) -> [Cell] {
    let columns = HTMLTensor.picked(matrix.columns, atMost: renderer.limit).compactMap(\.self)
    return HTMLTensor.picked(matrix.rows, atMost: renderer.limit).compactMap(\.self).flatMap {
      row in
      columns.map { Cell(row, $0) }
    }.filter { !matrix[$0].isVeiled }
  }

  private func explanation(
    of name: TensorName, _ cell: Cell, _ exported: ExportedStop
  ) throws(Failure) -> String {
    let explanation = try Explanation(
      CellName(name.quantity, layer: name.owner, cell), in: exported.after.machine)
    let facts = try ExplanationScreen(
      explanation: explanation, seen: exported.after, look: look, offersNext: false
    ).facts()
    let below = explanation.below.map { below in
      "<p>one level down: <button type=\"button\" data-cell=\"\(Self.place(below))\">"
        + "\(XMLText.escaped(below.text(of: content.layerCount)))</button></p>\n"
    }
    return template(
      name.key, cell, marks: ExplanationMarks(explanation: explanation).text,
      renderer.text(of: facts) + (below ?? ""))
  }

  /// A weight before the step, and how far it moved.
  private func update(
    of name: TensorName, _ cell: Cell, _ exported: ExportedStop
  ) throws(Failure) -> String {
    guard
      let assignment = content.machine.formulas(of: exported.stop, layer: name.owner)
        .first(where: { $0.quantity == name.quantity }),
      let written = exported.after.machine.value(of: name.quantity, layer: name.owner)?.matrix,
      let sum = try WorkedCell(
        look: look, seen: exported.before, layer: name.owner, assignment: assignment,
        written: written, chosen: cell
      ).sum()
    else { return "" }
    let operands = [name, name.quantity.gradient.map { TensorName($0, layer: name.layer) }]
    let place = "\(cell.row),\(cell.column)"
    let marks = operands.compactMap { $0.map { "\($0.key):\(place)-\(place)" } }
    return template(
      name.updatedKey, cell, marks: marks.joined(separator: " "), renderer.text(of: [.worked(sum)]))
  }

  private func template(_ key: String, _ cell: Cell, marks: String, _ inner: String) -> String {
    "<template id=\"from-\(key)-\(cell.row)-\(cell.column)\" data-marks=\"\(marks)\">\n"
      + inner + "</template>\n"
  }

  private static func place(_ name: CellName) -> String {
    "\(TensorName(name.quantity, layer: name.layer).key)-\(name.cell.row)-\(name.cell.column)"
  }
}

/// The cells that a cell is made of, as rectangles: `X1:0,0-0,2 W1:0,1-2,1`.
struct ExplanationMarks {
  let explanation: Explanation

  var text: String {
    var boxes: [(key: String, box: Box)] = []
    func add(_ name: TensorName, _ cell: Cell) {
      if let place = boxes.firstIndex(where: { $0.key == name.key }) {
        boxes[place].box.grow(to: cell)
      } else {
        boxes.append((name.key, Box(cell)))
      }
    }
    for term in explanation.terms {
      for name in [term.left.name, term.right?.name].compactMap(\.self) {
        add(TensorName(name.quantity, layer: name.layer), name.cell)
      }
    }
    for name in Self.cellwise(explanation.formula, explanation.name.layer) {
      add(name, explanation.name.cell)
    }
    return boxes.map { "\($0.key):\($0.box.text)" }.joined(separator: " ")
  }

  /// The tensors that a function reads at the same cell.
  private static func cellwise(_ formula: Expression, _ layer: Int) -> [TensorName] {
    switch formula.form {
    case .activated(_, let z), .slope(_, let z): names(in: z, layer)
    case .lossSlope(_, let y, let a): names(in: y, layer) + names(in: a, layer)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .lossOf, .shape, .function, .part:
      formula.children.flatMap { cellwise($0, layer) }
    }
  }

  private static func names(in formula: Expression, _ layer: Int) -> [TensorName] {
    if case .quantity(let quantity, let named) = formula.form {
      return [TensorName(quantity, layer: named ?? layer)]
    }
    return formula.children.flatMap { names(in: $0, layer) }
  }

  private struct Box {
    var (top, left, bottom, right): (Int, Int, Int, Int)

    init(_ cell: Cell) {
      (top, left, bottom, right) = (cell.row, cell.column, cell.row, cell.column)
    }

    mutating func grow(to cell: Cell) {
      (top, bottom) = (min(top, cell.row), max(bottom, cell.row))
      (left, right) = (min(left, cell.column), max(right, cell.column))
    }

    var text: String { "\(top),\(left)-\(bottom),\(right)" }
  }
}
