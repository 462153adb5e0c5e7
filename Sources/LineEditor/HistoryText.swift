import StateFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What lies in the history's place.
enum HistoryText {
  case absent
  case unreadable
  case text(lines: [ArraySlice<UInt8>], isOurs: Bool)

  init(reading path: String) {
    // Non-blocking: the open of a pipe in the file's place would wait for a writer.
    guard let file = OpenFile(path: path, flags: O_RDONLY | O_NONBLOCK) else {
      self = errno == ENOENT ? .absent : .unreadable
      return
    }
    var status = stat()
    guard fstat(file.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      case .bytes(let bytes) = file.read(atMost: HistoryFile.mostBytesRead)
    else {
      self = .unreadable
      return
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    self = .text(lines: lines, isOurs: status.st_uid == geteuid())
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
    let temporary = path + ".new"
    // Left by a program that was killed in the middle: nobody else writes under the lock.
    unlink(temporary)
    let bytes = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    return AtomicFile.write(bytes, to: path, replaces: true, mode: 0o600, by: temporary) == .written
  }
}
