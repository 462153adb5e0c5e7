/// Draws the terms of a sum below each other.
struct TermTableDrawing {
  let terms: TermTable
  let look: Look

  var lines: [Line] {
    let isNarrow = terms.rows.allSatisfy {
      $0.dropLast().joined(separator: "   ").displayWidth < look.edge - 8
    }
    let rows =
      isNarrow ? [terms.columns] + terms.rows : [terms.narrowColumns] + terms.narrowRows
    return Self.aligned(rows, width: look.edge - 2).map { $0.indented(by: 4) }
  }

  /// Numbers at the right of their columns, remarks at the left; these are dropped where too wide,
  /// and then the sum so far.
  private static func aligned(_ rows: [[String]], width: Int) -> [Line] {
    let widths = (0..<4).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    let whole = widths.reduce(3 * 3, +)
    return rows.map { row in
      let cells = (0..<(whole + 4 <= width ? 4 : 3)).map { column in
        String(repeating: " ", count: widths[column] - row[column].displayWidth) + row[column]
      }
      let line = cells.joined(separator: "   ")
      let full = line + (row[4].isEmpty ? "" : "   " + row[4])
      return Line(full.displayWidth + 4 <= width ? full : line).trimmed
    }
  }
}
