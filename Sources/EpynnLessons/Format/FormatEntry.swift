/// A row of the table of what may stand in a lesson: how it is written, what it does, and an
/// example.
///
/// The keys that a fence knows, `help lesson-file`, `lessons/README.md` and the lesson that
/// `epynn-repl test --new` writes follow from it, so that nothing is read that is not told.
package struct FormatEntry: Sendable {
  /// The fence that it stands in; `nil` where it stands between fences.
  package let fence: FenceKind?
  /// What stands before the colon; `nil` where it is no line `key: value`.
  package let key: String?
  /// As it is written, with words in capitals for what an author puts there.
  package let form: String
  /// What it does, in a few words.
  package let summary: String
  /// More of it, in whole sentences.
  package let details: String
  package let example: Example

  /// A lesson of its own, and what is typed at its question.
  package struct Example: Sendable {
    package let lesson: String
    /// Lines behind `answer> `, each with what it is answered with; empty where nothing is asked.
    package let answers: String

    package init(_ lesson: String, answers: String = "") {
      self.lesson = lesson
      self.answers = answers
    }
  }

  /// A line `key: value` of a fence.
  package init(
    key: String, _ value: String, in fence: FenceKind, _ summary: String, details: String,
    example: Example
  ) {
    self.init(
      "\(key): \(value)", key: key, in: fence, summary, details: details, example: example)
  }

  /// What is no line `key: value`.
  package init(
    _ form: String, key: String? = nil, in fence: FenceKind?, _ summary: String, details: String,
    example: Example
  ) {
    self.fence = fence
    self.key = key
    self.form = form
    self.summary = summary
    self.details = details
    self.example = example
  }

  /// The table, in the order in which it is told.
  package static let all: [FormatEntry] = transcripts + questions + settings + exercise
}

extension FenceKind {
  /// What may stand before a colon in it: the keys of its rows, each once.
  package var keys: [String] {
    FormatEntry.all.reduce(into: []) { keys, entry in
      guard entry.fence == self, let key = entry.key, !keys.contains(key) else { return }
      keys.append(key)
    }
  }
}
