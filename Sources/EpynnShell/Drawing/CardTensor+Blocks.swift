import EpynnCore

/// How a tensor of a card is drawn.
extension CardTensor {
  /// Name, shape and letters on three lines, then the numbers.
  func tallBlock(_ look: Look, summed: Dimension?, height: Int) -> Block {
    var lines = [name, Line("\(matrix.shape)")]
    lines.append(letters.map { $0.line(summed: summed, shape: matrix.shape) } ?? Line())
    return Block.stack([
      Block(lines), numbers(look, width: look.width - 2, height: height - 3),
    ])
  }

  /// Name, shape and letters on one line, then the numbers.
  func flatBlock(_ look: Look, summed: Dimension?, width: Int, height: Int) -> Block {
    var heading = name + Line(" \(matrix.shape)")
    if let letters { heading += Line(" ") + letters.line(summed: summed, shape: matrix.shape) }
    return Block.stack([
      Block(heading), numbers(look, width: width, height: height - 1),
    ])
  }

  private var name: Line { Line(label, isWritten ? .written : .plain) }

  private func numbers(_ look: Look, width: Int, height: Int) -> Block {
    let text = MatrixText(
      precision: look.precision, width: width, height: max(height, 3),
      style: isWritten ? .written : .plain, marks: marks)
    var block = text.block(of: matrix)
    if block.height + notes.count <= max(height, 3) { block.lines += notes.map { Line($0) } }
    return block
  }
}
