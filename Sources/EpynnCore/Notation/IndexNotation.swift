/// Writes a step's equation with indices, as the documentation does: `zᵏₘᵤ = xᵏₘₙ · Wᵏₙᵤ + bᵏᵤ`.
package struct IndexNotation: Sendable {
  package let spelling: Spelling
  /// The number that stands for k in a network; the letter itself where it is `nil`.
  package let layer: Int?

  package init(_ spelling: Spelling, layer: Int? = nil) {
    self.spelling = spelling
    self.layer = layer
  }

  /// The documentation's equation of a step; `update` has one for W and one for b.
  package func equations(of step: Step) -> [String] {
    step.assignments.map { assignment in
      parts(of: assignment, chain: step.chain).joined(separator: sign(of: step))
    }
  }

  /// The parts of the chain, between which a long equation may be broken.
  package func parts(of assignment: Assignment, chain: [IndexTerm]) -> [String] {
    [spelling.opening + text(of: assignment.quantity.indexTerm)] + chain.map(text(of:))
      + [text(of: assignment.expression) + spelling.closing]
  }

  /// What stands between the parts: an arrow where a step overwrites.
  package func sign(of step: Step) -> String {
    step.phase == .update ? spelling.becomes : spelling.equals
  }

  private var indices: Spelling.Indices { spelling.indices }

  /// A formula of the table; what the documentation writes without indices is as among matrices.
  private func text(of expression: Expression) -> String {
    if let name = spelling.jacobian, let (error, _, _) = expression.pulledBack {
      return text(of: error) + indices.product
        + indices.symbol(spelling.name(name), layerName(.same), false, "m")
    }
    switch expression.form {
    case .quantity(let quantity, _): return text(of: quantity.indexTerm)
    case .source(.below), .source(.data): return text(of: .symbol(.a(.below, "mn")))
    case .source(.above), .source(.given): return text(of: .gradient(.x(.above, "mu")))
    case .binary(let operation, let left, let right):
      guard operation != .power else { return withoutIndices(expression) }
      let scales = left.isScalar || right.isScalar
      return text(of: left) + sign(operation, scales) + text(of: right)
    case .transposed(let inner):
      guard case .quantity(let quantity, _) = inner.form,
        case .symbol(let symbol) = quantity.indexTerm
      else { return withoutIndices(expression) }
      return text(of: symbol, transposed: true)
    case .activated(_, let z): return spelling.call(indices.activation, [text(of: z)])
    case .slope(_, let z): return spelling.call(indices.slope, [text(of: z)])
    case .lossOf(_, let y, let a):
      return spelling.call(indices.loss, [text(of: y), text(of: a)])
    case .reduced(let reduction, let inner, let axis):
      guard reduction == .sum, let letter = axis.letter(of: inner) else {
        return withoutIndices(expression)
      }
      return indices.sum(letter, text(of: inner))
    // m runs to M, so that what is divided by their number is over M.
    case .size(let letter): return letter.rawValue.uppercased()
    case .learningRate, .clipping, .number, .variable, .rows, .negated, .call, .lossSlope,
      .shape, .function, .part:
      return withoutIndices(expression)
    }
  }

  private func withoutIndices(_ expression: Expression) -> String {
    MatrixNotation(spelling).fragment(of: expression)
  }

  private func sign(_ operation: BinaryOperator, _ scales: Bool) -> String {
    switch operation {
    case .product: indices.product
    case .times: scales ? indices.scaling : indices.times
    case .divide, .plus, .minus, .power, .equal, .unequal, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .floorDivide, .remainder, .and, .or:
      spelling.sign(operation, scales)
    }
  }

  private func text(of term: IndexTerm) -> String {
    switch term {
    case .symbol(let symbol): text(of: symbol)
    case .gradient(let symbol): indices.partial(text(of: symbol))
    }
  }

  private func text(of symbol: IndexSymbol, transposed: Bool = false) -> String {
    let letter =
      switch symbol.letter {
      case .delta: indices.delta
      case .loss: indices.sampleLoss
      case .x, .w, .b, .z, .a, .y: spelling.name(symbol.letter.rawValue)
      }
    let hasLayer = symbol.letter != .y && symbol.letter != .loss
    return indices.symbol(
      letter, hasLayer ? layerName(symbol.layer) : nil, transposed, symbol.indices)
  }

  private func layerName(_ offset: IndexSymbol.Layer) -> String {
    if let layer { return "\(layer + offset.rawValue)" }
    return switch offset {
    case .below: "k-1"
    case .same: "k"
    case .above: "k+1"
    }
  }
}
