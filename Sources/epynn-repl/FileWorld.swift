import EpynnShell

/// The world as it is: files, and the one that keeps progress.
struct FileWorld: World {
  /// `nil` where there is no folder for the state of programs.
  let progress: ProgressFile?

  func perform(_ effect: Effect) -> Effect.Outcome {
    switch effect {
    case .write(let draft): FileWriter.write(draft)
    case .keepProgress(let update): progress?.update(with: update) ?? .done
    case .mendProgress: progress?.update(with: .none) ?? .done
    }
  }
}
