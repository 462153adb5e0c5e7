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
      let (observers, layers) = (
        context.session.aids.observers, context.session.machine.layers.count
      )
      return observers.enumerated().map {
        Suggestion("\($0.offset + 1)", note: $0.element.text(of: layers))
      }
    }
    return kind
  }
}

extension Session {
  fileprivate mutating func delete(_ number: Argument<Int>) throws(Complaint) {
    guard let place = aids.observers.place(counting: number.value) else {
      throw Complaint(
        .badValue(
          number.text, of: "delete",
          wanted: aids.observers.isEmpty
            ? "a number, and nothing is listed yet" : "a number from 1 to \(aids.observers.count)"),
        at: number.column)
    }
    let observer = aids.observers.remove(at: place)
    say("deleted: \(observer.text(of: machine.layers.count))")
  }
}
