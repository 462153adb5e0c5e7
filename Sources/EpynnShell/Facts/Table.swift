/// Columns of text below a header.
struct Table: Sendable {
  let header: [Line]
  let rows: [[Line]]
  /// The spaces between two columns.
  var gap = 2
  var indent = 2
  /// How many of the columns are left where all are too wide; `nil` keeps them all.
  var essential: Int?
  /// Where all are too wide, the column from which on they stand below the others, behind the first
  /// once more, and what is above that.
  var below: (column: Int, header: String)?
  /// Whether the first column holds numbers, which end below each other.
  var isNumbered = false
  /// Whether what is too long is cut, so that each row keeps to its line.
  var isCut = false
  /// What stands in place of all rows where there is no room for them.
  var shorter: Shorter?

  /// Fewer rows that say the same.
  struct Shorter: Sendable {
    let rows: [[Line]]
    /// The lines that what follows the table may need.
    let linesBelow: Int

    init(_ rows: [[Line]], linesBelow: Int) {
      self.rows = rows
      self.linesBelow = linesBelow
    }
  }

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
