import EpynnCore

extension Command {
  static let new = Command(
    "new", .changing, "empty the layer and begin your own", example: "new",
    details: [
      "Typed alone at a terminal it asks for X, units, activation, W, b and Y: Enter leaves one"
        + " out, and a command or an assignment ends the questions."
    ]
  ) { session, _ in
    session.beginAnew()
  }
}

extension Session {
  /// Empties the layer; at a terminal the questions follow.
  mutating func beginAnew() {
    endInterview()
    var emptied = machine
    emptied.empty()
    timeline.record(emptied, after: .edit("new"))
    card.shown = nil
    say("emptied: no data, no layer; 'back' brings them back")
    let fresh = Machine()
    if machine.loss != fresh.loss || machine.rate != fresh.rate {
      say("the loss is \(machine.loss.name) and the rate \(machine.rate.shortestText), as before")
    }
    if source == .prompt, !turn.isPasted, !turn.isSilenced { beginInterview() }
  }
}
