import EpynnShell

/// The world as it is: files, those that keep progress and the last session, and the screen.
struct FileWorld: World, Sendable {
  /// `nil` where there is no folder for the state of programs.
  let progress: ProgressFile?
  let lastSession: LastSessionFile?
  /// Whether there is a screen that takes more than lines.
  let hasScreen: Bool

  func perform(_ effect: Effect) -> Effect.Outcome {
    switch effect {
    case .write(let draft):
      FileWriter.write(draft.bytes, to: draft.path, replaces: draft.replaces).map { .failed($0) }
        ?? .done
    case .keepSession(let session): lastSession?.write(session) ?? .failed(.unwritable)
    case .keepProgress(let update): progress?.update(with: update) ?? .done
    case .mendProgress: progress?.update(with: .none) ?? .done
    case .clearScreen: clearScreen()
    }
  }

  private func clearScreen() -> Effect.Outcome {
    // The cursor to the first place, then all of the screen erased.
    if hasScreen { Output.results.write("\u{1B}[H\u{1B}[2J") }
    return .done
  }
}
