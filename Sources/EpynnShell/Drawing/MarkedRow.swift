/// The cells of a row between its brackets, with marks where what is in focus begins and ends.
///
/// The marks take the places of spaces, so that a matrix is as wide with them as without:
/// `▸2  0  1◂` is a row, ` 0 ▸-3◂` a cell, and a column has a bar at each side in every row.
struct MarkedRow {
  let texts: [String]
  /// The column of each text, and the row of all; `nil` is what was left out.
  let columns: [Int?]
  let row: Int?
  let marks: Marks
  let style: Style

  var line: Line {
    guard marks != .none, !texts.isEmpty else {
      return Line(" ") + Line(texts.joined(separator: " "), style) + Line(" ")
    }
    var line = separator(before: 0)
    for place in texts.indices {
      line += Line(texts[place], isMarked(place) ? .focused : style)
      line += separator(before: place + 1)
    }
    return line
  }

  /// What stands before a text, and behind the last one.
  private func separator(before place: Int) -> Line {
    let (ends, begins) = (isMarked(place - 1), isMarked(place))
    guard ends != begins else { return Line(" ", ends ? .focused : style) }
    if marks.row == nil { return Line("│", .focused) }
    return Line(begins ? "▸" : "◂", .focused)
  }

  /// A row is marked where columns are left out, a column where rows are.
  private func isMarked(_ place: Int) -> Bool {
    guard texts.indices.contains(place) else { return false }
    let isRow = marks.row.map { $0 == row } ?? (marks.column != nil)
    return isRow && (marks.column.map { $0 == columns[place] } ?? true)
  }
}
