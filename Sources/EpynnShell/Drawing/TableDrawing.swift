/// Sets the columns of a table below each other, as wide as their widest cell.
struct TableDrawing {
  private let table: Table
  private let look: Look

  init(_ table: Table, look: Look) {
    self.table = table
    self.look = look
  }

  var lines: [Line] {
    let rows = (table.header.isEmpty ? [] : [table.header]) + table.rows
    let wide = aligned(rows, gap: table.gap)
    guard let essential = table.essential,
      (wide.map(\.width).max() ?? 0) + table.indent > look.width
    else { return folded(wide) }
    return folded(aligned(rows.map { Array($0.prefix(essential)) }, gap: min(table.gap, 3)))
  }

  private func folded(_ lines: [Line]) -> [Line] {
    lines.flatMap { $0.indented(by: table.indent).folded(to: look.width - 1) }
  }

  private func aligned(_ rows: [[Line]], gap: Int) -> [Line] {
    let rows = rows.map { $0.map(look.legible) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let space = Line(String(repeating: " ", count: gap))
    return rows.map { row in
      var line = Line()
      for (column, cell) in row.enumerated() {
        if column > 0 { line += space }
        line += cell.padded(to: widths[column])
      }
      return line.trimmed
    }
  }
}
