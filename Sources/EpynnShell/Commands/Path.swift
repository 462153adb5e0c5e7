import EpynnCore

extension Command {
  static let path = Command(
    "path", .looking, "WEIGHT", "the routes from a weight to the loss", example: "path W[0,1]"
  ) { session, arguments throws(Complaint) in
    try session.path(arguments)
  }
}

extension Session {
  mutating func path(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("a weight", in: "path")) }
    let name = try cellName(arguments.text, column: arguments.column)
    guard name.quantity == .w else {
      throw Complaint(
        .badValue(arguments.text, of: "path", wanted: "a weight, as in W[0,1]"),
        at: arguments.column)
    }
    guard !Dense.steps.contains(where: { look.hides($0, in: self.machine) }) else {
      throw Complaint(.hiddenFormula("path"), at: arguments.column)
    }
    let machine = machine
    let paths = try located(offset: arguments.column) { () throws(Failure) in
      try PathSum(name, in: machine)
    }
    draw { [machine] look in
      PathScreen(name: name, paths: paths, machine: machine, look: look).lines
    }
  }
}
