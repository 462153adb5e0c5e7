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
    StateFolder.path(of: "epynn-repl", environment: System.variable)
      .map { StateFile(path: "\($0)/\(name)") }
  }

  /// What it holds; `unwritable` where another file lies in its folder's place.
  func read(atMost limit: Int) -> Result<[UInt8], FileFault> {
    do throws(SystemError) {
      return try OpenFile.reading(path).contents(atMost: limit)
    } catch {
      return .failure(error.number == ENOTDIR ? .unwritable : FileFault(reading: error))
    }
  }

  /// Puts other bytes in their place. Returns why that did not work, where it did not.
  func replace(with bytes: [UInt8]) -> FileFault? {
    makeFolder()
      ?? {
        switch AtomicFile.write(bytes, to: path, replaces: true, mode: 0o600) {
        case .written: nil
        case .exists, .notAFile: .notAFile
        case .failed(let error): Self.fault(error)
        }
      }()
  }

  /// Makes the folder that it lies in. Returns why that did not work, where it did not.
  func makeFolder() -> FileFault? {
    do throws(SystemError) { try Directory.make(Directory.parent(of: path)) } catch {
      return Self.fault(error)
    }
    return nil
  }

  /// Nobody named the folder, so nobody is told to make it.
  static func fault(_ error: SystemError) -> FileFault {
    let fault = FileFault(writing: error)
    return fault == .noFolder || fault == .forbidden ? .unwritable : fault
  }
}

extension OpenFile {
  /// All of its bytes.
  borrowing func contents(atMost limit: Int) throws(SystemError) -> Result<[UInt8], FileFault> {
    guard let bytes = try read(atMost: limit) else { return .failure(.tooLarge(limit: limit)) }
    return .success(bytes)
  }
}
