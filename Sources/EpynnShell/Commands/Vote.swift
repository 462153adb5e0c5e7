import EpynnCore

extension Command {
  static let vote = Command(
    "vote", .proving, takes: [voted, votedShape],
    "ask the room: lettered answers, counts as bars, then 'reveal'", example: "vote dW[0,1]",
    details: [
      "The wrong answers are mistakes that give other numbers here. A step asks a cell of what it"
        + " writes; alone it is the next step's. What has not run is computed aside.",
      "Type a count for each letter, as 11 12 5 2; a second row is the second vote. What is asked"
        + " is shown as '?' everywhere until 'reveal', which tells where each answer comes from;"
        + " 'leave' and Ctrl-C end it without. Any other command may be used meanwhile.",
      "vote bug asks at which step a hidden mistake is. In a lesson's question a line"
        + " 'vote: dW[0,1]' or 'vote: shape dX' makes the choices.",
    ]
  ) { session, given throws(Complaint) in
    guard session.vote == nil else { throw Complaint(.vote(.open)) }
    try session.open(session.voteQuestion(given))
  }

  static let voted = OptionalPositional("CELL, STEP", cellOrStep)
  static let votedShape = Option("shape", "TENSOR", .tensor("a tensor"), insteadOf: voted)
  /// In place of a step: that of a hidden mistake.
  static let votedBug = "bug"

  private static var cellOrStep: Kind<String> {
    var kind = Kind.formula("a cell or a step") { $0.steps + $0.names + [Suggestion(votedBug)] }
    kind.grammar.words = [votedBug]
    return kind
  }
}
