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

  private var machine: Machine { seen.machine }
  private var showsTruth: Bool { !isAsked && !seen.hidesMistake }

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
            + " \(shape(result.truth.shape))\(cost)")
      ] + reasons + remarkOnTurnedWeights
    }
    guard !result.agrees else {
      return turning + [.line(count == 1 ? "it agrees" : "all \(count) cells agree")]
        + remarkOnTurnedWeights
    }
    var facts: [Fact] =
      turning + [
        .line("\(count - result.differing.count) of \(count) cells agree")
      ]
    let rows = differing.prefix(Self.shownCells).map { cell in
      let (own, truth) = texts(cell)
      return [name(cell), "yours \(own)", truth.map { "\(owner) \($0)" } ?? ""]
    }
    facts.append(.table(Table(rows: Array(rows), gap: 3)))
    let more = result.differing.count - Self.shownCells
    if more > 0 { facts.append(.line("and \(more) more", indent: 2)) }
    return facts + reasons + remarkOnTurnedWeights
  }

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

  /// What explains the cells that differ.
  var reasons: [Fact] {
    var sentences: [String] = []
    guard !seen.hidesMistake else {
      return [.sentence("while a mistake is hidden none is named; 'check' finds its step")]
    }
    if let source = result.source {
      let count = machine.layers.count
      let name = source.quantity.text(inLayer: source.layer, of: count)
      return [.sentence("\(tensor) follows from your \(name); nothing new is wrong")]
    }
    if let sentence = sentence(of: result.diagnosis) {
      sentences.append(sentence)
      if let equation = result.diagnosis.flatMap(turnedEquation(of:)) { sentences.append(equation) }
      sentences += formulas
    }
    let hidesNumbers = seen.coversNumbers && result.tellsScalar
    if hidesNumbers { sentences = [] }
    if let operand = result.operand { sentences.append(sentence(operand)) }
    if sentences.isEmpty { sentences.append(unexplained) }
    return sentences.map { .sentence($0) } + (hidesNumbers ? [] : sums)
  }

  /// One cell as both sums, where all its numbers may be seen.
  private var sums: [Fact] {
    guard showsTruth, !seen.coversNumbers, !readsCovered, naming.verification == nil,
      let step = Dense.step(writing: result.quantity), !seen.hides(step),
      let sums = result.bothSums
    else { return [] }
    return BothSumsScreen(sums: sums, layerCount: machine.layers.count, look: look).facts
  }

  /// What a diagnosis says of all that differs.
  private func sentence(of diagnosis: Diagnosis?) -> String? {
    diagnosis.map {
      $0.sentence(
        explaining: all, of: result, in: machine, naming: naming, look, canExplain: canExplain)
    }
  }

  /// The same of one finding, for a report of all.
  func sentence(of finding: Finding) -> String {
    if case .mistake(let first, let equals)? = result.diagnosis,
      let made = ([first] + equals).first(where: {
        $0.mistake == finding.parts.first?.mistake && $0.layer == finding.parts.first?.layer
      }), let sentence = sentence(of: .mistake(made, equals: []))
    {
      return sentence
    }
    return finding.sentence(explaining: all, in: machine, naming, look)
  }

  /// What is said of a slip; `nil` where it is none.
  var slipSentence: String? {
    switch result.diagnosis {
    case .slip, .swapped: sentence(of: result.diagnosis)
    case .mistake, .edited, nil: nil
    }
  }

  /// The right-hand sides, yours and the right one, and both as NumPy.
  private var formulas: [String] {
    guard let part = result.findings(in: machine).first?.parts.last, result.isCalled,
      Dense.step(writing: part.quantity).map(seen.hides) != true
    else { return [] }
    let (notation, program) = (look.matrices, program)
    let name = part.quantity.text(inLayer: part.layer, of: machine.layers.count)
    let spelled =
      part.mistake == nil || !part.edits.isEmpty || naming.verification != nil
      ? []
      : [
        "yours: \(name) = \(notation.text(of: part.formula)); right:"
          + " \(notation.text(of: part.right))"
      ]
    let numbers = [part.formula, part.right].map { program.text(of: $0, inLayer: part.layer) }
    return spelled + ["in NumPy: \(name) = \(numbers[0]); right: \(numbers[1])"]
  }

  /// Formulas in which each tensor has its name.
  private var program: NumPyProgram {
    NumPyProgram(machine) { [count = machine.layers.count] quantity, layer in
      quantity.text(inLayer: layer, of: count)
    }
  }

  /// Why nothing is named.
  private var unexplained: String {
    if let oddity = result.oddity { return sentence(oddity) }
    let sign = hint(result.differing.first, "; ")
    if result.own.given.count == 1, result.truth.elements.count > 1, result.fits {
      let hint = hint(result.differing.first, " or ")
      return "one cell alone could be a slip too: give a second one\(hint)"
    }
    if result.isIndecisive {
      let count = result.shownDigits
      return "too few digits to say why: what differs shows"
        + " \(count.counted("significant digit")), and \(OwnResult.decisiveDigits) tell mistakes"
        + " apart\(sign)"
    }
    return "nothing known explains all of it\(sign)"
  }

  /// Why no formula is told by numbers like these.
  private func sentence(_ oddity: OwnResult.Oddity) -> String {
    switch oddity {
    case .notFinite(let cell):
      "\(name(cell)) is no finite number in yours: no formula is told by that"
    case .zero: "all of yours is 0: no formula is told by that"
    case .otherTensor(let other):
      "yours is \(naming.text(of: other.quantity, layer: other.layer, in: machine.layers.count)),"
        + " another tensor"
    }
  }

  private func hint(_ cell: Cell?, _ sign: String) -> String {
    guard let cell, canExplain(cell) else { return "" }
    let turned = naming.isTurned(result.quantity, layer: result.layer) ? ", turned over" : ""
    return "\(sign)'explain \(typedName(cell))' shows its sum\(turned)"
  }

  /// Whether 'explain' would show how a cell came to be: not before it has run, nor where its
  /// formula or its number may not be seen.
  private func canExplain(_ cell: Cell) -> Bool {
    guard showsTruth, offersExplain, let step = Dense.step(writing: result.quantity),
      !seen.hides(step)
    else { return false }
    let name = CellName(result.quantity, layer: result.layer, cell)
    return name.number(in: machine).map { !$0.isVeiled } ?? false
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

  private func name(_ cell: Cell) -> String {
    naming.text(
      of: CellName(result.quantity, layer: result.layer, cell), in: machine.layers.count)
  }

  /// The cell as a line names it.
  private func typedName(_ cell: Cell) -> String {
    CellName(result.quantity, layer: result.layer, cell).text(of: machine.layers.count)
  }

  private func shape(_ shape: Shape) -> Shape {
    naming.shape(shape, of: result.quantity, layer: result.layer)
  }

  /// A mistake's equation as a file has it whose samples stand in columns.
  private func turnedEquation(of diagnosis: Diagnosis) -> String? {
    guard naming.hasSamplesInColumns, case .mistake(let made, _) = diagnosis else { return nil }
    let kept = naming.kept(inLayer: made.layer)
    let equations = made.mistake.assignments.map { ($0, $0.turnedOver(keeping: kept)) }
      .filter { $0 != $1 }.map { look.matrices.turnedOver.equation(of: $1) }
    return equations.isEmpty ? nil : "with samples in columns: \(Problem.list(equations))"
  }

  private var tensor: String {
    naming.text(of: result.quantity, layer: result.layer, in: machine.layers.count)
  }

  private func sentence(_ operand: CellSubstitution) -> String {
    let count = machine.layers.count
    let needed =
      readsCovered
      ? Double.veiled
      : operand.source.map { seen.number(operand.needed, of: $0) } ?? operand.needed
    let texts = DifferingTexts(
      needed, seen.number(operand.actual, of: operand.name), look.precision)
    let source =
      operand.source.map { "; \(texts.first) is \(naming.text(of: $0, in: count))" } ?? ""
    return "\(all) would follow from \(texts.first) in place of"
      + " \(texts.second) at \(naming.text(of: operand.name, in: count))\(source)"
  }

  /// The cells that differ, in a word.
  private var all: String {
    switch result.differing.count {
    case 0, 1: "it"
    case 2: "both"
    case let count: "all \(count)"
    }
  }
}
