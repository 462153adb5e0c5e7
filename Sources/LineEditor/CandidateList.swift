import CharacterWidth

/// The candidates of a Tab as lines for the terminal, in columns read downwards.
struct CandidateList {
  static let most = 60
  private static let gap = 2

  let candidates: [Candidate]
  let columns: Int
  let rows: Int

  var lines: [String] {
    let shown = candidates.prefix(Self.most).map {
      Candidate(text: $0.text.showable, note: $0.note.showable)
    }
    // The prompt and the line typed so far stay on the screen.
    let height = max(4, rows - 2)
    let bare = shown.map { Candidate(text: $0.text) }
    let isComplete = shown.count == candidates.count
    for tried in [shown, bare] {
      let lines = grid(tried)
      if lines.count + (isComplete ? 0 : 1) <= height { return lines + rest(after: shown.count) }
    }
    let kept = Array(bare.prefix((height - 1) * cellsAcross(bare)))
    return grid(kept) + rest(after: kept.count)
  }

  /// One candidate a line, with all that is said of it.
  var sentences: [String] {
    candidates.prefix(Self.most).map { candidate in
      candidate.note.isEmpty
        ? candidate.text.showable : "\(candidate.text.showable): \(candidate.note.showable)"
    } + rest(after: min(candidates.count, Self.most))
  }

  private func rest(after count: Int) -> [String] {
    count < candidates.count ? ["... and \(candidates.count - count) more"] : []
  }

  private func grid(_ cells: [Candidate]) -> [String] {
    let across = cellsAcross(cells)
    let height = (cells.count + across - 1) / across
    let width = textWidth(cells)
    let noted = cells.map { cell in
      cell.note.isEmpty ? cell.text : cell.text.padded(to: width + Self.gap) + cell.note
    }
    let cellWidth = self.cellWidth(cells) + Self.gap
    return (0..<height).map { row in
      let line = stride(from: row, to: noted.count, by: height).map { index in
        index + height < noted.count ? noted[index].padded(to: cellWidth) : noted[index]
      }
      // The last column stays free: a character there makes some terminals wrap.
      return line.joined().cut(to: max(1, columns - 1))
    }
  }

  private func cellsAcross(_ cells: [Candidate]) -> Int {
    max(1, (columns - 1 + Self.gap) / (cellWidth(cells) + Self.gap))
  }

  private func cellWidth(_ cells: [Candidate]) -> Int {
    let notes = cells.map(\.note.columns).max() ?? 0
    return textWidth(cells) + (notes > 0 ? notes + Self.gap : 0)
  }

  private func textWidth(_ cells: [Candidate]) -> Int {
    cells.map(\.text.columns).max() ?? 0
  }
}
