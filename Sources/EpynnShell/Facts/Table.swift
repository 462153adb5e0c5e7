/// Columns of text below a header.
struct Table: Sendable {
  let header: [Line]
  let rows: [[Line]]
  /// The spaces between two columns.
  var gap = 2
  var indent = 2
  /// How many of the columns are left where all are too wide; `nil` keeps them all.
  var essential: Int?

  init(
    header: [String] = [], rows: [[Line]], gap: Int = 2, indent: Int = 2, essential: Int? = nil
  ) {
    self.header = header.map { Line($0) }
    self.rows = rows
    self.gap = gap
    self.indent = indent
    self.essential = essential
  }

  init(
    header: [String] = [], rows: [[String]], gap: Int = 2, indent: Int = 2, essential: Int? = nil
  ) {
    self.init(
      header: header, rows: rows.map { $0.map { Line($0) } }, gap: gap, indent: indent,
      essential: essential)
  }
}
