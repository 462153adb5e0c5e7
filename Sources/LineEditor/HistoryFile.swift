import StateFiles

/// The history kept across runs: a plain UTF-8 text file, one entry a line, the newest last.
///
/// Programs that run at the same time share it without loss. Nothing here is ever fatal: a file
/// that cannot be read or is not ours is left as it is, and the history is simply not kept.
package struct HistoryFile: Sendable {
  /// The newest entries that are kept, in number and in bytes.
  static let mostEntries = 1_000
  static let mostBytes = 1 << 20
  static let mostBytesInEntry = 1 << 16
  /// A file beyond this was not written here.
  static let mostBytesRead = 4 << 20

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// `$XDG_STATE_HOME/PROGRAM/history`, else `$HOME/.local/state/PROGRAM/history`, else nothing.
  package static func standard(
    program: String,
    environment: (String) -> String? = System.variable
  ) -> HistoryFile? {
    StateFolder.path(of: program, environment: environment)
      .map { HistoryFile(path: $0 + "/history") }
  }

  /// The entries, the oldest first; lines that are not entries are passed over.
  package func load() -> [String] {
    guard let target = try? target, case .text(let lines, _) = HistoryText(reading: target)
    else { return [] }
    return Array(lines.compactMap(HistoryEntry.init(line:)).map(\.text).suffix(Self.mostEntries))
  }

  /// Adds an entry, unless it repeats the newest one, and returns whether the file holds it.
  @discardableResult
  package func append(_ line: String) -> Bool {
    guard let entry = HistoryEntry(cleaning: line) else { return false }
    do throws(SystemError) {
      let target = try self.target
      try Directory.make(Directory.parent(of: target))
      return try FileLock(path: target + ".lock").hold { Self.add(entry, to: target) }
    } catch { return false }
  }

  private static func add(_ entry: HistoryEntry, to target: String) -> Bool {
    switch HistoryText(reading: target) {
    case .unreadable:
      return false
    case .absent:
      return HistoryText.write([entry.bytes], to: target)
    case .text(let lines, let isOurs):
      if let newest = lines.last, newest.elementsEqual(entry.bytes) { return true }
      return isOurs && HistoryText.write(HistoryText.trim(lines + [entry.bytes]), to: target)
    }
  }

  /// The file itself where `path` is a symbolic link, which a rename would replace.
  private var target: String {
    get throws(SystemError) {
      do throws(SystemError) { return try System.resolve(path) } catch {
        guard error.isNothingThere else { throw error }
        return path
      }
    }
  }
}
