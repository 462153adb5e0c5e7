/// Sets the columns of a table below each other, as wide as their widest cell.
struct TableDrawing {
  let table: Table
  let look: Look

  /// The least columns that are kept of what is cut.
  private static let leastRoom = 20

  var lines: [Line] {
    let rows = rows
    // What takes no column may be too much all the same.
    if table.isCut {
      let room = roomBehindOthers(in: rows)
      return folded(aligned(rows.map { cut($0, to: room) }, gap: table.gap))
    }
    let wide = wholeRows
    guard (wide.map(\.width).max() ?? 0) + table.indent >= look.width else { return folded(wide) }
    if let (column, header) = table.below {
      let first = rows.map { Array($0.prefix(column)) }
      var second = rows.map { Array($0.prefix(1) + $0.dropFirst(column)) }
      second[0][0] = Line(header)
      return folded(aligned(first, gap: table.gap)) + [Line()]
        + folded(aligned(second, gap: table.gap))
    }
    guard let essential = table.essential else { return folded(wide) }
    return folded(aligned(rows.map { Array($0.prefix(essential)) }, gap: min(table.gap, 3)))
  }

  private var rows: [[Line]] {
    var rows = table.rows
    if let shorter = table.shorter, rows.count > look.screen.height - shorter.linesBelow {
      rows = shorter.rows
    }
    return ((table.header.isEmpty ? [] : [table.header]) + rows).map { $0.map(look.legible) }
  }

  private func folded(_ lines: [Line]) -> [Line] {
    lines.flatMap { $0.indented(by: table.indent).folded(to: look.width - 1) }
  }

  /// The columns that the last cells may take behind the others.
  private func roomBehindOthers(in rows: [[Line]]) -> Int {
    let before = widths(of: rows).dropLast().reduce(0) { $0 + $1 + table.gap }
    return max(look.width - 1 - table.indent - before, Self.leastRoom)
  }

  /// The row with as much of its last cell as there is room for.
  private func cut(_ row: [Line], to room: Int) -> [Line] {
    guard let last = row.last else { return row }
    return row.dropLast() + [Line(look.legible(last.text.quoted(limit: room)))]
  }

  private func widths(of rows: [[Line]]) -> [Int] {
    (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
  }

  /// The rows as wide as they are, whatever the screen's width.
  var wholeRows: [Line] { aligned(rows, gap: table.gap) }

  private func aligned(_ rows: [[Line]], gap: Int) -> [Line] {
    let widths = widths(of: rows)
    let space = Line(String(repeating: " ", count: gap))
    return rows.map { row in
      var line = Line()
      for (column, cell) in row.enumerated() {
        if column > 0 { line += space }
        line +=
          column == 0 && table.isNumbered
          ? cell.indented(by: widths[column] - cell.width) : cell.padded(to: widths[column])
      }
      return line.trimmed
    }
  }
}
