import EpynnCore

extension Command {
  static let split = Command(
    "split", .training, "TRAINING VALIDATION TEST [ordered]",
    "keep samples aside for validation and test", example: "split 2 1 1",
    details: [
      "The numbers are relative. The samples are shuffled by the seed first, unless ordered."
    ]
  ) { session, arguments throws(Complaint) in
    try session.split(arguments)
  }
}

extension Session {
  mutating func split(_ arguments: Arguments) throws(Complaint) {
    var words = arguments.words
    let isOrdered = words.last?.text == "ordered"
    if isOrdered { words.removeLast() }
    guard !words.isEmpty else {
      throw Complaint(.missing("three sizes, as in 'split 2 1 1'", in: "split"))
    }
    var sizes: [Double] = []
    for word in words {
      guard let size = Double(word.text), size >= 0, size.isFinite, size <= 1e9 else {
        throw Complaint(
          .badValue(word.text, of: "split", wanted: "relative sizes from 0 on"), at: word.column)
      }
      sizes.append(size)
    }
    guard sizes.count == 3 else {
      throw Complaint(
        .badValue(arguments.text, of: "split", wanted: "three sizes, as in 'split 2 1 1'"),
        at: arguments.column)
    }
    let consequences = try edit("split \(arguments.text)", column: arguments.column) {
      machine throws(Fault) in
      try machine.split((sizes[0], sizes[1], sizes[2]), shuffles: !isOrdered)
    }
    let parts = machine.heldOut
    say(
      "\(machine.trainingSamples?.count ?? 0) samples to train on,"
        + " \(parts.validation?.count ?? 0) for validation, \(parts.test?.count ?? 0) for the test"
        + (isOrdered ? "" : ", shuffled by seed \(machine.seed)"))
    say(consequences)
  }
}
