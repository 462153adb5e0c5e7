/// The words that make a Markdown file a lesson.
package enum LessonKeys {
  /// What stands behind the opening of a block that is played, asked or read.
  package static let fences = ["epynn", "question", "lesson"]
  package static let ofQuestions = [
    "answer", "choice", "accept", "wrong", "decimals", "hint", "why",
  ]
  package static let ofLessons = ["id", "skipping"]
}
