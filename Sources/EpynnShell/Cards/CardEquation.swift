import EpynnCore

/// An equation of a step as tensors and the signs between them, in the order in which it is read.
struct CardEquation: Sendable {
  let assignment: Assignment
  /// What the step wrote, and the layer before it did.
  let result: CardTensor
  let elements: [Element]

  enum Element: Sendable {
    case sign(String)
    case tensor(CardTensor)
  }

  /// The equation of a step that has run in a layer.
  ///
  /// - Parameter focus: the cell whose row and column are marked.
  init(
    _ assignment: Assignment, before: SeenMachine, after: SeenMachine, layer: Int, look: Look,
    focus: CellFocus?
  ) throws(Failure) {
    self.assignment = assignment
    let written =
      after.machine.value(of: assignment.quantity, layer: layer)?.matrix ?? Matrix(0)
    let letters = assignment.quantity.letters
    result = CardTensor(
      label: assignment.quantity.name, letters: letters, matrix: written, isWritten: true,
      marks: focus?.marks(letters, written.shape, inLayer: layer) ?? .none)
    elements = try Operands(seen: before, layer: layer, look: look, focus: focus).elements(
      of: assignment.expression)
  }

  /// The tensors alone.
  var operands: [CardTensor] {
    elements.compactMap { if case .tensor(let tensor) = $0 { tensor } else { nil } }
  }

  /// What stands behind the last tensor; `nil` where nothing does.
  var closingSign: String? {
    if case .sign(let sign)? = elements.last { sign } else { nil }
  }

  /// The cell that a card works out: in the first row the second column, where there is one.
  static func shownCell(of shape: Shape) -> Cell { Cell(0, min(1, shape.columns - 1)) }
}

/// The right side of an equation as the tensors that it reads and the signs between them.
private struct Operands {
  let seen: SeenMachine
  let layer: Int
  let look: Look
  let focus: CellFocus?
  /// Whether whole rows meet what they are read for, so that no column of them is one's own.
  var readsRows = false

  func elements(of expression: Expression) throws(Failure) -> [CardEquation.Element] {
    if let whole = expression.averagedOverSamples {
      return try elements(of: whole) + [.sign(overSamples)]
    }
    switch expression.form {
    case .source, .learningRate:
      return []
    case .binary(.plus, let left, let right):
      var bias = try tensor(right)
      if bias.matrix.rows == 1, let letter = left.letters.rows {
        bias.notes = ["on each", "of \(letter) rows"]
      }
      return try elements(of: left) + [.sign("+"), .tensor(bias)]
    case .binary(.minus, let left, let right):
      let scaled = try elements(of: right)
      return try elements(of: left)
        + [.sign(minusStep(right))] + scaled
    case .binary(.times, let left, let right):
      guard !left.isStepLength else {
        return try elements(of: right)
      }
      return try reading(rows: right.isPullback).elements(of: left)
        + [.sign(timesSign(right))] + elements(of: right)
    case .binary(.product, let left, let right):
      return try elements(of: left)
        + [.sign(look.labels.spelling.sign(of: .product))]
        + elements(of: right)
    case .slope(let activation, let z) where !(activation?.isElementwise ?? true):
      let point = try seen.value(of: z, layer: layer)
      let standard = CardEquation.shownCell(of: point.shape)
      let sample = focus?.cell(of: .z, point.shape, inLayer: layer).row ?? standard.row
      let jacobian = activation?.jacobian(at: point, sample: sample) ?? Matrix(0)
      return [
        .tensor(
          CardTensor(
            label: "J of sample \(sample)", letters: ShapeLetters(.u, .u), matrix: jacobian,
            marks: Marks(column: focus?.index(of: .u, inLayer: layer), in: jacobian.shape)))
      ]
    case .activated(let activation, let z):
      let name = look.labels.text(of: expression)
      return [.sign(name.prefix { $0 != "(" } + " of")]
        + (try reading(rows: activation?.isElementwise == false).elements(of: z))
    case .lossOf(_, let y, let a), .lossSlope(_, let y, let a):
      let name = look.labels.text(of: expression)
      return [.sign(name.prefix { $0 != "(" } + " of")]
        + (try elements(of: y)) + [.sign("and")]
        + (try elements(of: a))
    case .reduced(_, let inner, _):
      let sign = look.screen.isUnicode ? "Σ\(inner.letters.rows?.subscript ?? "")" : "sum"
      return [.sign(sign)] + (try elements(of: inner))
    case .number, .quantity, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .call, .slope, .shape, .function, .part:
      return [.tensor(try tensor(expression))]
    }
  }

  private func reading(rows: Bool) -> Operands {
    var reading = self
    reading.readsRows = rows
    return reading
  }

  private func tensor(_ expression: Expression) throws(Failure) -> CardTensor {
    let matrix = try seen.value(of: expression, layer: layer)
    return CardTensor(
      label: look.labels.text(of: expression), letters: expression.letters, matrix: matrix,
      shownBy: MatrixNotation(.ascii).text(of: expression),
      marks: marks(of: expression, matrix.shape))
  }

  private func marks(of expression: Expression, _ shape: Shape) -> Marks {
    guard let focus else { return .none }
    var owner = layer
    if case .quantity(_, let named?) = expression.form { owner = named }
    let marks = focus.marks(expression.letters, shape, inLayer: owner)
    return readsRows && marks.row != nil ? Marks(row: marks.row, in: shape) : marks
  }

  /// `/ m`, behind what it divides.
  private var overSamples: String {
    "\(look.labels.spelling.sign(of: .divide)) \(look.labels.text(of: .init(.size(.m))))"
  }

  /// What stands between weights and their gradient: `− η·`, `− η / m ·`.
  private func minusStep(_ step: Expression) -> String {
    let spelling = look.labels.spelling
    guard case .binary(.times, let length, _) = step.form, length.form != .learningRate else {
      return spelling.minusRate
    }
    return "\(spelling.sign(of: .minus)) \(look.labels.text(of: length))"
      + " \(spelling.sign(.times, true).trimmingSpaces)"
  }

  /// ⊙ cell by cell; where the slope is a Jacobian, each row of dA meets that of its own sample.
  private func timesSign(_ right: Expression) -> String {
    let spelling = look.labels.spelling
    guard case .slope(let activation?, _) = right.form, !activation.isElementwise else {
      return spelling.sign(of: .times)
    }
    return "each row \(spelling.sign(of: .product))"
  }
}

extension Expression {
  /// Whether it is a slope that ties the outputs of a sample together.
  fileprivate var isPullback: Bool {
    if case .slope(let activation?, _) = form { !activation.isElementwise } else { false }
  }
}

extension Spelling {
  /// An operator by itself, between two tensors that are drawn.
  fileprivate func sign(of operation: BinaryOperator) -> String {
    sign(operation, false).trimmingSpaces
  }

  /// What stands between weights and their gradient, `− η·`.
  fileprivate var minusRate: String {
    "\(sign(of: .minus)) \(rate)\(sign(.times, true))".trimmingSpaces
  }
}
