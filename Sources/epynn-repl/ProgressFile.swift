import EpynnShell
import StateFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The file in which progress in lessons is kept: the user's alone, written whole or not at all.
struct ProgressFile: Sendable {
  let path: String

  /// Far more than is ever written.
  private static let limit = 64 << 20

  /// In a folder for the state of programs; `nil` where there is none.
  static func standard() -> ProgressFile? {
    StateFolder.path(of: "epynn-repl") { Console.variable($0) }
      .map { ProgressFile(path: $0 + "/progress") }
  }

  var store: ProgressStore {
    ProgressStore(name: path, read: { read() }, update: { update($0) })
  }

  private func read() -> Result<ProgressStore.Content, FileFault> {
    guard let file = OpenFile(path: path, flags: O_RDONLY | O_NONBLOCK) else {
      if errno == ENOENT { return .success(.nothing) }
      return .failure(errno == ENOTDIR ? .unwritable : .unreadable)
    }
    switch file.read(atMost: Self.limit) {
    case .bytes(let bytes): return .success(.bytes(bytes))
    case .tooLong: return .success(.tooLarge(limit: Self.limit))
    case .failed: return .failure(.unreadable)
    }
  }

  private func update(
    _ change: (ProgressStore.Content) -> ProgressStore.Change
  ) -> Result<Void, FileFault> {
    guard Directory.make(Directory.parent(of: path)), let lock = FileLock(path: path + ".lock")
    else { return .failure(.unwritable) }
    return lock.hold {
      read().flatMap { content in
        let change = change(content)
        if change.setsAside, !setAside() { return .failure(.unwritable) }
        let temporary = path + ".new"
        // Left by a program that was killed in the middle: nobody else writes under the lock.
        unlink(temporary)
        return AtomicFile.replace(path, with: change.bytes, by: temporary)
          ? .success(()) : .failure(.unwritable)
      }
    }
  }

  /// Keeps a damaged file under a name that is free; what was set aside before stays too.
  private func setAside() -> Bool {
    let names = [path + ".damaged"] + (2...99).map { "\(path).damaged.\($0)" }
    // A link fails where the name is taken, a rename would overwrite.
    return names.contains { link(path, $0) == 0 }
  }
}
