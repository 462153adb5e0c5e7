import EpynnShell

/// The world as it is: files, and those that keep progress and the last session.
struct FileWorld: World {
  /// `nil` where there is no folder for the state of programs.
  let progress: ProgressFile?
  let lastSession: LastSessionFile?

  func perform(_ effect: Effect) -> Effect.Outcome {
    switch effect {
    case .write(let draft): FileWriter.write(draft)
    case .keepSession(let session): lastSession?.write(session) ?? .failed(.unwritable)
    case .keepProgress(let update): progress?.update(with: update) ?? .done
    case .mendProgress: progress?.update(with: .none) ?? .done
    }
  }
}
