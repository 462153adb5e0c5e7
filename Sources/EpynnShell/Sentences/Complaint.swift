import EpynnCore

/// A problem and where it was found.
struct Complaint: Error, Equatable, Sendable {
  let problem: Problem
  /// The column in the line, counted in characters from 0.
  var column: Int?
  /// The lines of files that led here, the outermost first.
  var trail: [ScriptLocation] = []
  /// The line of the file that was refused.
  var source: String?

  init(_ problem: Problem, at column: Int? = nil) {
    self.problem = problem
    // Where a line was stopped, nothing in it is wrong.
    if case .core(.interrupted) = problem { return }
    self.column = column
  }

  init(_ failure: Failure, offset: Int = 0) {
    self.init(.core(failure.fault), at: failure.column.map { max($0 + offset, 0) })
  }

  /// The same of a line as it is kept: without white space around it, its command under its full
  /// name.
  func moved(from typed: String, to kept: String) -> Complaint {
    guard let column, source == nil else { return self }
    var moved = self
    if let before = Arguments(typed), let after = Arguments(kept), column >= before.column {
      moved.column = column - before.column + after.column
    } else {
      let spaces = typed.unicodeScalars.prefix { $0.properties.isWhitespace }.count
      moved.column = max(column - spaces, 0)
    }
    return moved
  }

  /// The same where a script's line is known and no file says it better.
  func found(at place: ScriptLocation?, in line: String) -> Complaint {
    guard let place, trail.isEmpty else { return self }
    var located = self
    located.trail = [place]
    located.source = line
    return located
  }
}

/// A line of a script, counted from 1.
public struct ScriptLocation: Equatable, Sendable {
  public let file: String
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
