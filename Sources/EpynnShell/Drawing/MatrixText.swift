import EpynnCore

/// Draws a matrix in brackets, with its middle left out where it is too large.
struct MatrixText {
  let precision: Precision
  /// The most columns of the screen it may take.
  var width: Int
  /// The most lines it may take.
  var height: Int = .max
  /// Whether rows and columns are labelled with their indices.
  var isLabelled = false
  var style = Style.plain
  /// The row and column in focus, which are never left out.
  var marks = Marks.none

  /// A matrix with more cells is shown by its edges.
  static let cellLimit = 1_000
  private static let edge = 3

  func block(of matrix: Matrix) -> Block {
    let isLarge = matrix.elements.count > Self.cellLimit
    let labelLines = isLabelled ? 1 : 0
    let isTall = isLarge && matrix.rows > 2 * Self.edge + 1
    let rows = Self.picked(
      matrix.rows, atMost: isTall ? min(7, height - labelLines) : height - labelLines,
      keeping: marks.row)
    var columnLimit = isLarge ? min(matrix.columns, 7) : matrix.columns
    while true {
      let columns = Self.picked(matrix.columns, atMost: columnLimit, keeping: marks.column)
      let block = drawn(matrix, rows: rows, columns: columns)
      if block.width <= width || columnLimit <= 3 { return block }
      columnLimit = min(columnLimit - 1, max(Self.estimate(block, columnLimit, width), 3))
    }
  }

  /// The whole matrix, as many columns below each other as fit.
  func groups(of matrix: Matrix) -> [Block] {
    var groups: [Block] = []
    var start = 0
    while start < matrix.columns {
      var end = start + 1
      var block = drawn(matrix, rows: Array(0..<matrix.rows), columns: Array(start..<end))
      while end < matrix.columns {
        let wider = drawn(matrix, rows: Array(0..<matrix.rows), columns: Array(start...end))
        if wider.width > width { break }
        block = wider
        end += 1
      }
      groups.append(block)
      start = end
    }
    return groups
  }

  /// How many columns may fit, from those that did not.
  private static func estimate(_ block: Block, _ count: Int, _ width: Int) -> Int {
    count * width / max(block.width, 1) + 1
  }

  /// The indices to show of so many; `nil` stands for those left out.
  private static func picked(_ count: Int, atMost limit: Int, keeping kept: Int?) -> [Int?] {
    let limit = max(limit, 3)
    guard count > limit else { return Array(0..<count) }
    let edge = min(Self.edge, (limit - 1) / 2)
    guard let kept, kept >= edge, kept < count - edge else {
      return Array(0..<edge) + [nil] + Array((count - edge)..<count)
    }
    let narrow = min(Self.edge, (limit - 3) / 2)
    let (before, after) = (narrow..<kept, (kept + 1)..<(count - narrow))
    return Array(0..<narrow) + (before.isEmpty ? [] : [nil]) + [kept]
      + (after.isEmpty ? [] : [nil]) + Array((count - narrow)..<count)
  }

  private func drawn(_ matrix: Matrix, rows: [Int?], columns: [Int?]) -> Block {
    let shownRows = rows.compactMap { $0 }
    let shownColumns = columns.compactMap { $0 }
    let numbers = shownRows.lazy.flatMap { row in
      shownColumns.lazy.map { matrix[row, $0] }
    }
    let format = NumberFormat(for: numbers, precision: precision)
    let cells: [[Cell]] = columns.map { column in
      let texts = rows.map { row -> Cell in
        guard let column else { return Cell("…", isPoint: false) }
        guard let row else { return Cell("…", isPoint: false) }
        return Cell(format.text(matrix[row, column]), isPoint: true)
      }
      return Self.aligned(
        texts, header: isLabelled ? column.map(String.init) ?? "…" : nil,
        keepsSignPlace: column != columns.first)
    }
    var lines: [Line] = []
    let gutter = isLabelled ? (shownRows.last ?? 0).description.count + 1 : 0
    if isLabelled {
      let header = columns.indices.map { place in
        let name = columns[place].map(String.init) ?? "…"
        return String(repeating: " ", count: cells[place][0].text.count - name.count) + name
      }
      lines.append(
        Line(String(repeating: " ", count: gutter + 2) + header.joined(separator: " ")).trimmed)
    }
    for (place, row) in rows.enumerated() {
      let label = isLabelled ? Self.label(row, width: gutter) : ""
      let (open, close) = Self.brackets(place, of: rows.count)
      let texts = cells.map { $0[place].text }
      let inner = MarkedRow(
        texts: texts, columns: columns, row: row, marks: marks, style: style)
      lines.append(Line(label) + Line(open) + inner.line + Line(close))
    }
    return Block(lines)
  }

  private struct Cell {
    let text: String
    let isPoint: Bool

    init(_ text: String, isPoint: Bool) {
      self.text = text
      self.isPoint = isPoint
    }
  }

  /// The cells of a column filled to one width, their points below each other.
  ///
  /// All but the first keep a place for a minus sign, so that columns stand apart.
  private static func aligned(
    _ cells: [Cell], header: String?, keepsSignPlace: Bool
  ) -> [Cell] {
    func tail(_ text: String) -> Int {
      text.firstIndex { $0 == "." || $0 == "e" }.map { text.distance(from: $0, to: text.endIndex) }
        ?? 0
    }
    let longestTail = cells.filter(\.isPoint).map { tail($0.text) }.max() ?? 0
    let padded = cells.map { cell in
      cell.isPoint
        ? cell.text + String(repeating: " ", count: longestTail - tail(cell.text)) : cell.text
    }
    let hasSign = !keepsSignPlace || padded.contains { $0.hasPrefix("-") }
    let longest = padded.map(\.count).max() ?? 0
    let width = max(hasSign ? longest : longest + 1, header?.count ?? 0)
    return padded.map {
      Cell(String(repeating: " ", count: width - $0.count) + $0, isPoint: true)
    }
  }

  private static func label(_ row: Int?, width: Int) -> String {
    let name = row.map(String.init) ?? "⋮"
    return String(repeating: " ", count: max(width - 1 - name.count, 0)) + name + " "
  }

  private static func brackets(_ place: Int, of count: Int) -> (String, String) {
    if count == 1 { return ("[", "]") }
    if place == 0 { return ("⎡", "⎤") }
    return place == count - 1 ? ("⎣", "⎦") : ("⎢", "⎥")
  }
}
