/// The lines of a file, whatever ends them, with a byte order mark left out.
struct SourceLines {
  let lines: [String]

  init(_ bytes: [UInt8]) throws(LessonFault) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var lines: [String] = []
    for (index, raw) in rest.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let line = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
      guard line.count <= Lesson.lineLimit else {
        throw LessonFault(.tooLong(limit: Lesson.lineLimit), line: index + 1)
      }
      guard let text = String(validating: line, as: UTF8.self) else {
        throw LessonFault(.notUTF8, line: index + 1)
      }
      lines.append(text)
    }
    // The newline at the end of a file begins no further line.
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
  }
}
