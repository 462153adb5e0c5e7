import EpynnShell

/// The file with the lines of the last session that nobody saved.
struct LastSessionFile: Sendable {
  let file: StateFile

  func read() -> Result<[UInt8], FileFault> {
    // Where it cannot lie there is none.
    file.read(atMost: 2 * LastSession.byteLimit).mapError { $0 == .unwritable ? .missing : $0 }
  }

  func write(_ session: LastSession) -> Effect.Outcome {
    file.replace(with: session.bytes).map { .failed($0) } ?? .done
  }
}
