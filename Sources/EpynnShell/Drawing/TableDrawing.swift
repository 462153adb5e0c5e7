/// Sets the columns of a table below each other, as wide as their widest cell.
struct TableDrawing {
  let table: Table
  let look: Look

  /// The least columns in which a cell is broken or cut.
  private static let leastRoom = 16

  var lines: [Line] {
    let rows = rows
    if table.isCut { return hanging }
    let wide = wholeRows
    guard (wide.map(\.width).max() ?? 0) + table.indent >= look.width else { return folded(wide) }
    if let (column, header) = table.below {
      let first = rows.map { Array($0.prefix(column)) }
      var second = rows.map { Array($0.prefix(1) + $0.dropFirst(column)) }
      second[0][0] = Line(header)
      return folded(aligned(first, gap: table.gap)) + [Line()]
        + folded(aligned(second, gap: table.gap))
    }
    guard let essential = table.essential else { return hanging }
    return folded(aligned(rows.map { Array($0.prefix(essential)) }, gap: min(table.gap, 3)))
  }

  /// The last cells broken below where they begin, or each below its row where that is too narrow.
  private var hanging: [Line] {
    let rows = rows
    let widths = widths(of: rows)
    let start = widths.dropLast().reduce(table.indent) { $0 + $1 + table.gap }
    let isNarrow = look.width - 1 - start < Self.leastRoom
    let inset = isNarrow ? table.indent + 2 : start
    let room = max(look.width - 1 - inset, 1)
    return rows.flatMap { row -> [Line] in
      let whole = aligned([row], gap: table.gap, in: widths)
      let fits = whole.allSatisfy { $0.width + table.indent < look.width }
      guard !fits || table.isCut, row.count == widths.count, row.count > 1, start < look.width,
        let last = row.last
      else { return folded(whole) }
      let cell = table.isCut ? [cut(last, to: room)] : last.wrapped(to: room)
      // What takes no column has no width, and is cut all the same.
      let first = isNarrow && !fits ? Array(row.dropLast()) : row.dropLast() + cell.prefix(1)
      return folded(aligned([first], gap: table.gap, in: widths))
        + cell.dropFirst(isNarrow && !fits ? 0 : 1).map { $0.indented(by: inset) }
    }
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

  /// As much of a cell as there is room for.
  private func cut(_ cell: Line, to room: Int) -> Line {
    // What takes no column may be too much all the same.
    Line(look.legible(cell.text.quoted(limit: room)))
  }

  private func widths(of rows: [[Line]]) -> [Int] {
    (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
  }

  /// The rows as wide as they are, whatever the screen's width.
  var wholeRows: [Line] { aligned(rows, gap: table.gap) }

  /// - Parameter widths: the columns', where they are not these rows' alone.
  private func aligned(_ rows: [[Line]], gap: Int, in widths: [Int]? = nil) -> [Line] {
    let widths = widths ?? self.widths(of: rows)
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
