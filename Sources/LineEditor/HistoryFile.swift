import StateFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> HistoryFile? {
    StateFolder.path(of: program, environment: environment)
      .map { HistoryFile(path: $0 + "/history") }
  }

  /// The entries, the oldest first; lines that are not entries are passed over.
  package func load() -> [String] {
    guard case .text(let lines, _) = HistoryText(reading: target) else { return [] }
    return Array(lines.compactMap(HistoryEntry.init(line:)).map(\.text).suffix(Self.mostEntries))
  }

  /// Adds an entry, unless it repeats the newest one, and returns whether the file holds it.
  @discardableResult
  package func append(_ line: String) -> Bool {
    let target = self.target
    guard let entry = HistoryEntry(cleaning: line), Directory.make(Directory.parent(of: target)),
      let lock = FileLock(path: target + ".lock")
    else { return false }
    return lock.hold { Self.add(entry, to: target) }
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
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
