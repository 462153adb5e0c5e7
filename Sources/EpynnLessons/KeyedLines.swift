/// The lines `key: value` of a fence; a line without a key goes on the value before it.
struct KeyedLines {
  struct Entry {
    let key: String
    var value: String
    let line: Int
  }

  private(set) var text: [String] = []
  private(set) var entries: [Entry] = []

  /// Lines before the first of the known keys are text; with none known, every line needs a key.
  init(_ block: [String], from first: Int, known: Set<String>? = nil) throws(LessonFault) {
    for (index, line) in block.enumerated() {
      let key = line.unicodeScalars.prefix { $0 != ":" && $0 != " " }
      let rest = line.unicodeScalars.dropFirst(key.count)
      if rest.first == ":", !key.isEmpty, known?.contains(String(key)) ?? true {
        let value = Substring(rest.dropFirst()).trimmingSpaces
        entries.append(Entry(key: String(key), value: value, line: first + index))
      } else if known == nil {
        guard line.trimmingSpaces.isEmpty else {
          throw LessonFault(.notAKey(line.trimmingSpaces), line: first + index)
        }
      } else if entries.isEmpty {
        text.append(line)
      } else if !line.trimmingSpaces.isEmpty {
        entries[entries.count - 1].value += " " + line.trimmingSpaces
      }
    }
  }

  /// The entries of a `lesson` fence.
  func settings() throws(LessonFault) -> [String: String] {
    var settings: [String: String] = [:]
    for entry in entries {
      guard FenceKind.lesson.keys.contains(entry.key) else {
        throw LessonFault(
          .unknownKey(entry.key, known: FenceKind.lesson.keys), line: entry.line)
      }
      guard settings[entry.key] == nil else {
        throw LessonFault(.repeatedKey(entry.key), line: entry.line)
      }
      guard entry.key != "skipping" || ["yes", "no"].contains(entry.value) else {
        throw LessonFault(.badSkipping(entry.value), line: entry.line)
      }
      settings[entry.key] = entry.value
    }
    return settings
  }
}
