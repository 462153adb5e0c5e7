import EpynnCore

extension Command {
  static let nudge = Command(
    "nudge", .proving, "CELL [BY]", "move a cell both ways and watch the loss",
    example: "nudge W[0,1]"
  ) { session, arguments throws(Complaint) in
    try session.nudge(arguments)
  }
}

extension Session {
  mutating func nudge(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard let first = words.first else { throw Complaint(.missing("a cell", in: "nudge")) }
    // Far enough to be seen in the digits of the loss.
    var step = 0.001
    if words.count > 1 {
      guard let size = Double(words[1].text), size > 0, size.isFinite else {
        throw Complaint(
          .badValue(words[1].text, of: "nudge", wanted: "a distance above 0"), at: words[1].column)
      }
      step = size
    }
    let name = try cellName(first.text, column: first.column)
    guard [.x, .w, .b, .z, .a].contains(name.quantity) else {
      throw Complaint(
        .badValue(first.text, of: "nudge", wanted: "a cell of X, W, b, Z or A"), at: first.column)
    }
    let machine = machine
    let slope = try located(offset: first.column) { () throws(Failure) in
      try machine.slope(at: name, step: step)
    }
    draw { [machine] look in
      NudgeScreen(name: name, slope: slope, machine: machine, look: look).lines
    }
  }
}
