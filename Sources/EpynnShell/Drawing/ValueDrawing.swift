import EpynnCore

/// Draws a matrix with labels, below its name, shape and letters.
struct ValueDrawing {
  let value: ShownValue
  let look: Look

  var lines: [Line] { (value.heading.map { line(of: $0).folded(to: look.width - 1) } ?? []) + body }

  private func line(of heading: ShownValue.Heading) -> Line {
    let name = heading.name.displayWidth <= look.width / 2 ? heading.name : ""
    let shape = value.matrix.shape
    var line = Line(name.isEmpty ? "\(shape)" : "\(name) \(shape)")
    if heading.letters.rows != nil || heading.letters.columns != nil {
      line += Line("  ") + heading.letters.line(summed: nil, shape: shape)
    }
    if let meaning = heading.meaning { line += Line("  \(meaning)") }
    return line
  }

  /// With all of it or every digit wanted, columns that do not fit follow in groups; otherwise they are left
  /// out.
  private var body: [Line] {
    let text = MatrixText(precision: value.precision, width: look.width - 2, isLabelled: true)
    let isGrouped =
      value.isWhole
      || value.precision == .full && value.matrix.elements.count <= MatrixText.cellLimit
    guard isGrouped else {
      return text.block(of: value.matrix).indented(by: 2).lines
    }
    return text.groups(of: value.matrix).flatMap { $0.indented(by: 2).lines }
  }
}
