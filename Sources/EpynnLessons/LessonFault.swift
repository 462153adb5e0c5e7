/// What is wrong in a lesson, and where; lines and columns count from 1.
public struct LessonFault: Error, Equatable, Sendable {
  public let reason: Reason
  public let line: Int
  public let column: Int

  public enum Reason: Equatable, Sendable {
    case empty
    case notUTF8
    /// A line, or a fence that is no transcript, has more bytes than the limit.
    case tooLong(limit: Int)
    case unclosedFence(String)
    case outputBeforeCommand
    case unknownKey(String, known: [String])
    case notAKey(String)
    case missingAnswer
    case answerIsNoChoice(String)
    /// Answers written out where a vote makes them.
    case voteBesides(String)
    case missingQuestion
    case repeatedKey(String)
    case badSkipping(String)
    case badDecimals(String)
    /// A `wrong:` line with the value alone.
    case missingReason(String)
    case repeatedChoice(String)
    case tooManyChoices(limit: Int)
    case noExercise
    case severalExercises(Int)
  }

  public init(_ reason: Reason, line: Int, column: Int = 1) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}
