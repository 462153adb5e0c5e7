import EpynnCore

extension Command {
  static let `break` = Command(
    "break", .stepping, takes: [place, condition], "stop a run before a step",
    example: "break dW if cost < 2",
    details: ["Alone it lists; 'delete N' removes. train does not stop at it."]
  ) { session, given throws(Complaint) in
    guard let place = try given[place] else { return session.list(.breakpoint) }
    try session.breakBefore(place, if: given[condition])
  }

  private static let place = OptionalPositional("STEP", .step())
  private static let condition = Option("if", "EXPR", .formula("a condition"), after: place)
}

extension Session {
  fileprivate mutating func breakBefore(
    _ place: Argument<String>, if condition: Argument<String>?
  ) throws(Complaint) {
    if let condition {
      try refuseUnknown(condition)
      guard try !veil.hides(expression(condition), in: scope) else {
        throw Complaint(.dependsOnCovered, at: condition.column)
      }
    }
    let index = try index(ofStop: place)
    try add(.breakpoint(machine.stops[index], condition: condition?.text))
  }
}
