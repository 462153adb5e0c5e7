@testable import EpynnProgram
@testable import EpynnShell

/// A line that was answered, and what the answer asks of the world.
struct Answered: Sendable {
  private let session: Session
  private let effects: [Effect]

  private init(_ line: String) {
    var session = Session()
    effects = session.respond(to: Array(line.utf8)).effects
    self.session = session
  }

  /// Does what it asks for. Returns what is said of that.
  func carriedOut() -> String {
    let world = FileWorld(progress: nil, lastSession: nil, hasScreen: false)
    var session = session
    return session.conclude(effects.map(world.perform)).text
  }

  /// A line for each format that leaves, for computing them takes longer than writing them.
  static let exports =
    [
      "html", "md", "md session", "tex", "svg", "npz", "csv", "safetensors", "py", "ipynb",
    ].map { "export ~/p.\($0)" } + ["export ~/W.npy", "export ~/p_torch.py"]

  static let answers = Dictionary(uniqueKeysWithValues: exports.map { ($0, Answered($0)) })
}
