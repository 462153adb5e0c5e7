import EpynnCore

extension Command {
  static let clip = Command(
    "clip", .changing, "NORM or off", "keep each layer's gradients within a norm",
    example: "clip 0.25",
    details: [
      "dW and db of a layer are multiplied by NORM / (their norm + 1e-16) where that is below 1.",
      "The update does it; dW and db themselves stay as they are.",
    ]
  ) { session, arguments throws(Complaint) in
    try session.setClip(arguments)
  }
}

extension Session {
  mutating func setClip(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else {
      let clip = machine.clip.map { $0.text(look.precision) }
      return say(clip.map { "gradients are clipped to \($0)" } ?? "gradients are not clipped")
    }
    let word = try arguments.single("a norm")
    let norm = Double(word.text)
    guard word.text == "off" || norm != nil else {
      throw Complaint(
        .badValue(word.text, of: "clip", wanted: "a number above 0, or off"), at: word.column)
    }
    try edit("clip \(word.text)", column: word.column) { machine throws(Fault) in
      try machine.set(clip: norm)
      return []
    }
    say(
      norm.map { "gradients of a layer are clipped to a norm of \($0.text(look.precision))" }
        ?? "gradients are not clipped")
  }
}
