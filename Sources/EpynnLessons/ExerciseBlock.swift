/// An `exercise` fence as it stands in a file: its lines by their keys.
public struct ExerciseBlock: Sendable, Equatable {
  /// Its lines, the first one first; those of a key may be several.
  package let entries: [Entry]
  /// A number for its text.
  package let fingerprint: UInt64
  /// The line of its opening, counted from 1.
  package let line: Int

  package struct Entry: Sendable, Equatable {
    package let key: String
    package let value: String
    /// The line in which it stands.
    package let line: Int
    /// Where the value begins in it, counted from 0.
    package let column: Int
    /// The whole of it.
    package let text: String
  }

  /// Those of which one alone may stand there.
  private static let single: Set<String> = [
    "title", "loss", "convention", "given", "find", "points", "decimals", "checks", "typed",
  ]

  /// - Throws: `LessonFault` at a line without a key, or with one that is not known, or stands twice.
  init(_ block: FencedBlock) throws(LessonFault) {
    line = block.line
    fingerprint = block.lines.fingerprint
    let keyed = try KeyedLines(block.lines, from: block.line + 1)
    var seen: Set<String> = []
    for entry in keyed.entries {
      guard FenceKind.exercise.keys.contains(entry.key) else {
        throw LessonFault(
          .unknownKey(entry.key, known: FenceKind.exercise.keys), line: entry.line)
      }
      guard seen.insert(entry.key).inserted || !Self.single.contains(entry.key) else {
        throw LessonFault(.repeatedKey(entry.key), line: entry.line)
      }
    }
    let lines = block.lines
    entries = keyed.entries.map { entry in
      let text = lines[entry.line - block.line - 1]
      let before = entry.key.unicodeScalars.count + 1
      let spaces =
        text.unicodeScalars.dropFirst(before).prefix { $0 == " " || $0 == "\t" }.count
      return Entry(
        key: entry.key, value: entry.value, line: entry.line, column: before + spaces, text: text)
    }
  }

  /// The exercise of a file that holds one.
  ///
  /// - Throws: `LessonFault` where the file cannot be read, or holds none or several.
  package init(in bytes: [UInt8]) throws(LessonFault) {
    let blocks = try LessonSource(bytes).blocks.filter { FenceKind(info: $0.info) == .exercise }
    guard let first = blocks.first else { throw LessonFault(.noExercise, line: 1) }
    guard blocks.count == 1 else {
      throw LessonFault(.severalExercises(blocks.count), line: blocks[1].line)
    }
    guard first.isClosed else {
      throw LessonFault(.unclosedFence(first.mark), line: first.line, column: first.indent + 1)
    }
    try self.init(first)
  }
}
