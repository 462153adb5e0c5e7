/// Writes a formula as matrices: `Z = X · W + b`.
public struct MatrixNotation: Sendable, Hashable {
  public let style: Style

  /// How the operators are spelled.
  public enum Style: Sendable, Hashable, CaseIterable {
    case unicode
    /// Reads back to the same tree.
    case ascii
    /// Reads back to the same tree, and runs in a NumPy notebook.
    case numpy
    case latex
  }

  public init(_ style: Style) {
    self.style = style
  }

  /// `dX = dZ · Wᵀ`; where a step overwrites what it reads, an arrow in place of `=`.
  public func equation(of assignment: Assignment, layer: Int? = nil) -> String {
    let name = self.name(assignment.quantity, layer)
    let overwrites = assignment.expression.reads(assignment.quantity)
    let sign =
      switch style {
      case .unicode: overwrites ? "←" : "="
      case .ascii: overwrites ? "<-" : "="
      case .numpy: "="
      case .latex: overwrites ? "\\leftarrow" : "="
      }
    return "\(name) \(sign) \(text(of: assignment.expression))"
  }

  public func text(of expression: Expression) -> String { piece(expression).text }

  /// A spelled node and how tightly its outermost operator binds.
  private struct Piece {
    var text: String
    var precedence: Int
  }

  private static let leaf = 9

  private func piece(_ expression: Expression) -> Piece {
    switch expression.form {
    case .number(let number):
      let negative = number.sign == .minus
      return Piece(
        text: number.shortestText,
        precedence: negative ? BinaryOperator.negationPrecedence : Self.leaf)
    case .negated(let inner):
      let precedence = BinaryOperator.negationPrecedence
      return Piece(text: "-" + wrapped(piece(inner), above: precedence), precedence: precedence)
    case .binary(let operation, let left, let right):
      let precedence = operation.precedence
      let bindsLeft = operation != .power && !operation.isComparison
      let leftText = wrapped(piece(left), above: bindsLeft ? precedence - 1 : precedence)
      let rightText = wrapped(piece(right), above: precedence)
      return Piece(
        text: leftText + spelling(operation, left, right) + rightText, precedence: precedence)
    default:
      return Piece(text: leafText(expression), precedence: Self.leaf)
    }
  }

  private func wrapped(_ piece: Piece, above precedence: Int) -> String {
    piece.precedence > precedence ? piece.text : "(\(piece.text))"
  }

  private func leafText(_ expression: Expression) -> String {
    switch expression.form {
    case .quantity(let quantity, let layer): return name(quantity, layer)
    case .source(let source): return sourceText(source)
    case .learningRate:
      return switch style {
      case .unicode: "η"
      case .ascii, .numpy: "rate"
      case .latex: "\\eta"
      }
    case .clipping: return style == .latex ? "c" : "clipping"
    case .size(let letter): return letter.rawValue
    case .variable(let name): return name
    case .rows(let rows): return rowsText(rows)
    case .transposed(let inner):
      let base = wrapped(piece(inner), above: Self.leaf - 1)
      return switch style {
      case .unicode: base + "ᵀ"
      case .ascii, .numpy: base + ".T"
      case .latex: base + "^{\\intercal}"
      }
    case .reduced(let reduction, let inner, let axis): return reducedText(reduction, inner, axis)
    case .call(let function, let arguments):
      return call(function.name, arguments, isNumPys: function.isNumPys)
    case .activated(let activation, let z):
      return call(actName(activation), [z], keyword: keyword(activation))
    case .slope(let activation, let z):
      return call(primed(actName(activation)), [z], keyword: keyword(activation))
    case .lossOf(let loss, let y, let a): return call(loss?.symbol ?? "loss", [y, a])
    case .lossSlope(let loss, let y, let a): return call(primed(loss?.symbol ?? "loss"), [y, a])
    case .shape(let inner): return wrapped(piece(inner), above: Self.leaf - 1) + ".shape"
    case .filled(let number, let shape):
      let name = number == 0 ? "zeros" : "ones"
      return "\(prefix)\(name)(\(shape))"
    case .identity(let size): return "\(prefix)eye(\(size))"
    case .part(let inner, let rows, let columns):
      return wrapped(piece(inner), above: Self.leaf - 1) + "[\(rows.text),\(columns.text)]"
    case .number, .negated, .binary: return piece(expression).text
    }
  }

