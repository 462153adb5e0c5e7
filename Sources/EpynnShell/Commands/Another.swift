import EpynnCore

extension Command {
  static let another = Command(
    "another", .proving, "be asked the step of the mistake just named, on other small layers",
    example: "another",
    details: [
      "After mine, predict or 'bug is NAME' has named a mistake: one cell at which that mistake gives"
        + " another number. Two right in a row close it.",
      "An answer may be a formula. hint, solution and skip help, leave ends it, and a ':' in front of"
        + " a line makes it a command.",
    ]
  ) { session, _ in
    session.beginPractice()
  }
}

extension Session {
  fileprivate mutating func beginPractice() {
    guard let named = aids.named else {
      return say(
        "no mistake was named yet: 'mine dW = …' names one, or 'bug hidden' and 'bug is NAME'")
    }
    say(
      "two right in a row end these questions; a number or a formula answers, 'hint' and 'solution'"
        + " help, 'leave' ends them too")
    if !askAnother(of: named) {
      say("no small layer was found on which that mistake gives another number")
    }
  }
}
