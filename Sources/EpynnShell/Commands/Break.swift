import EpynnCore

extension Command {
  static let `break` = Command(
    "break", .stepping, "[STEP [if EXPR]]", "stop a run before a step",
    example: "break dW if cost < 2",
    details: ["Alone it lists; 'delete N' removes. train does not stop at it."], takes: .steps
  ) { session, arguments throws(Complaint) in
    try session.breakBefore(arguments)
  }
}

extension Session {
  mutating func breakBefore(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return list(.breakpoint) }
    var name = arguments.text
    var condition: String?
    if let word = arguments.words.first(where: { $0.text == "if" }) {
      name =
        String(
          String.UnicodeScalarView(name.unicodeScalars.prefix(word.column - arguments.column))
        ).trimmingSpaces
      let rest = String(
        String.UnicodeScalarView(
          arguments.text.unicodeScalars.dropFirst(word.column - arguments.column + 2)))
      try refuseUnknown(rest.trimmingSpaces, at: word.column + 3)
      condition = rest.trimmingSpaces
    }
    guard machine.next != nil else { throw Complaint(.core(.noLayer)) }
    let index: Int
    do throws(Fault) {
      index = try machine.indexOfStop(named: name, inLayer: currentLayer)
    } catch { throw Complaint(.core(error), at: arguments.column) }
    try add(.breakpoint(machine.stops[index], condition: condition))
  }
}
