import EpynnCore

/// Draws a card in the lines that it may take.
struct CardDrawing {
  private let card: CardFacts
  private let look: Look
  private let height: Int

  /// - Parameter height: the lines it may take; `nil` is all but the prompt's.
  init(_ card: CardFacts, look: Look, height: Int? = nil) {
    self.card = card
    self.look = look
    self.height = height ?? look.screen.height - 1
  }

  /// What a card may leave out where it would be too tall, the first that fits is taken.
  private static let fullness: [(hasCaption: Bool, hasOperands: Bool)] = [
    (true, true), (false, true), (true, false), (false, false),
  ]

  /// The card; where it is too tall, the simpler one.
  var lines: [Line] {
    let lines = fullestLines
    guard lines.count > height, let simpler = card.simpler.first else { return lines }
    return CardDrawing(simpler, look: look, height: height).fullestLines
  }

  /// The card with all that fits; too tall where not even its least does.
  var fullestLines: [Line] {
    var lines: [Line] = []
    let renderer = TerminalRenderer(look: look)
    let head = RailDrawing(rail: card.rail, look: look).lines + equationLines
    for (hasCaption, hasOperands) in Self.fullness {
      let caption = hasCaption ? card.caption : []
      let foot = [Line()] + renderer.lines(of: caption + card.foot)
      let room = height - head.count - foot.count - 1
      let body = body(room: room, hasOperands: hasOperands)
      lines = head + (body.isEmpty ? [] : [Line()] + body) + foot
      if lines.count <= height { break }
    }
    return lines
  }

  private func body(room: Int, hasOperands: Bool) -> [Line] {
    guard card.updated.isEmpty else { return updatedBody(room: room) }
    var left = room
    var body: [Line] = []
    // From the last to the first: W, the larger, gets the lines that b leaves.
    for (place, equation) in card.computed.enumerated().reversed() {
      let layout = CardLayout(look: look, height: max(left / (place + 1), 4))
      let block = hasOperands ? layout.block(of: equation) : layout.result(of: equation)
      body = block.indented(by: 2).lines + (body.isEmpty ? [] : [Line()]) + body
      left -= block.height + 1
    }
    return body
  }

  /// The new weights and bias of each layer, as many as there is room for.
  private func updatedBody(room: Int) -> [Line] {
    var body: [Line] = []
    let count = card.updated.count
    for (place, tensors) in card.updated.enumerated() {
      let share = max((room - body.count) / (count - place), 2)
      let blocks = tensors.map {
        $0.flatBlock(look, summed: nil, width: look.width / 2 - 4, height: share)
      }
      let lines = Block.row(blocks, gap: 3).indented(by: 2).lines
      guard body.isEmpty || body.count + lines.count <= room else {
        let rest = Omission.layers(count - place, next: place + 1)
        return body + [Line(rest.sentence).indented(by: 2)]
      }
      body += lines
    }
    return body
  }

  /// The step's title at the left, its equation at the right; below each other where too wide.
  private var equationLines: [Line] {
    let title = look.legible(card.title)
    let number = card.number.map { "  (\($0))" } ?? ""
    let joined = card.equations.map { $0.parts.joined(separator: $0.sign) }
    let inOne = joined.joined(separator: "   ") + number
    guard !inOne.isEmpty else { return title.wrapped(to: look.edge - 2).map { $0.indented(by: 2) } }
    let missing = look.edge - 2 - title.displayWidth - inOne.displayWidth
    if missing >= 2 {
      return [Line("  " + title + String(repeating: " ", count: missing) + inOne)]
    }
    var lines = title.wrapped(to: look.edge - 2).map { $0.indented(by: 2) }
    for (index, equation) in card.equations.enumerated() {
      var parts = equation.parts
      if index == card.equations.count - 1 { parts[parts.count - 1] += number }
      lines += wrapped(parts: parts, sign: equation.sign, width: look.edge - 4, indent: 2)
        .map { $0.indented(by: 4) }
    }
    return lines
  }
}
