import StateFiles

/// What lies in the history's place.
enum HistoryText {
  case absent
  case unreadable
  case text(lines: [ArraySlice<UInt8>], isOurs: Bool)

  init(reading path: String) {
    do throws(SystemError) {
      let file = try OpenFile.reading(path)
      let status = try file.status
      guard status.kind == .file, let bytes = try file.read(atMost: HistoryFile.mostBytesRead)
      else {
        self = .unreadable
        return
      }
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      self = .text(lines: lines, isOurs: status.isOwn)
    } catch {
      self = error.isNothingThere ? .absent : .unreadable
    }
  }

  /// Drops the oldest entries beyond the limits; lines that are not entries are carried along.
  static func trim(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    var entries = 0
    var bytes = 0
    let kept = lines.reversed().filter { line in
      guard HistoryEntry(line: line) != nil else { return true }
      entries += 1
      bytes += line.count + 1
      return entries <= HistoryFile.mostEntries && bytes <= HistoryFile.mostBytes
    }
    return kept.reversed()
  }

  /// Replaces the file by another one in a single step; its lock is held.
  static func write(_ lines: [ArraySlice<UInt8>], to path: String) -> Bool {
    let bytes = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    return AtomicFile.write(bytes, to: path, replaces: true, mode: 0o600) == .written
  }
}
