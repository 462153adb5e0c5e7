import EpynnCore

/// What `predict` asks before a step runs, and what there is to look at again.
struct Prediction: Sendable, Equatable {
  /// Whether each step is asked for.
  var isOn = false
  /// The steps that are asked for once, by what they write.
  var once: [Stop] = []
  /// The question that waits for its answer.
  var question: PredictionQuestion?
  /// What was not answered right the first time, a remark each.
  private(set) var misses: [String] = []

  func asks(before stop: Stop) -> Bool { isOn || once.contains(stop) }

  /// Whether a step's formula is hidden: it is asked for, and ran in no layer of this iteration.
  func hides(_ step: Step, in machine: Machine) -> Bool {
    guard isOn || once.contains(where: { $0.step == step }) else { return false }
    return !machine.stops.prefix(machine.position).contains { $0.step == step }
  }

  mutating func miss(_ remark: String) {
    if !misses.contains(remark) { misses.append(remark) }
  }

  /// What to look at again, and forgets it.
  mutating func takeMisses() -> [String] {
    defer { misses = [] }
    return misses
  }
}

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
    let text = CellName(quantity, layer: layer, cell ?? Cell(0, 0)).text(of: count)
    return cell == nil ? String(text.prefix { $0 != "[" }) : text
  }

  var prompt: String {
    switch stage {
    case .shape: "\(name()) shape> "
    case .cell(let cell), .second(let cell, _, _), .again(let cell): "\(name(cell))> "
    case .tensor: "\(name())> "
    }
  }
}
