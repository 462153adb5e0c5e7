import EpynnCore

/// Places the tensors of an equation: in a row, as a cross, or one after the other.
struct CardLayout {
  let look: Look
  /// The lines that the tensors may take.
  let height: Int

  private static let gap = 2

  func block(of equation: CardEquation) -> Block {
    let row = rowBlock(equation)
    if row.width <= look.width - 4 { return row }
    if let cross = crossBlock(equation), cross.width <= look.width - 4, cross.height <= height {
      return cross
    }
    return flowBlock(equation)
  }

  /// What was written alone, where there is no room for more.
  func result(of equation: CardEquation) -> Block {
    equation.result.flatBlock(look, summed: nil, width: look.width - 4, height: height)
  }

  /// `Z = X · W + b` on one line, shapes, letters and numbers below each name.
  private func rowBlock(_ equation: CardEquation) -> Block {
    let summed = equation.assignment.expression.summedLetter
    var blocks = [equation.result.tallBlock(look, summed: summed, height: height)]
    var signs = equation.elements.isEmpty ? [] : [equalSign(equation)]
    for element in equation.elements {
      switch element {
      case .sign(let sign): signs.append(sign)
      case .tensor(let tensor):
        if !signs.isEmpty {
          blocks.append(Block(Line(" " + signs.joined(separator: " "))))
          signs = []
        }
        blocks.append(tensor.tallBlock(look, summed: summed, height: height))
      }
    }
    if !signs.isEmpty { blocks.append(Block(Line(signs.joined(separator: " ")))) }
    return Block.row(blocks, gap: Self.gap)
  }

  /// X at the left, W above, Z where they meet, what is added between W and Z.
  private func crossBlock(_ equation: CardEquation) -> Block? {
    guard let (left, right) = equation.assignment.expression.factors else { return nil }
    let tensors = equation.operands
    let closing = equation.closingSign
    guard tensors.count >= 2, left.letters != right.letters else { return nil }
    let summed = equation.assignment.expression.summedLetter
    func flat(_ tensor: CardTensor, _ height: Int) -> Block {
      tensor.flatBlock(look, summed: summed, width: look.width / 2, height: height)
    }
    let room = height / 2
    var above = flat(tensors[1], room)
    if tensors.count > 2 {
      var addend = tensors[2]
      addend.notes = []
      var block = flat(addend, room)
      block.lines[0] = Line("+ ") + block.lines[0]
      above = Block.stack([above, block])
    }
    if let closing { above.lines[0] = above.lines[0] + Line("  " + closing) }
    let result = flat(equation.result, height - above.height)
    var atLeft = flat(tensors[0], height - above.height)
    atLeft.lines = Array(repeating: Line(), count: above.height) + atLeft.lines
    return Block.row([atLeft, Block.stack([above, result])], gap: Self.gap + 1)
  }

  /// The tensors in lines like words, each behind its sign; the lines share the height.
  private func flowBlock(_ equation: CardEquation) -> Block {
    let tensors = signedTensors(of: equation)
    var share = height
    var block = flow(tensors, share: share)
    while block.height > height, share > 4 {
      share = min(share - 1, max(height / 2, 4))
      block = flow(tensors, share: share)
    }
    return block
  }

  private func flow(_ tensors: [(signs: String, tensor: CardTensor, closing: String)], share: Int)
    -> Block
  {
    var lines: [[Block]] = []
    for (signs, tensor, closing) in tensors {
      var block = tensor.flatBlock(
        look, summed: nil, width: look.width - 4, height: share)
      if !signs.isEmpty { block.lines[0] = Line(signs + " ") + block.lines[0] }
      if !closing.isEmpty { block.lines[0] = block.lines[0] + Line("  " + closing) }
      let before = lines.last.map { Block.row($0, gap: Self.gap).width + Self.gap }
      if let before, before + block.width <= look.width - 4 {
        lines[lines.count - 1].append(block)
      } else {
        lines.append([block])
      }
    }
    return Block.stack(lines.map { Block.row($0, gap: Self.gap) })
  }

  private func signedTensors(
    of equation: CardEquation
  ) -> [(signs: String, tensor: CardTensor, closing: String)] {
    var tensors = [(signs: "", tensor: equation.result, closing: "")]
    var signs = equation.elements.isEmpty ? [] : [equalSign(equation)]
    for element in equation.elements {
      switch element {
      case .sign(let sign): signs.append(sign)
      case .tensor(var tensor):
        tensor.notes = []
        tensors.append((signs.joined(separator: " "), tensor, ""))
        signs = []
      }
    }
    if let closing = equation.closingSign, let last = tensors.indices.last {
      tensors[last].closing = closing
    }
    return tensors
  }

  private func equalSign(_ equation: CardEquation) -> String {
    let overwrites = equation.assignment.quantity == .w || equation.assignment.quantity == .b
    return overwrites ? look.legible("←") : "="
  }
}
