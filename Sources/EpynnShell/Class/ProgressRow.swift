/// A row of a table of progress: how one question went for one person, or that a lesson was begun.
struct ProgressRow: Sendable, Equatable {
  /// Whose it is; empty where the table does not say.
  var name = ""
  let lesson: String
  var title = ""
  var version = ""
  /// `nil` where a lesson was begun and nothing answered.
  var answer: LessonProgress.Answer?
}
