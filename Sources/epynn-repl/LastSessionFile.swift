import EpynnShell
import StateFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The file with the lines of the last session that nobody saved: the user's alone, written whole or not
/// at all.
struct LastSessionFile: Sendable {
  let path: String

  /// In a folder for the state of programs; `nil` where there is none.
  static func standard() -> LastSessionFile? {
    StateFolder.path(of: "epynn-repl") { Console.variable($0) }
      .map { LastSessionFile(path: $0 + "/last") }
  }

  func read() -> Result<[UInt8], FileFault> {
    guard let file = OpenFile(path: path, flags: O_RDONLY | O_NONBLOCK) else {
      return .failure(errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable)
    }
    switch file.read(atMost: 2 * LastSession.byteLimit) {
    case .bytes(let bytes): return .success(bytes)
    case .tooLong: return .failure(.tooLarge(limit: 2 * LastSession.byteLimit))
    case .failed: return .failure(.unreadable)
    }
  }

  func write(_ session: LastSession) -> Effect.Outcome {
    let temporary = "\(path).\(getpid()).new"
    guard Directory.make(Directory.parent(of: path)),
      AtomicFile.replace(path, with: session.bytes, by: temporary)
    else { return .failed(.unwritable) }
    return .done
  }
}
