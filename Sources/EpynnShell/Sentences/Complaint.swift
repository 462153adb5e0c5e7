import EpynnCore

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