  private func spelling(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> String {
    switch (style, operation) {
    case (.unicode, .product): " · "
    case (.unicode, .times): left.isScalar || right.isScalar ? "·" : " ⊙ "
    case (.unicode, .minus): " − "
    case (.unicode, .lessOrEqual): " ≤ "
    case (.unicode, .greaterOrEqual): " ≥ "
    case (.unicode, .unequal): " ≠ "
    case (.latex, .product): " \\cdot "
    case (.latex, .times): left.isScalar || right.isScalar ? "\\," : " \\odot "
    case (_, .power): "**"
    default: " \(operation.rawValue) "
    }
  }

  private func reducedText(_ reduction: Reduction, _ inner: Expression, _ axis: Axis) -> String {
    let letter =
      switch axis {
      case .rows: inner.letters.rows
      case .columns: inner.letters.columns
      case .all: Dimension?.none
      }
    if reduction == .sum, let letter, style == .unicode || style == .latex {
      let summand = wrapped(piece(inner), above: BinaryOperator.plus.precedence)
      return style == .unicode ? "Σ\(letter.subscript) \(summand)" : "\\sum_{\(letter)} \(summand)"
    }
    let axisText: String? =
      switch axis {
      case .rows: "axis=0"
      case .columns: "axis=1"
      case .all: nil
      }
    if style == .numpy, let axisText {
      return call(
        reduction.rawValue, [inner], keyword: "\(axisText), keepdims=True", isNumPys: true)
    }
    return call(reduction.rawValue, [inner], keyword: axisText, isNumPys: true)
  }

  private func call(
    _ name: String, _ arguments: [Expression], keyword: String? = nil, isNumPys: Bool = false
  ) -> String {
    let all = arguments.map { piece($0).text } + (keyword.map { [$0] } ?? [])
    let inner = all.joined(separator: ", ")
    if style == .latex { return "\\mathrm{\(name)}(\(inner))" }
    return "\(isNumPys ? prefix : "")\(name)(\(inner))"
  }

  private func rowsText(_ rows: [[Expression]]) -> String {
    let texts = rows.map { "[" + $0.map { piece($0).text }.joined(separator: ", ") + "]" }
    let list = texts.count == 1 && style != .numpy ? texts[0] : "[\(texts.joined(separator: ", "))]"
    return style == .numpy ? "np.array(\(list))" : list
  }

  private func sourceText(_ source: Expression.Source) -> String {
    switch source {
    case .below: style == .unicode || style == .latex ? "A of layer k-1" : "below"
    case .above: primed("loss") + "(Y, A)"
    case .data, .given: source.rawValue
    }
  }

  private var prefix: String { style == .numpy ? "np." : "" }

  private func name(_ quantity: Quantity, _ layer: Int?) -> String {
    layer.map { "\(quantity.name)\($0)" } ?? quantity.name
  }

  private func actName(_ activation: Activation?) -> String { activation?.name ?? "act" }

  private func keyword(_ activation: Activation?) -> String? {
    guard let activation, let hyperparameter = activation.rule.hyperparameter,
      activation.parameter != hyperparameter.standard
    else { return nil }
    return "\(hyperparameter.name)=\(activation.parameter.shortestText)"
  }

  private func primed(_ name: String) -> String {
    switch style {
    case .unicode: name + "′"
    case .ascii, .latex: name + "'"
    case .numpy: name + "_prime"
    }
  }
}

extension Dimension {
  /// The letter as a subscript.
  public var `subscript`: String {
    switch self {
    case .m: "ₘ"
    case .n: "ₙ"
    case .u: "ᵤ"
    }
  }
}

extension Selection {
  /// The selection as it is typed: `1`, `0:2`, `:`.
  public var text: String {
    switch self {
    case .one(let index): "\(index)"
    case .range(let from, let to): "\(from.map(String.init) ?? ""):\(to.map(String.init) ?? "")"
    }
  }
}

extension Expression {
  /// Whether the formula is a number by its form, so that a product with it only scales.
  fileprivate var isScalar: Bool {
    switch form {
    case .number, .learningRate, .clipping, .size: true
    case .negated(let inner): inner.isScalar
    default: false
    }
  }

  fileprivate func reads(_ quantity: Quantity) -> Bool {
    if case .quantity(quantity, _) = form { return true }
    return children.contains { $0.reads(quantity) }
  }
}
