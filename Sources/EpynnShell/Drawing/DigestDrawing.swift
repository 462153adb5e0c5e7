import EpynnCore

/// Draws several steps: a line each, then the last one's card where both fit.
struct DigestDrawing {
  let digest: DigestFacts
  let look: Look

  var lines: [Line] {
    let renderer = TerminalRenderer(look: look)
    let warning = renderer.lines(of: digest.warning)
    let rows = rowLines
    let top = rows + (digest.isToldByCard ? [] : warning)
    let room = look.screen.height - 2 - top.count
    let card = CardDrawing(digest.card, look: look, height: room).fullestLines
    if card.count <= room { return top + [Line()] + card }
    let written = digest.written.flatMap {
      $0.flatBlock(look, summed: nil, width: look.width - 4, height: 10).indented(by: 2).lines
    }
    return rows + warning + [Line()] + written + renderer.lines(of: digest.costs)
  }

  private var rowLines: [Line] {
    let lines = aligned
    let (skipped, first) = digest.skipped
    guard skipped > 0 else { return lines }
    let start = first * max(lines.count / digest.rows.count, 1)
    return Array(lines.prefix(start)) + [Line(Omission.steps(skipped).sentence).indented(by: 2)]
      + Array(lines.dropFirst(start))
  }

  private var aligned: [Line] {
    let widths = (0..<3).map { column in
      digest.rows.map { $0[column].displayWidth }.max() ?? 0
    }
    return digest.rows.flatMap { row in
      let start = (0..<3).map { row[$0].padded(to: widths[$0]) }.joined(separator: "  ")
      return wrapped(
        parts: ["  " + start, row[3]], sign: "  ", width: look.width - 1, indent: 4)
    }
  }
}
