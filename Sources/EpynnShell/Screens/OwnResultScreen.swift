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
          "yours has shape \(result.own.matrix.shape), \(tensor) has \(result.truth.shape)\(cost)")
      ] + reasons
    }
    guard !result.agrees else {
      return [.line(count == 1 ? "it agrees" : "all \(count) cells agree")]
    }
    var facts: [Fact] = [
      .line("\(count - result.differing.count) of \(count) cells agree")
    ]
    let rows = result.differing.prefix(Self.shownCells).map { cell in
      [name(cell), "yours \(own(cell))", showsTruth ? "\(owner) \(truth(cell))" : ""]
    }
    facts.append(.table(Table(rows: Array(rows), gap: 3)))
    let more = result.differing.count - Self.shownCells
    if more > 0 { facts.append(.line("  and \(more) more")) }
    return facts + reasons
  }

  /// The same about one cell that was given by itself.
  func facts(about cell: Cell) -> [Fact] {
    let has = showsTruth ? ", \(owner) has \(truth(cell))" : ""
    return [.sentence("\(name(cell)): yours is \(own(cell))\(has)", hanging: 0)] + reasons
  }

  /// What explains the cells that differ.
  var reasons: [Fact] {
    var sentences: [String] = []
    guard !seen.hidesMistake else {
      return [.sentence("while a mistake is hidden none is named; 'check' finds its step")]
    }
    if let diagnosis = result.diagnosis { sentences.append(sentence(diagnosis)) }
    if let operand = result.operand { sentences.append(sentence(operand)) }
    if sentences.isEmpty { sentences.append(unexplained) }
    return sentences.map { .sentence($0) }
  }

  /// Why nothing is named.
  private var unexplained: String {
    let sign = hint(result.differing.first, "; ")
    if result.own.given.count == 1, result.truth.elements.count > 1, result.fits {
      let hint = hint(result.differing.first, " or ")
      return "one cell alone could be a slip too: give a second one\(hint)"
    }
    if result.isIndecisive {
      let count = result.shownDigits
      return "too few digits to say why: what differs shows"
        + " \(count.counted("significant digit")), and \(OwnResult.decisiveDigits) tell mistakes apart\(sign)"
    }
    return "nothing known explains all of it\(sign)"
  }

  private func hint(_ cell: Cell?, _ sign: String) -> String {
    guard let cell, showsTruth, offersExplain, Dense.step(writing: result.quantity) != nil else {
      return ""
    }
    return "\(sign)'explain \(name(cell))' shows its sum"
  }

  /// The formulas are right; where a bug is in, the layer is not.
  private var owner: String { machine.bug == nil ? "the layer" : "without the bug" }

  private func own(_ cell: Cell) -> String {
    (readsCovered ? .veiled : result.own.matrix[cell]).text(look.precision)
  }

  private func truth(_ cell: Cell) -> String {
    seen.number(
      result.truth[cell],
      of: CellName(result.quantity, layer: result.layer, cell)
    ).text(look.precision)
  }

  private func name(_ cell: Cell) -> String {
    CellName(result.quantity, layer: result.layer, cell).text(of: machine.layers.count)
  }

  private var tensor: String { String(name(Cell(0, 0)).prefix { $0 != "[" }) }

  private func sentence(_ diagnosis: Diagnosis) -> String {
    switch diagnosis {
    case .mistake(let made, let equals):
      let step = made.isCarried ? ", from \(made.mistake.quantity.name) on," : ""
      let convention = made.mistake.isConvention ? " (a convention of other courses)" : ""
      let names = equals.map(name).filter { $0 != name(made) }
      let same =
        names.isEmpty ? "" : "; \(Problem.list(Array(names.prefix(3)))) would give the same"
      return "\(name(made))\(step) explains \(all): \(made.mistake.sentence(in: machine))"
        + convention + same
    case .slip(let slip, let cell, let term):
      let what =
        switch slip {
        case .missing: "is left out"
        case .doubled: "is counted twice"
        case .turned: "has its sign turned"
        }
      let row = "; row \(term) of 'explain \(name(cell))' would do that"
      return "in \(name(cell)) a product \(what)" + (showsTruth && offersExplain ? row : "")
    case .swapped(let first, let second):
      return "\(first) and \(second) have changed places"
    }
  }

  private func name(_ made: Diagnosis.Made) -> String {
    made.mistake.name + (machine.layers.count > 1 ? " in layer \(made.layer)" : "")
  }

  private func sentence(_ operand: CellSubstitution) -> String {
    let count = machine.layers.count
    let needed =
      readsCovered
      ? "?"
      : (operand.source.map { seen.number(operand.needed, of: $0) } ?? operand.needed)
        .text(look.precision)
    let source = operand.source.map { "; \(needed) is \($0.text(of: count))" } ?? ""
    return "\(all) would follow from \(needed) in place of"
      + " \(seen.number(operand.actual, of: operand.name).text(look.precision)) at \(operand.name.text(of: count))\(source)"
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
