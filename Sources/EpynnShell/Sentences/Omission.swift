/// What a drawing has no room for.
enum Omission {
  case layers(Int, next: Int)
  case steps(Int)
  /// Lines of a session that a page of it leaves out.
  case furtherLines(Int)
  /// Of a picture, the rows and columns that are shown of all.
  case cells(rows: (shown: Int, all: Int), columns: (shown: Int, all: Int))

  var sentence: String {
    switch self {
    case .layers(let count, let next): "… \(count.counted("layer")) more; 'show W\(next)'"
    case .steps(let count): "… \(count.counted("step")) more"
    case .furtherLines(let count):
      "\(count.counted("further line")) \(count == 1 ? "is" : "are") left out: the record of a"
        + " session has an end"
    case .cells(let rows, let columns):
      "\(rows.shown) of \(rows.all.counted("row")), \(columns.shown) of \(columns.all.counted("column"))"
    }
  }
}
