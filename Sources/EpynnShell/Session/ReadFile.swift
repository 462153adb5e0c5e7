/// A file that a line has read, as the line calls it.
struct ReadFile: Sendable, Equatable {
  let path: String

  /// Its name without the folder: beside a lesson it has that one.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The line as it reads the file from beside a lesson.
  func besideLesson(_ line: String) -> String { line.replacing(path, with: name) }
}
