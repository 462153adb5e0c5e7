import EpynnShell
import StateFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The file in which progress in lessons is kept.
struct ProgressFile: Sendable {
  let file: StateFile

  /// Far more than is ever written.
  private static let limit = 64 << 20

  private var path: String { file.path }

  var source: ProgressSource { ProgressSource(name: path) { read() } }

  private func read() -> Result<ProgressContent, FileFault> {
    switch file.read(atMost: Self.limit) {
    case .success(let bytes): .success(.bytes(bytes))
    case .failure(.missing): .success(.nothing)
    case .failure(.tooLarge(let limit)): .success(.tooLarge(limit: limit))
    case .failure(let fault): .failure(fault)
    }
  }

  /// Merges news with what is kept, with nobody else between.
  func update(with news: ProgressUpdate) -> Effect.Outcome {
    guard file.makeFolder(), let lock = FileLock(path: path + ".lock") else {
      return .failed(.unwritable)
    }
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
        guard file.replace(with: bytes, by: temporary) else {
          return .failed(.unwritable)
        }
        guard let damage, let copy else { return .done }
        return .setAside(damage, copy: copy)
      }
    }
  }

  /// Keeps a damaged file under a name that is free, and says which; what was set aside before
  /// stays.
  private func setAside() -> String? {
    let names = [path + ".damaged"] + (2...99).map { "\(path).damaged.\($0)" }
    // A link fails where the name is taken, a rename would overwrite.
    return names.first { link(path, $0) == 0 }
  }
}
