import EpynnCore

/// The step of a named mistake, asked on other small layers until two answers in a row are right.
struct PracticeQuestion: Sendable {
  let named: NamedMistake
  let layer: PracticeLayer
  /// Which of the layers drawn for the mistake it is.
  let number: UInt64
  var rightInARow = 0
  /// Whether nothing was wrong and nothing was helped yet.
  var isFirstTry = true
  var hintsGiven = 0

  /// So many right at the first try close it.
  static let wanted = 2

  init?(_ named: NamedMistake, number: UInt64, rightInARow: Int = 0) {
    guard let layer = PracticeLayer(named, number: number) else { return nil }
    self.named = named
    self.layer = layer
    self.number = number
    self.rightInARow = rightInARow
  }

  /// `dZ2[0,1]`, as the practice layer has it.
  var cellName: String {
    CellName(layer.quantity, layer: layer.layer, layer.cell).text(of: layer.machine.layers.count)
  }

  var tensorName: String {
    layer.quantity.text(inLayer: layer.layer, of: layer.machine.layers.count)
  }

  /// The cell that an answer gives.
  func own(_ typed: TypedNumber) -> OwnNumbers {
    OwnNumbers([layer.cell: typed], of: layer.truth.shape)
  }
}

extension PracticeQuestion: Dialogue {
  func prompt(in session: Session) -> String? { "\(cellName)> " }

  /// An answer may be a formula with a matrix in it.
  var joinsLines: Bool { true }

  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool {
    try session.take(line) { session, text throws(Complaint) in
      try session.takeAsPractice(text)
    }
  }

  func interrupted(in session: Session) -> (rest: PracticeQuestion?, sentence: String)? {
    (nil, Self.ending)
  }

  var wordForCtrlC: String? { Command.leave.name }

  /// What is said where it is left.
  static let ending = "no more of these; 'another' asks again"
}

extension Session {
  /// The question that `another` asks.
  var practice: PracticeQuestion? {
    get { dialogues[PracticeQuestion.self] }
    set { dialogues[PracticeQuestion.self] = newValue }
  }
}
