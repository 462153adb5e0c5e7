import EpynnCore

/// Where a cell comes from: its sum, a row a term, and where to look next.
struct ExplanationScreen {
  let explanation: Explanation
  let seen: SeenMachine
  let look: Look
  /// Whether the matrices are drawn above their sum, where there is room.
  var drawsMatrices = false
  /// Whether it ends with what to explain next.
  var offersNext = true

  /// More outputs than these make a Jacobian too large to look at.
  private static let shownOutputs = 6

  func facts() throws(Failure) -> [Fact] {
    let rest = (try body()) + ending
    return [heading, .gap] + (try matrices(above: [heading, .gap] + rest)) + rest
  }

  /// The matrices that the terms stand in, the row and column at hand marked; none where they do
  /// not fit the screen beside the rest.
  private func matrices(above rest: [Fact]) throws(Failure) -> [Fact] {
    guard drawsMatrices, !look.isSpoken, isSum, !hasJacobian else { return [] }
    let room = look.screen.height - 2 - Page(rest, look).lines.count
    let equation = try CardEquation(
      Assignment(quantity: explanation.name.quantity, expression: explanation.formula),
      before: seen, after: seen, layer: explanation.stop.evaluationLayer, look: look,
      focus: focus)
    let height = CardLayout(look: look, height: room).block(of: equation).height
    return height <= room ? [.equation(equation, height: room), .gap] : []
  }

  private var focus: CellFocus { CellFocus(explanation.name, in: machine) }

  private var machine: Machine { seen.machine }
  private var count: Int { machine.layers.count }
  private var name: String { explanation.name.text(of: count) }

  private var heading: Fact {
    let equation = look.matrices.equation(
      of: Assignment(quantity: explanation.name.quantity, expression: explanation.formula))
    let parts = [
      "\(name) = \(explanation.number.text(look.precision))",
      "\(explanation.stop.label), \(equation)",
      explanation.name.meaning,
    ]
    return .chain(parts, sign: "     ")
  }

  private func body() throws(Failure) -> [Fact] {
    guard isSum else { return try worked() }
    let symbols = TermSymbols(explanation, layerCount: count, look: look)
    let sentence = "\(name) = sum over \(symbols.range) of  \(symbols.term)\(symbols.addend)"
    let note: [Fact] = symbols.note.map { [.line(Line($0), indent: 6)] } ?? []
    let table = ExplanationTable(explanation: explanation, seen: seen, look: look)
    return [.sentence(sentence, indent: 2, hanging: 4)] + note + [.gap] + (try jacobian())
      + [.terms(table.facts(symbols))] + division + hiddenSum
  }

  private var isSum: Bool {
    explanation.terms.count > 1 || explanation.terms.first?.index != nil
  }

  /// Whether softmax ties the outputs together.
  private var hasJacobian: Bool { slope != nil }

  private var slope: (activation: Activation, point: Expression)? {
    guard case .binary(.times, _, let slope) = explanation.formula.form,
      case .slope(let activation?, let z) = slope.form, !activation.isElementwise
    else { return nil }
    return (activation, z)
  }

  /// Why there is no sum.
  private var hiddenSum: [Fact] {
    guard seen.hidesMistake else { return [] }
    let sentence =
      "while a mistake is hidden no sum is shown: beside the layer's number it would tell it"
    return [.gap, .sentence(sentence, indent: 2)]
  }

  /// The matrix that a row of dA meets where softmax ties the outputs together.
  private func jacobian() throws(Failure) -> [Fact] {
    guard let (activation, z) = slope else { return [] }
    let layer = explanation.stop.evaluationLayer
    let sample = explanation.name.cell.row
    let point = try z.value(in: Scope(machine, layer: layer))
    let matrix = activation.jacobian(at: point, sample: sample)
    let number = count > 1 ? "\(layer)" : ""
    let temperature =
      activation.parameter == 1 ? "" : " / \(activation.parameter.text(look.precision))"
    let formula =
      "J[i,j] = a[i] × ((i = j) - a[j])\(temperature), a = A\(number)[\(sample),:]"
    guard matrix.columns <= Self.shownOutputs else {
      return [.line("J \(matrix.shape), \(formula)", indent: 4), .gap]
    }
    let tensor = CardTensor(
      label: "J of sample \(sample)", letters: ShapeLetters(.u, .u), matrix: matrix,
      marks: Marks(column: explanation.name.cell.column, in: matrix.shape))
    return [.tensor(tensor), .line("\(formula)", indent: 4), .gap]
  }

