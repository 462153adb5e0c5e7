/// One way to complete a word, with a note such as its shape, "(3, 2)", or none.
public struct Candidate: Equatable, Sendable {
  public var text: String
  public var note: String

  public init(text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}

/// The candidates for the word that begins `start` bytes into the line and ends at the cursor.
public struct Completion: Equatable, Sendable {
  public var start: Int
  public var candidates: [Candidate]

  public init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }
}
