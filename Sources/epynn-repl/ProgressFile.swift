import EpynnShell
import StateFiles

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
    if let fault = file.makeFolder() { return .failed(fault) }
    do throws(SystemError) {
      return try FileLock(path: path + ".lock").hold { () throws(SystemError) in
        try merge(news)
      }
    } catch { return .failed(StateFile.fault(error)) }
  }

  private func merge(_ news: ProgressUpdate) throws(SystemError) -> Effect.Outcome {
    switch read() {
    case .failure(let fault): return .failed(fault)
    case .success(let content):
      let (bytes, damage) = news.merged(with: content)
      let copy = damage == nil ? nil : try setAside()
      if let fault = file.replace(with: bytes) {
        // The next attempt sets it aside again.
        if let copy { try? System.remove(copy) }
        return .failed(fault)
      }
      guard let damage, let copy else { return .done }
      return .setAside(damage, copy: copy)
    }
  }

  /// Keeps a damaged file under a name that is free, and says which; what was set aside before
  /// stays.
  private func setAside() throws(SystemError) -> String {
    var number = 1
    while true {
      let name = path + ".damaged" + (number == 1 ? "" : ".\(number)")
      do throws(SystemError) {
        // A link fails where the name is taken, a rename would overwrite.
        try System.addName(name, to: path)
        return name
      } catch {
        guard error.isNameTaken, number < 99 else { throw error }
        number += 1
      }
    }
  }
}
