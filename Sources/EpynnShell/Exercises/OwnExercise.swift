import EpynnCore
import EpynnLessons

/// An exercise as a file describes it: what is drawn and asked, and what a learner is told.
package struct OwnExercise: Sendable {
  package let exercise: Exercise
  let file: String
  /// The line of its fence.
  let line: Int
  /// Whether nothing is said of an answer until it is marked.
  let tellsNothing: Bool
  /// Whether an answer is numbers alone, since a formula would have the program compute it.
  let takesNumbersOnly: Bool

  /// The longest that is drawn for one id.
  static let drawingTime = Duration.seconds(2)

  /// - Throws: a complaint with the file's line where it holds no exercise, or none that works.
  init(reading bytes: [UInt8], file: String) throws(Complaint) {
    let block: ExerciseBlock
    do throws(LessonFault) { block = try ExerciseBlock(in: bytes) } catch {
      throw Complaint(.inLesson(file, error))
    }
    self = try ExerciseReader(block: block, file: file).exercise()
  }

  init(
    exercise: Exercise, file: String, line: Int, tellsNothing: Bool, takesNumbersOnly: Bool
  ) {
    self.exercise = exercise
    self.file = file
    self.line = line
    self.tellsNothing = tellsNothing
    self.takesNumbersOnly = takesNumbersOnly
  }

  /// The numbers of an id.
  ///
  /// - Throws: a complaint that says which line failed how often, where none was found in time.
  func drawn(for id: StudentID) throws(Complaint) -> DrawnExercise {
    let clock = ContinuousClock()
    let end = clock.now + Self.drawingTime
    do throws(DrawingFailure) {
      return try exercise.drawn(for: id.text) { clock.now >= end }
    } catch {
      var complaint = Complaint(.notDrawn(NothingDrawn(error, of: exercise)))
      complaint.trail = [ScriptLocation(file: file, line: line)]
      throw complaint
    }
  }
}

/// Why nothing was drawn, in the words of the exercise.
struct NothingDrawn: Equatable, Sendable {
  let draws: Int
  /// The lines that failed first, with how often, the commonest first.
  let lines: [Line]

  struct Line: Equatable, Sendable {
    let text: String
    let count: Int
  }

  init(_ failure: DrawingFailure, of exercise: Exercise) {
    draws = failure.draws
    let conditions = zip(exercise.conditions, failure.conditions).map {
      Line(text: "where: \($0.text)", count: $1)
    }
    let mistakes = zip(exercise.distinct, failure.mistakes).map {
      Line(text: "distinct: \($0.name)", count: $1)
    }
    let unfit = [Line(text: "find: \(exercise.names(exercise.find))", count: failure.unfit)]
    lines = (conditions + mistakes + unfit).filter { $0.count > 0 }.sorted { $0.count > $1.count }
  }
}

extension Exercise {
  /// Tensors by their names, as a list.
  func names(_ names: [TensorName]) -> String {
    names.map { $0.text(of: layerCount) }.joined(separator: " ")
  }
}
