import EpynnCore

extension Command {
  static let nudge = Command(
    "nudge", .proving, takes: [nudged, distance], "move a cell both ways and watch the loss",
    example: "nudge W[0,1]"
  ) { session, given throws(Complaint) in
    // Far enough to be seen in the digits of the loss.
    try session.nudge(given[nudged], by: given[distance]?.value ?? 0.001)
  }

  private static let nudged = Positional("CELL", nudgedCell)
  private static let distance = OptionalPositional(
    "BY", .number("a distance above 0", wanted: "a distance") { $0 > 0 })

  private static var nudgedCell: Kind<String> {
    var kind = Kind.tensor("a cell", of: [.x, .w, .b, .z, .a])
    kind.grammar.extent = .word
    return kind
  }
}

extension Session {
  fileprivate mutating func nudge(
    _ argument: Argument<String>, by step: Double
  ) throws(Complaint) {
    let name = try cellName(argument)
    guard [.x, .w, .b, .z, .a].contains(name.quantity) else {
      throw Complaint(
        .badValue(argument.text, of: "nudge", wanted: "a cell of X, W, b, Z or A"),
        at: argument.column)
    }
    let machine = machine
    let slope = try located(offset: argument.column) { () throws(Failure) in
      try machine.slope(at: name, step: step)
    }
    draw { [seen] look in
      NudgeScreen(name: name, slope: slope, seen: seen, look: look).facts
    }
    sayRemarks(on: .look, from: machine)
  }
}
