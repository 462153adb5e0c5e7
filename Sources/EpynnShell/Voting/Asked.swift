import EpynnCore

/// What a question to the room asks, which no screen shows before it is told.
struct Asked: Sendable, Equatable {
  let subject: Subject
  /// The tensor that is meant; `nil` where a step is.
  let name: TensorName?
  /// The iteration from which on the tensor holds what is asked; that of what is computed always
  /// does.
  var iteration = 0

  enum Subject: Sendable, Equatable {
    case number
    case shape(Shape)
    /// The step at which a hidden mistake is.
    case step(Bug)
  }

  /// What hides its numbers.
  var cover: Cover? {
    name.map { Cover($0.quantity, layer: $0.layer, from: iteration) }
  }

  /// The shape that is asked for.
  var shape: Shape? { if case .shape(let shape) = subject { shape } else { nil } }

  /// The commands that would tell at which step a mistake is.
  static let telling: Set<String> = ["check", "bug", "fix"]

  /// Whether a command is there to tell what is asked.
  func isTold(by command: Command) -> Bool {
    if case .step = subject { Self.telling.contains(command.name) } else { false }
  }
}

extension Session {
  /// What is asked of the room: by a vote, or by a lesson's question.
  var asked: Asked? { vote?.asked ?? player?.asked?.hidden }
}
