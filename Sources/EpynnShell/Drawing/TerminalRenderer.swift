import EpynnCore

/// Draws facts for a terminal.
struct TerminalRenderer {
  let look: Look

  func lines(of facts: [Fact]) -> [Line] { facts.flatMap(lines) }

  private func lines(of fact: Fact) -> [Line] {
    switch fact {
    case .gap: [Line()]
    case .prose(let prose): lines(of: prose)
    case .chain(let chain): lines(of: chain)
    case .table(let table): TableDrawing(table: table, look: look).lines
    case .listing(let listing): ListingDrawing(listing: listing, look: look).lines
    case .heading(let left, let right): lines(left: left, right: right)
    case .pairs(let pairs): lines(of: pairs)
    case .literal(let lines): lines
    case .markdown(let lines): MarkdownDrawing(width: look.columns(of: .page)).lines(lines)
    case .value(let value): ValueDrawing(value: value, look: look).lines
    case .values(let values): ValuesDrawing(values: values, look: look).lines
    case .terms(let terms): TermTableDrawing(terms: terms, look: look).lines
    case .worked(let sum): WorkedDrawing(sum: sum, look: look).lines
    case .tensor(let tensor):
      tensor.flatBlock(look, summed: nil, width: look.edge - 4, height: 8).indented(by: 4).lines
    case .equation(let equation, let height):
      CardLayout(look: look, height: height).block(of: equation).indented(by: 2).lines
    case .card(let card): CardDrawing(card, look: look).lines
    case .digest(let digest): DigestDrawing(digest: digest, look: look).lines
    case .curves(let curves):
      curves.curves.flatMap { CurveDrawing($0, of: curves, look: look).lines }
    case .picture(let picture): PictureDrawing(picture: picture, look: look).lines
    case .network(let network): NetworkDrawing(network: network, look: look).lines
    }
  }

  private func lines(of prose: Prose) -> [Line] {
    let room = look.columns(of: prose.room) - prose.indent
    let text = look.legible(prose.text)
    guard text.width > room else { return [text.indented(by: prose.indent)] }
    return text.wrapped(to: room, indent: prose.hanging)
      .map { $0.indented(by: prose.indent) }
  }

  private func lines(left: String, right: String) -> [Line] {
    let missing = look.edge - left.displayWidth - right.displayWidth
    guard missing >= 2 else { return left.wrapped(to: look.edge) }
    return [Line(left + String(repeating: " ", count: missing) + right)]
  }

  private func lines(of pairs: [(typed: String, does: String)]) -> [Line] {
    let cells = pairs.map { $0.typed.padded(to: 14) + " " + $0.does }
    let width = (cells.map(\.count).max() ?? 0) + 4
    guard 2 + 2 * width <= look.edge + 4 else { return cells.map { Line("  " + $0) } }
    return stride(from: 0, to: cells.count, by: 2).map { place in
      let row = cells[place...].prefix(2).map { $0.padded(to: width) }
      return Line("  " + row.joined()).trimmed
    }
  }

  private func lines(of chain: Chain) -> [Line] {
    wrapped(
      parts: chain.parts.map(look.legible), sign: look.legible(chain.sign),
      width: look.columns(of: chain.room) - chain.indent,
      indent: chain.hanging
    ).map { $0.trimmed.indented(by: chain.indent) }
  }
}

extension Page {
  /// Facts drawn for a terminal, or put into words for a screen reader.
  init(_ facts: [Fact], _ look: Look) {
    self.init(
      look.isSpoken
        ? SpeechRenderer(look: look).lines(of: facts)
        : TerminalRenderer(look: look).lines(of: facts))
  }
}

extension Look {
  func columns(of room: Room) -> Int {
    switch room {
    case .card: edge
    case .page: width - 1
    case .screen: width
    }
  }
}
