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

  var source: ProgressSource { ProgressSource(name: path) { read() } }

  private func read() -> Result<ProgressContent, FileFault> {
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

  /// Merges news with what is kept, with nobody else between.
  func update(with news: ProgressUpdate) -> Effect.Outcome {
    guard Directory.make(Directory.parent(of: path)), let lock = FileLock(path: path + ".lock")
    else { return .failed(.unwritable) }
    return lock.hold {
      switch read() {
      case .failure(let fault): return .failed(fault)
      case .success(let content):
        let (bytes, damage) = news.merged(with: content)
        let copy = damage == nil ? nil : setAside()
        if damage != nil, copy == nil { return .failed(.unwritable) }
        let temporary = path + ".new"
        // Left by a program that was killed in the middle: nobody else writes under the lock.
        unlink(temporary)
        guard AtomicFile.replace(path, with: bytes, by: temporary) else {
          return .failed(.unwritable)
        }
        guard let damage, let copy else { return .done }
        return .setAside(damage, copy: copy)
      }
    }
  }

  /// Keeps a damaged file under a name that is free, and says which; what was set aside before stays.
  private func setAside() -> String? {
    let names = [path + ".damaged"] + (2...99).map { "\(path).damaged.\($0)" }
    // A link fails where the name is taken, a rename would overwrite.
    return names.first { link(path, $0) == 0 }
  }
}
