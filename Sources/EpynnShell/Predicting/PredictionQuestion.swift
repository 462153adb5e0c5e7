import EpynnCore

/// A question about a step that is about to run, and how far one is with it.
struct PredictionQuestion: Sendable, Equatable {
  let stop: Stop
  /// What goes on behind the step.
  let goal: RunGoal
  var stage = Stage.shape
  var hintsGiven = 0

  enum Stage: Sendable, Equatable {
    case shape
    case cell(Cell)
    /// A second cell, computed as the first was, which was wrong.
    case second(Cell, beside: Cell, wrong: TypedNumber)
    /// The cell again, after a second one.
    case again(Cell)
    /// All cells, on request.
    case tensor(Cell)
  }

  var quantity: Quantity { stop.step.writes[0] }
  var layer: Int { stop.evaluationLayer }

  /// `dZ2[0,1]`, or the tensor's name alone.
  func name(_ cell: Cell? = nil) -> String {
    let count = stop.layerCount
    return cell.map { CellName(quantity, layer: layer, $0).text(of: count) }
      ?? quantity.text(inLayer: layer, of: count)
  }

  var prompt: String {
    switch stage {
    case .shape: "\(name()) shape> "
    case .cell(let cell), .second(let cell, _, _), .again(let cell): "\(name(cell))> "
    case .tensor: "\(name())> "
    }
  }
}

extension PredictionQuestion: Dialogue {
  func prompt(in session: Session) -> String? { prompt }

  /// A shape may hold an open bracket, a matrix goes on.
  var joinsLines: Bool { stage != .shape }

  var yieldsToLesson: Bool { true }

  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool {
    try session.take(line) { session, text throws(Complaint) in
      try session.takeAsPrediction(text)
    }
  }

  func interrupted(in session: Session) -> (rest: PredictionQuestion?, sentence: String)? {
    (nil, ending)
  }

  var wordForCtrlC: String? { Command.leave.name }

  /// What is said where it is left.
  var ending: String { "\(stop.label) has not run; 'step' asks again, 'predict off' ends it" }
}

extension Session {
  /// The question that waits for its answer.
  var predictionQuestion: PredictionQuestion? {
    get { dialogues[PredictionQuestion.self] }
    set { dialogues[PredictionQuestion.self] = newValue }
  }
}
