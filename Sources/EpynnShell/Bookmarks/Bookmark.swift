import EpynnCore

/// A moment under a name: the machine with its past, and how it was shown.
struct Bookmark: Sendable {
  let name: String
  private(set) var timeline: Timeline
  let shown: ShownState
  let card: LastCard
  /// The bytes that it holds, at most: what it shares with the present counts too.
  private(set) var size: Int

  init(_ name: String, of session: Session) {
    self.name = name
    timeline = session.timeline
    shown = session.shown
    card = session.card
    size = timeline.size + Self.size(timeline.present, card)
  }

  private static func size(_ machine: Machine, _ card: LastCard) -> Int {
    machine.heldBytes + (card.shown.map { Timeline.size(from: $0.before, to: machine) } ?? 0)
  }

  /// Forgets how it came about: which epochs there were before it, and what changed a cell.
  mutating func dropPast() {
    timeline = timeline.withoutPast
    size = Self.size(timeline.present, card)
  }

  /// Where it is, in words: `iteration 3, before backward (1) dA`.
  var place: String {
    let machine = timeline.present
    let epochs = machine.epochsDone > 0 ? "\(machine.epochsDone.counted("epoch")) done, " : ""
    guard let next = machine.next else { return "no layer yet" }
    return "\(epochs)iteration \(machine.iteration), before \(Timeline.Event.step(next).text)"
  }
}
