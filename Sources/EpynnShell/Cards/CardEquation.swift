import EpynnCore

/// An equation of a step as tensors and the signs between them, in the order in which it is read.
struct CardEquation {
  let assignment: Assignment
  /// What the step wrote, and the layer before it did.
  let result: CardTensor
  let elements: [Element]

  enum Element {
    case sign(String)
    case tensor(CardTensor)
  }

  /// The equation of a step that has run in a layer.
  init(
    _ assignment: Assignment, before: Machine, after: Machine, layer: Int, look: Look
  ) throws(Failure) {
    self.assignment = assignment
    let scope = Scope(before, layer: layer)
    let written = after.value(of: assignment.quantity, layer: layer)?.matrix ?? Matrix(0)
    result = CardTensor(
      label: assignment.quantity.name, letters: assignment.quantity.letters, matrix: written,
      isWritten: true,
      visibility: look.aids.visibility(
        of: Expression(.quantity(assignment.quantity, layer: nil)), value: written,
        in: Scope(after, layer: layer)))
    elements = try Self.elements(of: assignment.expression, in: scope, look: look)
  }

  /// The tensors alone.
  var operands: [CardTensor] {
    elements.compactMap { if case .tensor(let tensor) = $0 { tensor } else { nil } }
  }

  private static func elements(
    of expression: Expression, in scope: Scope, look: Look
  ) throws(Failure) -> [Element] {
    func tensor(_ label: String, _ expression: Expression) throws(Failure) -> Element {
      let matrix = try expression.value(in: scope)
      return .tensor(
        CardTensor(
          label: label, letters: expression.letters, matrix: matrix,
          visibility: look.aids.visibility(of: expression, value: matrix, in: scope)))
    }
    switch expression.form {
    case .source, .learningRate:
      return []
    case .binary(.plus, let left, let right):
      let addend = try right.value(in: scope)
      var bias = CardTensor(
        label: look.labels.text(of: right), letters: right.letters, matrix: addend,
        visibility: look.aids.visibility(of: right, value: addend, in: scope))
      if addend.rows == 1, let letter = left.letters.rows {
        bias.notes = ["on each", "of \(letter) rows"]
      }
      return try elements(of: left, in: scope, look: look) + [.sign("+"), .tensor(bias)]
    case .binary(.minus, let left, let right):
      let scaled = try elements(of: right, in: scope, look: look)
      return try elements(of: left, in: scope, look: look)
        + [.sign(look.labels.spelling.minusRate)] + scaled
    case .binary(.times, let left, let right):
      guard left.form != .learningRate else {
        return try elements(of: right, in: scope, look: look)
      }
      return try elements(of: left, in: scope, look: look)
        + [.sign(timesSign(right, look))] + elements(of: right, in: scope, look: look)
    case .binary(.product, let left, let right):
      return try elements(of: left, in: scope, look: look)
        + [.sign(look.labels.spelling.sign(of: .product))]
        + elements(of: right, in: scope, look: look)
    case .slope(let activation, let z) where !(activation?.isElementwise ?? true):
      let point = try z.value(in: scope)
      let sample = shownCell(of: point.shape).row
      let jacobian = activation?.jacobian(at: point, sample: sample) ?? Matrix(0)
      return [
        .tensor(
          CardTensor(
            label: "J of sample \(sample)", letters: ShapeLetters(.u, .u), matrix: jacobian,
            visibility: look.aids.hides(z, in: scope) ? try? Matrix(jacobian.shape) : nil))
      ]
    case .activated(_, let z):
      let name = look.labels.text(of: expression)
      return [.sign(name.prefix { $0 != "(" } + " of")]
        + (try elements(of: z, in: scope, look: look))
    case .lossOf(_, let y, let a), .lossSlope(_, let y, let a):
      let name = look.labels.text(of: expression)
      return [.sign(name.prefix { $0 != "(" } + " of")]
        + (try elements(of: y, in: scope, look: look)) + [.sign("and")]
        + (try elements(of: a, in: scope, look: look))
    case .reduced(_, let inner, _):
      let sign = look.screen.isUnicode ? "Σ\(inner.letters.rows?.subscript ?? "")" : "sum"
      return [.sign(sign)] + (try elements(of: inner, in: scope, look: look))
    case .number, .quantity, .clipping, .size, .variable, .rows, .negated,
      .transposed, .binary, .call, .slope, .shape, .filled, .identity, .part:
      return [try tensor(look.labels.text(of: expression), expression)]
    }
  }

  /// ⊙ cell by cell; where the slope is a Jacobian, each row of dA meets that of its own sample.
  private static func timesSign(_ right: Expression, _ look: Look) -> String {
    let spelling = look.labels.spelling
    guard case .slope(let activation?, _) = right.form, !activation.isElementwise else {
      return spelling.sign(of: .times)
    }
    return "each row \(spelling.sign(of: .product))"
  }

  /// The cell that a card works out: in the first row the second column, where there is one.
  static func shownCell(of shape: Shape) -> Cell { Cell(0, min(1, shape.columns - 1)) }
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
