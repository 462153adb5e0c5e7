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
    let width = "\(history.count)".count
    for (place, line) in shown.enumerated() {
      let number = "\(first + place)"
      let padding = String(repeating: " ", count: width - number.count)
      draw { look in
        [.line("\(padding)\(number)  \(line.quoted(limit: look.width - width - 2))", in: .screen)]
      }
    }
  }
}
