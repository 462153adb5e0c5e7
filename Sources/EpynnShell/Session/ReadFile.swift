import Paths

/// A file that a line has read, as the line calls it.
struct ReadFile: Sendable, Equatable {
  let path: String
  /// Where it lies, seen from where the program runs: a file's own lines call it from beside that.
  let place: String

  /// Its name without the folder: beside a lesson it has that one.
  var name: String { PathParts(path).name }

  /// The line as it reads the file from where the program runs.
  func fromHere(_ line: String) -> String { line.replacing(path, with: place) }

  /// The line as it reads the file from beside a lesson.
  func besideLesson(_ line: String) -> String { line.replacing(path, with: name) }
}
