/// Columns of text below a header.
struct Table {
  let header: [Line]
  let rows: [[Line]]

  init(header: [String], rows: [[Line]]) {
    self.header = header.map { Line($0) }
    self.rows = rows
  }

  func lines(gap: Int) -> [Line] {
    let all = (header.isEmpty ? [] : [header]) + rows
    let count = all.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      all.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let space = Line(String(repeating: " ", count: gap))
    return all.map { row in
      var line = Line()
      for (column, cell) in row.enumerated() {
        if column > 0 { line += space }
        line += cell.padded(to: widths[column])
      }
      return line.trimmed
    }
  }
}