  /// The mean of a loss: its sum over the number of outputs.
  private var division: [Fact] {
    guard let divisor = explanation.divisor, !seen.hidesMistake else { return [] }
    let (sum, divided) = (explanation.sum, explanation.result)
    return [
      .line(
        "\(sum.text(look.precision)) / \(divisor.text(look.precision))"
          + " = \(divided.text(look.precision)), the mean over the \(averaged)", indent: 4)
    ]
  }

  /// What a mean is over.
  private var averaged: String {
    explanation.formula.averagedOverSamples == nil ? "outputs" : "samples"
  }

  /// What is no sum is worked out as on the card.
  private func worked() throws(Failure) -> [Fact] {
    let layer = explanation.stop.evaluationLayer
    let assignment = Assignment(
      quantity: explanation.name.quantity, expression: explanation.formula)
    guard let written = machine.value(of: explanation.name.quantity, layer: layer)?.matrix else {
      return []
    }
    let sum = try WorkedCell(
      look: look, seen: seen, layer: layer, assignment: assignment, written: written,
      chosen: explanation.name.cell, tellsMistake: false
    ).sum()
    guard sum == nil, let factor = explanation.terms.first?.left else {
      return [sum.map { .worked($0) }].compactMap { $0 }
        + ExplanationTable(explanation: explanation, seen: seen, look: look)
        .reason(of: explanation.terms.first).map { .line("\($0)", indent: 2) }
    }
    let source = factor.name.map { $0.text(of: count) } ?? "a number of the data"
    return [.line("\(name) is \(source), kept for the way back", indent: 2)]
  }

  private var ending: [Fact] {
    var facts: [Fact] = []
    if isRounded {
      facts.append(.line("rounded: the full digits were added, not those shown", indent: 2))
    }
    if explanation.result != explanation.number, !explanation.number.isNaN,
      !explanation.result.isVeiled, !seen.hidesMistake
    {
      let texts = DifferingTexts(explanation.result, explanation.number, look.precision)
      facts.append(
        .sentence(
          "these add up to \(texts.first); the layer has \(texts.second)", indent: 2, hanging: 0))
    }
    let next = offersNext ? explanation.below : nil
    let below: [Fact] =
      next.map { [.gap, .line("one level down: explain \($0.text(of: count))")] } ?? []
    return (facts.isEmpty ? [] : [.gap]) + facts + below + spokenMatrices
  }

  /// How to hear the matrices that are drawn above a sum for whoever sees them.
  private var spokenMatrices: [Fact] {
    guard look.isSpoken, drawsMatrices, isSum, !hasJacobian else { return [] }
    let layer = explanation.stop.evaluationLayer
    let read = explanation.formula.dependencies(inLayer: layer).compactMap { dependency in
      if case .tensor(let quantity, let owner) = dependency {
        quantity.text(inLayer: owner, of: count)
      } else {
        nil
      }
    }
    let names = [explanation.name.quantity.text(inLayer: layer, of: count)] + read.sorted()
    return [.line(Line("the matrices: " + names.map { "show \($0)" }.joined(separator: ", ")))]
  }

  /// Whether the printed digits do not add up.
  private var isRounded: Bool {
    guard explanation.terms.count > 1, !seen.hidesMistake else { return false }
    let printed = explanation.terms.map { Double($0.product.text(look.precision)) ?? $0.product }
    return !PrintedSum(terms: printed, precision: look.precision).comes(to: explanation.sum)
  }
}

extension Explanation {
  /// The cell to explain next: the computed factor of the largest term.
  var below: CellName? {
    let byName = terms.compactMap { term -> (Double, CellName)? in
      let names = [term.right?.name, term.left.name].compactMap { $0 }
      return names.first(where: \.isComputed).map { (abs(term.product), $0) }
    }
    let largest = byName.max { $0.0 < $1.0 }?.1
    // What only caches another layer's value is explained there.
    return largest.map { name in
      switch name.quantity {
      case .x: CellName(.a, layer: name.layer - 1, name.cell)
      default: name
      }
    }
  }
}

extension CellName {
  /// Whether a step computes it from others.
  fileprivate var isComputed: Bool {
    Dense.step(writing: quantity) != nil && !(quantity == .x && layer == 1)
  }

  /// What the cell belongs to: `weight: feature 0 to unit 1`.
  var meaning: String {
    switch quantity {
    case .w, .dW: "weight: feature \(cell.row) to unit \(cell.column)"
    case .b, .db: "bias of unit \(cell.column)"
    case .x, .dX: "sample \(cell.row), feature \(cell.column)"
    case .loss: "sample \(cell.row)"
    default: "sample \(cell.row), unit \(cell.column)"
    }
  }
}
