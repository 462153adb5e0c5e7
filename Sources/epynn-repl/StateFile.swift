import EpynnShell
import StateFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// A file in which the program keeps what outlives it: the user's alone, written whole or not at
/// all.
struct StateFile: Sendable {
  let path: String

  /// In a folder for the state of programs; `nil` where there is none.
  static func standard(_ name: String) -> StateFile? {
    StateFolder.path(of: "epynn-repl") { Console.variable($0) }
      .map { StateFile(path: "\($0)/\(name)") }
  }

  /// What it holds; `unwritable` where another file lies in its folder's place.
  func read(atMost limit: Int) -> Result<[UInt8], FileFault> {
    guard let file = OpenFile(path: path, flags: O_RDONLY | O_NONBLOCK) else {
      return .failure(errno == ENOENT ? .missing : errno == ENOTDIR ? .unwritable : .unreadable)
    }
    return file.contents(atMost: limit)
  }

  /// Puts other bytes in their place. Returns whether that worked.
  ///
  /// - Parameter temporary: where they are written first, in the same folder; `nil` is a name of its
  ///   own.
  func replace(with bytes: [UInt8], by temporary: String? = nil) -> Bool {
    makeFolder()
      && AtomicFile.write(bytes, to: path, replaces: true, mode: 0o600, by: temporary) == .written
  }

  /// Makes the folder that it lies in, and returns whether it is there.
  func makeFolder() -> Bool { Directory.make(Directory.parent(of: path)) }
}

extension OpenFile {
  /// All of its bytes.
  borrowing func contents(atMost limit: Int) -> Result<[UInt8], FileFault> {
    switch read(atMost: limit) {
    case .bytes(let bytes): .success(bytes)
    case .tooLong: .failure(.tooLarge(limit: limit))
    case .failed: .failure(.unreadable)
    }
  }
}
