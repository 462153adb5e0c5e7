import EpynnCore

/// What explains a result that differs: a mistake, a slip, an edit, or why nothing is named.
struct ResultReasons {
  let screen: OwnResultScreen

  private var result: OwnResult { screen.result }
  private var seen: SeenMachine { screen.seen }
  private var machine: Machine { screen.machine }
  private var naming: FileNaming { screen.naming }
  private var look: Look { screen.look }

  /// What explains the cells that differ.
  var facts: [Fact] {
    var sentences: [String] = []
    guard !seen.hidesMistake else {
      return [.sentence("while a mistake is hidden none is named; 'check' finds its step")]
    }
    if let source = result.source {
      let count = machine.layers.count
      let name = source.quantity.text(inLayer: source.layer, of: count)
      return [.sentence("\(screen.tensor) follows from your \(name); nothing new is wrong")]
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
    guard screen.showsTruth, !seen.coversNumbers, !screen.readsCovered, naming.verification == nil,
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
    return result.wasInterrupted
      ? "the search was ended: nothing found until then explains all of it\(sign)"
      : "nothing known explains all of it\(sign)"
  }

  /// Why no formula is told by numbers like these.
  private func sentence(_ oddity: OwnResult.Oddity) -> String {
    switch oddity {
    case .notFinite(let cell):
      "\(screen.name(cell)) is no finite number in yours: no formula is told by that"
    case .zero: "all of yours is 0: no formula is told by that"
    case .otherTensor(let other):
      "yours is \(naming.text(of: other.quantity, layer: other.layer, in: machine.layers.count)),"
        + " another tensor"
    }
  }

  private func hint(_ cell: Cell?, _ sign: String) -> String {
    guard let cell, canExplain(cell) else { return "" }
    let name = CellName(result.quantity, layer: result.layer, cell).text(of: machine.layers.count)
    let turned = naming.isTurned(result.quantity, layer: result.layer) ? ", turned over" : ""
    return "\(sign)'explain \(name)' shows its sum\(turned)"
  }

  /// Whether 'explain' would show how a cell came to be: not before it has run, nor where its
  /// formula or its number may not be seen.
  private func canExplain(_ cell: Cell) -> Bool {
    guard screen.showsTruth, screen.offersExplain, let step = Dense.step(writing: result.quantity),
      !seen.hides(step)
    else { return false }
    let name = CellName(result.quantity, layer: result.layer, cell)
    return name.number(in: machine).map { !$0.isVeiled } ?? false
  }

  /// A mistake's equation as a file has it whose samples stand in columns.
  private func turnedEquation(of diagnosis: Diagnosis) -> String? {
    guard naming.hasSamplesInColumns, case .mistake(let made, _) = diagnosis else { return nil }
    let kept = naming.kept(inLayer: made.layer)
    let equations = made.mistake.assignments.map { ($0, $0.turnedOver(keeping: kept)) }
      .filter { $0 != $1 }.map { look.matrices.turnedOver.equation(of: $1) }
    return equations.isEmpty ? nil : "with samples in columns: \(Problem.list(equations))"
  }

  private func sentence(_ operand: CellSubstitution) -> String {
    let count = machine.layers.count
    let needed =
      screen.readsCovered
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
