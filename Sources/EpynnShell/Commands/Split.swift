import EpynnCore

extension Command {
  static let split = Command(
    "split", .training, takes: [trainingShare, validationShare, testShare, ordered],
    "keep samples aside for validation and test", example: "split 2 1 1",
    details: [
      "The numbers are relative. The samples are shuffled by the seed first, unless ordered."
    ]
  ) { session, given throws(Complaint) in
    let shares = try (given[trainingShare], given[validationShare], given[testShare])
    try session.split(
      (shares.0.value, shares.1.value, shares.2.value), isOrdered: given[ordered],
      line: given.line, column: given.column)
  }

  private static let trainingShare = Positional("TRAINING", share)
  private static let validationShare = Positional("VALIDATION", share)
  private static let testShare = Positional("TEST", share)
  private static let ordered = Flag("ordered")
  private static let share = Kind.number(
    "relative sizes from 0 on", wanted: "three sizes, as in 'split 2 1 1'"
  ) { (0...1e9).contains($0) }
}

extension Session {
  fileprivate mutating func split(
    _ shares: (Double, Double, Double), isOrdered: Bool, line: String, column: Int
  ) throws(Complaint) {
    let consequences = try edit(line, column: column) { machine throws(Fault) in
      try machine.split(shares, shuffles: !isOrdered)
    }
    let parts = machine.heldOut
    say(
      "\(machine.trainingSamples?.count ?? 0) samples to train on,"
        + " \(parts.validation?.count ?? 0) for validation, \(parts.test?.count ?? 0) for the test"
        + (isOrdered ? "" : ", shuffled by seed \(machine.seed)"))
    say(consequences)
  }
}
