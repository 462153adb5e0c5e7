import EpynnLessons

/// How far a person got in one lesson, and how the questions went.
struct LessonProgress: Sendable, Equatable {
  /// The lesson's own name, or its file's.
  let id: String
  /// The version of the text that was played.
  var version: String
  var title: String
  /// The item that comes next, counted from 0; as many as there are once all were played.
  var item: Int
  var items: Int
  /// The heading under which that item stands.
  var heading: String
  var answers: [Answer] = []

  /// The most items that were ever behind the person, where that is more than `item`.
  var furthest = 0

  enum Outcome: String, Sendable, CaseIterable {
    /// At once and without a hint.
    case right
    /// After a wrong answer or a hint.
    case helped
    case solution
    case skipped
    /// Answered wrongly or helped with, and not settled yet.
    case open
  }

  /// How many items are behind the person, whatever is looked at again.
  var reached: Int { min(max(item, furthest), items) }

  var isFinished: Bool { reached >= items }

  /// `item 5 of 15`, or that all were played.
  var text: String { isFinished ? "finished" : "item \(item + 1) of \(items)" }

  /// Where to go on in a lesson whose text may have changed: there the same heading counts.
  func resumption(in lesson: Lesson) -> Resumption {
    guard version != lesson.version else {
      guard item > 0, item < items else { return isFinished ? .again : .start }
      return isFinished ? .finished(item: item) : .item(item)
    }
    guard !isFinished, let found = lesson.item(under: heading, keptAs: ProgressBook.field),
      found > 0
    else { return .changed }
    return .heading(heading, item: found)
  }

  enum Resumption: Equatable {
    case start, again, changed
    case item(Int)
    /// It was finished, and is looked at again.
    case finished(item: Int)
    case heading(String, item: Int)
  }
}
