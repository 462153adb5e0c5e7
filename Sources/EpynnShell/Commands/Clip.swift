import EpynnCore

extension Command {
  static let clip = Command(
    "clip", .changing, takes: [norm], "keep each layer's gradients within a norm",
    example: "clip 0.25",
    details: [
      "dW and db of a layer are multiplied by NORM / (their norm + 1e-16) where that is below 1.",
      "The update does it; dW and db themselves stay as they are.",
    ]
  ) { session, given throws(Complaint) in
    guard let norm = try given[norm] else { return session.sayClip() }
    try session.setClip(norm)
  }

  private static let norm = OptionalPositional("NORM", normOrOff)

  /// A number, or off, which is none.
  private static var normOrOff: Kind<Double?> {
    var grammar = Grammar(wanted: "a norm")
    grammar.words = ["off"]
    grammar.offers = { _ in [Suggestion("off")] }
    return Kind(grammar) { word, name throws(Complaint) in
      if word.text == "off" { return nil }
      guard let number = Double(word.text) else {
        throw Complaint(
          .badValue(word.text, of: name, wanted: "a number above 0, or off"), at: word.column)
      }
      return number
    }
  }
}

extension Session {
  fileprivate mutating func sayClip() {
    let clip = machine.clip.map { $0.text(look.precision) }
    say(clip.map { "gradients are clipped to \($0)" } ?? "gradients are not clipped")
  }

  fileprivate mutating func setClip(_ argument: Argument<Double?>) throws(Complaint) {
    let norm = argument.value
    try edit("clip \(argument.text)", column: argument.column) { machine throws(Fault) in
      try machine.set(clip: norm)
      return []
    }
    say(
      norm.map { "gradients of a layer are clipped to a norm of \($0.text(look.precision))" }
        ?? "gradients are not clipped")
  }
}
