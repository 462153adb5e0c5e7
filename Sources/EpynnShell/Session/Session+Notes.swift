import EpynnCore

/// What was read in another way than Python would take it.
extension Session {
  /// What of a line means something else elsewhere.
  mutating func say(_ notes: [ReadingNote]) {
    for note in notes {
      guard let sentence = note.sentence(in: scope, through: veil),
        !aids.notesMade.contains(sentence)
      else { continue }
      // What a name stands for is said once; what numbers do, each time.
      if case .contained = note { aids.notesMade.insert(sentence) }
      say(sentence)
    }
  }
}
