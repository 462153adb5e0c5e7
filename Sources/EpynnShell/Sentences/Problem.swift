import EpynnCore
import EpynnLessons

/// What a line was refused for, as a fact; the sentences live beside this file.
enum Problem: Error, Equatable, Sendable {
  case core(Fault)

  // The line
  case lineTooLong(bytes: Int, limit: Int)
  case notUTF8(byte: UInt8)
  case controlCharacter(code: UInt32)

  // Commands
  case unknownCommand(String, nearest: String?)
  case ambiguous(String, [String])
  case missing(String, in: String)
  case notACount(String)
  case notAWholeNumber(String)
  case surplus(String, after: String)
  case unknownWord(String, kind: String, known: [String])
  case badValue(String, of: String, wanted: String)
  case noTopic(String, nearest: String?)
  case notAScalar(Shape)
  case rowLength(Int, expected: Int)
  case notARow(String)
  case notAtAPrompt(String)
  case notInALesson(String)

  // Lessons
  case noLesson
  case noQuestion(String)
  case noSuchItem(Int, count: Int)
  case noSuchLesson(String, nearest: String?)
  case inLesson(String, LessonFault)

  // Files
  case file(String, FileFault)
  case unsaved(String, FileFault)
  case tooLongToSave(Int)
  case loadsItself(String)
  case nestedTooDeep(Int)
}

/// Why a file could not be read or written.
public enum FileFault: Error, Equatable, Sendable {
  case missing
  case isFolder
  case unreadable
  case notAFile
  case exists
  case unwritable
  case tooLarge(limit: Int)
}

/// A problem and where it was found.
struct Complaint: Error, Equatable, Sendable {
  let problem: Problem
  /// The column in the line, counted in characters from 0.
  var column: Int?
  /// The lines of files that led here, the outermost first.
  var trail: [Place] = []
  /// The line of the file that was refused.
  var source: String?

  init(_ problem: Problem, at column: Int? = nil) {
    self.problem = problem
    self.column = column
  }

  init(_ failure: Failure, offset: Int = 0) {
    problem = .core(failure.fault)
    column = failure.column.map { max($0 + offset, 0) }
  }

  /// The same where a script's line is known and no file says it better.
  func found(at place: Place?, in line: String) -> Complaint {
    guard let place, trail.isEmpty else { return self }
    var located = self
    located.trail = [place]
    located.source = line
    return located
  }
}

/// A line of a script, counted from 1.
public struct Place: Equatable, Sendable {
  public let file: String
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
