import EpynnCore

/// The sentence below the tensors of a card: what meets what, and which letter is summed away.
struct Caption {
  let look: Look
  let machine: Machine
  let assignment: Assignment

  /// Nothing where nothing is to be said.
  var facts: [Fact] {
    let sentence = sentence
    return sentence.pieces.isEmpty ? [] : [.prose(Prose(text: sentence, indent: 2))]
  }

  private var sentence: Line {
    guard let whole = assignment.expression.averagedOverSamples else {
      return sentence(on: assignment.expression)
    }
    return sentence(on: whole) + Line(" All is divided by m.")
  }

  private func sentence(on formula: Expression) -> Line {
    let name = assignment.quantity.name
    switch formula.form {
    case .source(.data):
      return Line("The layer keeps its input: backward needs it again for dW.")
    case .source(.given):
      return Line("dA was given: it stands in for Y and a loss.")
    case .lossOf(let loss, _, _):
      let way = loss?.isMeanOverOutputs == true ? "the mean over its outputs" : "the sum"
      return Line(
        "One number a sample: \(way) of \(loss?.formula.text ?? ""), y from Y and a from A.")
    case .lossSlope(let loss, _, _):
      return Line(
        "How the loss of a sample grows with each output: \(loss?.derivative.text ?? ""),"
          + " y from Y and a from A.")
    case .activated(let activation?, _):
      let start = activation.isElementwise ? "Each cell alone" : "Each row alone"
      let remark = activation.rule.remark.prefix { $0 != ";" }
      let shift = activation.isElementwise ? "" : " The row's largest z is taken off each first."
      return Line("\(start): \(activation.name) \(remark).\(shift)")
    case .binary(.times, _, let right):
      return Line(productSentence(right))
    case .binary(.minus, _, _):
      return Line("Each weight moves against its gradient, scaled by \(stepLength).")
    case .reduced(.sum, let inner, _):
      return Line("A cell of \(name): a column of \(text(inner)) added up. ") + letters(formula)
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .shape, .function, .part:
      guard let (left, right) = formula.factors else { return Line() }
      return Line("A cell of \(name): a row of \(text(left)) meets a column of \(text(right)). ")
        + letters(formula)
    }
  }

  /// `n is summed away; m, u stay.`
  private func letters(_ formula: Expression) -> Line {
    guard let summed = formula.summedLetter else { return Line() }
    let stay = [assignment.quantity.letters.rows, assignment.quantity.letters.columns]
      .compactMap { $0 }
    var line = Line(summed.rawValue, .summed) + Line(" is summed away; ")
    for (place, letter) in stay.enumerated() {
      line += Line(place > 0 ? ", " : "") + Line(letter.rawValue, .letter)
    }
    return line + Line(stay.count == 1 ? " stays." : " stay.")
  }

  private func productSentence(_ right: Expression) -> String {
    guard case .slope(let activation?, _) = right.form, !activation.isElementwise else {
      return "Cell by cell: what reached A, times the slope at that cell of Z."
    }
    return "A row of dA meets a column of J, \(activation.name)'s Jacobian for that sample."
  }

  private func text(_ expression: Expression) -> String { look.labels.text(of: expression) }

  /// The rate, over m where a convention has it so.
  private var stepLength: String {
    let rate = machine.rate
    guard case .binary(.minus, _, let step) = assignment.expression.form,
      case .binary(.times, let length, _) = step.form, length.form != .learningRate,
      let samples = machine.value(of: .x, layer: 1)?.matrix.rows
    else { return "the rate \(rate.text(look.precision))" }
    let text = look.labels.text(of: length)
    return "\(text) = \((rate / Double(samples)).text(look.precision))"
  }
}

extension Expression {
  /// The two sides of the product in the formula, where it has one.
  var factors: (Expression, Expression)? {
    switch form {
    case .binary(.product, let left, let right): (left, right)
    case .binary(.plus, let left, _), .binary(.divide, let left, _): left.factors
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .reduced, .call, .activated, .slope, .lossOf, .lossSlope, .shape,
      .function, .part:
      nil
    }
  }
}
