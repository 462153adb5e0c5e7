import EpynnCore

extension Command {
  static let seed = Command(
    "seed", .changing, "N", "set the seed; drawn weights are drawn anew",
    example: "seed 7"
  ) { session, arguments throws(Complaint) in
    try session.setSeed(arguments)
  }
}

extension Session {
  mutating func setSeed(_ arguments: Arguments) throws(Complaint) {
    let word = try arguments.single("a number")
    guard let seed = UInt64(word.text) else {
      throw Complaint(.notAWholeNumber(word.text), at: word.column)
    }
    let consequences = try edit("seed \(word.text)", column: word.column) { machine throws(Fault) in
      try machine.set(seed: seed)
    }
    say("seed is \(seed)")
    if consequences.isEmpty { say("the weights stay: they were not drawn") }
    say(consequences)
  }
}
