import EpynnCore

extension Command {
  static let delete = Command(
    "delete", .stepping, takes: [number], "remove a break, watch or display",
    example: "delete 1"
  ) { session, given throws(Complaint) in
    try session.delete(given[number])
  }

  private static let number = Positional("N", listedNumber)

  private static var listedNumber: Kind<Int> {
    var kind = Kind.number(from: 1)
    kind.grammar.offers = { context in
      let (marks, layers) = (context.session.aids.marks, context.session.machine.layers.count)
      return marks.enumerated().map {
        Suggestion("\($0.offset + 1)", note: $0.element.text(of: layers))
      }
    }
    return kind
  }
}

extension Session {
  fileprivate mutating func delete(_ number: Argument<Int>) throws(Complaint) {
    guard let place = aids.marks.place(counting: number.value) else {
      throw Complaint(
        .badValue(
          number.text, of: "delete",
          wanted: aids.marks.isEmpty
            ? "a number, and nothing is listed yet" : "a number from 1 to \(aids.marks.count)"),
        at: number.column)
    }
    let mark = aids.marks.remove(at: place)
    say("deleted: \(mark.text(of: machine.layers.count))")
  }
}
