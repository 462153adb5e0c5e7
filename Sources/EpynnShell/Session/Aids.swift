import EpynnCore

/// What helps a person follow, and is the session's rather than the moment's: `back` lifts no
/// cover.
struct Aids: Sendable, Equatable {
  /// What is shown at each stop, and what stops a run.
  var observers: [Observer] = []
  /// The tensors that are shown as `?`.
  var covers: [Cover] = []
  /// The cell that cards work out, and whose row and column they mark.
  var focus: CellName?
  /// Those that an exercise holds until it is over: nothing else lifts them.
  var held: [Cover] = []
  /// How many mistakes `bug` has drawn.
  var mistakesDrawn = 0
  /// The hidden mistake that was called by its name.
  var bugFound: Bug?
  /// What is asked before a step runs.
  var prediction = Prediction()
  /// The mistake that was named last, and how many layers `another` has drawn for it and others.
  var named: NamedMistake?
  var practiceDrawn: UInt64 = 0
  /// What was said of the numbers.
  var remarksMade = RemarksMade()
  /// The cells that `mine` was told one by one, by the first cell of their tensor.
  var ownCells: [CellName: [Cell: TypedNumber]] = [:]
  /// The whole tensors that `mine` was told.
  var given = GivenResults()
  /// The tensors that lines like a program's have made beside the layer's own.
  var ownTensors = OwnTensors()
  /// What was said of the names that programs have for tensors.
  var notesMade: Set<String> = []
}
