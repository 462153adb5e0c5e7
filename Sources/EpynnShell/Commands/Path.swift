import EpynnCore

extension Command {
  static let path = Command(
    "path", .looking, takes: [weight], "the routes from a weight to the loss",
    example: "path W[0,1]"
  ) { session, given throws(Complaint) in
    try session.path(given[weight])
  }

  private static let weight = Positional("WEIGHT", .tensor("a weight", of: [.w]))
}

extension Session {
  fileprivate mutating func path(_ argument: Argument<String>) throws(Complaint) {
    let name = try cellName(argument)
    guard name.quantity == .w else {
      throw Complaint(
        .badValue(argument.text, of: "path", wanted: "a weight, as in W[0,1]"),
        at: argument.column)
    }
    guard !Dense.steps.contains(where: { seen.hides($0) }) else {
      throw Complaint(.hiddenFormula("path"), at: argument.column)
    }
    let machine = machine
    let paths = try located(offset: argument.column) { () throws(Failure) in
      try PathSum(name, in: machine)
    }
    draw { [seen] look in
      PathScreen(name: name, paths: paths, seen: seen, look: look).facts
    }
  }
}
