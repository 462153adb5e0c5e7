/// One way to complete a word, with a note such as its shape, "(3, 2)", or none.
package struct Candidate: Equatable, Sendable {
  package var text: String
  package var note: String

  package init(text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}

/// The candidates for the word that begins `start` bytes into the line and ends at the cursor.
package struct Completion: Equatable, Sendable {
  package var start: Int
  package var candidates: [Candidate]

  package init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }
}
