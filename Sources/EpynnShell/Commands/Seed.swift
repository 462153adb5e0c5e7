import EpynnCore

extension Command {
  static let seed = Command(
    "seed", .changing, takes: [seedNumber], "set the seed; drawn weights are drawn anew",
    example: "seed 7"
  ) { session, given throws(Complaint) in
    try session.setSeed(given[seedNumber])
  }

  private static let seedNumber = Positional(
    "N",
    Kind<UInt64>(Grammar(wanted: "a number")) { word, _ throws(Complaint) in
      guard let seed = UInt64(whole: word.text) else {
        throw Complaint(.notAWholeNumber(word.text), at: word.column)
      }
      return seed
    })
}

extension Session {
  fileprivate mutating func setSeed(_ argument: Argument<UInt64>) throws(Complaint) {
    let seed = argument.value
    let consequences = try edit("seed \(seed)", column: argument.column) { machine throws(Fault) in
      try machine.set(seed: seed)
    }
    say("seed is \(seed)")
    if consequences.isEmpty { say("the weights stay: they were not drawn") }
    say(consequences)
  }
}
