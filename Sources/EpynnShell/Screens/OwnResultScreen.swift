import EpynnCore

/// How many cells agree, which do not, and what explains all of them.
struct OwnResultScreen {
  let result: OwnResult
  let seen: SeenMachine
  let look: Look
  /// Whether the right numbers are asked for, and so may not be seen yet.
  var isAsked = false
  /// Whether it was computed from what is covered.
  var readsCovered = false
  /// Whether 'explain' would show the sums that were compared.
  var offersExplain = true
  /// Under which cells a file has what is compared.
  var naming = FileNaming()

  private static let shownCells = 6

  var machine: Machine { seen.machine }
  var showsTruth: Bool { !isAsked && !seen.hidesMistake }

  var facts: [Fact] {
    let count = result.own.given.count
    guard result.fits else {
      // Where the shape differs there may be nothing to add.
      let reasons = result.diagnosis == nil ? [] : reasons
      let cost =
        result.quantity == .loss && result.own.matrix.scalar != nil
        ? ", a number a sample; their mean is the cost, for 'mine cost = …'" : ""
      return [
        .sentence(
          "yours has shape \(shape(result.own.matrix.shape)), \(tensor) has"
            + " \(shape(result.truth.shape))\(cost)", .difference)
      ] + reasons + remarkOnTurnedWeights
    }
    guard !result.agrees else {
      return turning + [
        .line(Line(count == 1 ? "it agrees" : "all \(count) cells agree", .agreement))
      ]
        + remarkOnTurnedWeights
    }
    var facts: [Fact] =
      turning + [
        .line(
          Line("\(count - result.differing.count) of \(count.counted("cell")) agree", .difference))
      ]
    let rows = differing.prefix(Self.shownCells).map { cell in
      let (own, truth) = texts(cell)
      return [
        Line(name(cell)), Line("yours ") + Line(own, .difference),
        Line(truth.map { "\(owner) \($0)" } ?? ""),
      ]
    }
    facts.append(.table(Table(rows: Array(rows), gap: 3)))
    let more = result.differing.count - Self.shownCells
    if more > 0 { facts.append(.line("and \(more) more", indent: 2)) }
    return facts + reasons + remarkOnTurnedWeights
  }

  /// What explains the cells that differ.
  var reasons: [Fact] { ResultReasons(screen: self).facts }

  /// How the learner's own was turned to be compared.
  private var turning: [Fact] {
    guard result.isTurned else { return [] }
    let shape = result.truth.shape
    return [
      .sentence("yours is turned over, \(shape.transposed): compared as \(shape)", hanging: 0)
    ]
  }

  /// dW (u, n) belongs to a W that lies so; of what a file holds the file tells.
  private var remarkOnTurnedWeights: [Fact] {
    guard result.quantity == .dW, naming.verification == nil, !isAsked else { return [] }
    var isTransposed = false
    if case .mistake(let made, _)? = result.diagnosis, !seen.hidesMistake {
      isTransposed = made.mistake.name == "gradient-transposed" && !made.isCarried
    }
    guard result.isTurned || isTransposed else { return [] }
    let isRight = isTransposed || result.agrees
    return [
      .sentence(
        "with samples in columns, where W is (u, n), \(isRight ? "it is right" : "dW lies so")"
          + " ('help columns')")
    ]
  }

  /// The cells that differ, row by row as a file has them.
  private var differing: [Cell] {
    guard naming.isTurned(result.quantity, layer: result.layer) else { return result.differing }
    return result.differing.sorted { ($0.column, $0.row) < ($1.column, $1.row) }
  }

  /// The same about one cell that was given by itself.
  func facts(about cell: Cell) -> [Fact] {
    let (own, truth) = texts(cell)
    let has = truth.map { ", \(owner) has \($0)" } ?? ""
    return [.sentence("\(name(cell)): yours is \(own)\(has)", hanging: 0)] + reasons
  }

  /// The formulas are right; where a bug is in, the layer is not.
  private var owner: String { machine.bug == nil ? "the layer" : "without the bug" }

  /// Both numbers of a cell, so that they look different; the right one where it may be told.
  private func texts(_ cell: Cell) -> (own: String, truth: String?) {
    let own = readsCovered ? Double.veiled : result.own.matrix[cell]
    guard showsTruth else { return (own.text(look.precision), nil) }
    let truth = seen.number(
      result.truth[cell],
      of: CellName(result.quantity, layer: result.layer, cell))
    let texts = DifferingTexts(own, truth, look.precision)
    return (texts.first, texts.second)
  }

  func name(_ cell: Cell) -> String {
    naming.text(
      of: CellName(result.quantity, layer: result.layer, cell), in: machine.layers.count)
  }

  private func shape(_ shape: Shape) -> Shape {
    naming.shape(shape, of: result.quantity, layer: result.layer)
  }

  var tensor: String {
    naming.text(of: result.quantity, layer: result.layer, in: machine.layers.count)
  }
}
