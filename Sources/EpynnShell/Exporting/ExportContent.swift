import EpynnCore

/// What leaves the program: an iteration with all of its steps, or a session line by line, as far as
/// it may be seen.
///
/// Every format is made of it, so that each has the same numbers.
struct ExportContent: Sendable {
  let title: String
  /// The layers before the first step of the iteration, whole: for what refuses to leave while
  /// something is hidden.
  let machine: Machine
  /// The steps of the iteration in their order.
  let stops: [ExportedStop]
  /// The lines of the session with what they said; empty where the iteration alone is wanted.
  var lines: [ExportedLine]
  /// How many of them there was no room for.
  var linesLeftOut = 0
  /// What was said last, for a picture of it; `nil` where it shows what is hidden by now.
  let screen: ExportedLine?
  /// Cost and accuracy by epoch, where something was trained.
  let curves: [Fact]
  /// What is left to be filled in; it is covered in all that is shown, and so is what follows from
  /// it.
  let blanks: [TensorName]
  /// The right numbers of the blanks, for a last page; empty unless the key is wanted.
  let key: [(name: TensorName, matrix: Matrix)]
  /// As a page has it: equations in letters, all of a tensor.
  let look: Look
  /// What it is an exercise of, and whose.
  var exercise: ExportedExercise?
  /// What the file that was verified last calls its tensors.
  var names: VerifiedFile?

  var layerCount: Int { machine.layers.count }

  /// Asked now and then by a format that takes long.
  ///
  /// - Throws: `Failure` after Ctrl-C.
  func refuseWhereNobodyWaits() throws(Failure) {
    if machine.patience.isOver { throw Failure(.interrupted) }
  }
}

/// A step of an iteration with what it read and wrote.
struct ExportedStop: Sendable {
  let stop: Stop
  /// Before it and behind it, as far as may be seen.
  let before: SeenMachine
  let after: SeenMachine
  let card: CardFacts
  /// Whether its formula is predicted first.
  let hidesFormula: Bool

  /// The tensors that it wrote, each with its layer.
  var written: [(name: TensorName, matrix: Matrix)] {
    let layers =
      stop.step.phase == .update
      ? Array(1...max(after.machine.layers.count, 1)) : [stop.evaluationLayer]
    return layers.flatMap { layer in
      stop.step.writes.compactMap { quantity in
        after.machine.value(of: quantity, layer: layer).map {
          (TensorName(quantity, layer: layer), $0.matrix)
        }
      }
    }
  }
}

/// What an exercise says besides its numbers.
struct ExportedExercise: Sendable {
  let id: String
  let given: [TensorName]
  /// The mistakes that it tells apart.
  let distinct: [Mistake]
  let decimals: Int?
  /// Whether nothing is said of an answer until it is marked.
  let tellsNothing: Bool

  init(_ drawn: DrawnExercise, tellsNothing: Bool) {
    id = drawn.id
    self.tellsNothing = tellsNothing
    given = drawn.exercise.given
    distinct = drawn.exercise.distinct
    decimals = drawn.exercise.decimals
  }
}

/// A line that was typed and what it said.
struct ExportedLine: Sendable {
  /// Empty for what a lesson says by itself.
  let line: String
  let facts: [Fact]
  let isRefused: Bool
}

extension ExportedLine {
  init(_ exchange: Recording.Exchange) {
    self.init(line: exchange.line, facts: exchange.facts, isRefused: exchange.isRefused)
  }
}
