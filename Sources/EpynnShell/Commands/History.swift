extension Command {
  static let history = Command(
    "history", .rest, "list the lines entered", example: "history", isRecorded: false
  ) { session, _ in
    session.showHistory()
  }
}

extension Session {
  mutating func showHistory() {
    let shown = history.suffix(200)
    let first = history.count - shown.count + 1
    var table = Table(
      rows: shown.enumerated().map { ["\(first + $0)", $1.visible] }, indent: 0)
    (table.isNumbered, table.isCut) = (true, true)
    draw { [table] _ in [.table(table)] }
  }
}
