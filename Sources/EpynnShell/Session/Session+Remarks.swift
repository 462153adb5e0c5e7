import EpynnCore

/// What numbers ask to be said, once.
extension Session {
  /// Says what an occasion asks for; a line that is silenced says nothing, and leaves it to the
  /// next.
  mutating func sayRemarks(on event: Occasion.Event, from before: Machine) {
    for sentence in newRemarks(on: event, from: before) { say(sentence, .warning) }
  }

  /// The sentences themselves, for a screen that must know how high they are.
  mutating func newRemarks(on event: Occasion.Event, from before: Machine) -> [String] {
    guard !turn.isSilenced else { return [] }
    let found = Remark.found(in: Occasion(event, from: before, to: machine))
    return aids.remarksMade.new(of: found, about: machine).map { $0.sentence(in: machine) }
  }
}
