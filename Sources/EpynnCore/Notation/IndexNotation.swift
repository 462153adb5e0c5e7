/// Writes a step's equation with indices, as the documentation does: `zᵏₘᵤ = xᵏₘₙ · Wᵏₙᵤ + bᵏᵤ`.
public struct IndexNotation: Sendable, Hashable {
  public let style: Style
  /// The number that stands for k in a network; the letter itself where it is `nil`.
  public let layer: Int?

  public enum Style: Sendable, Hashable, CaseIterable {
    case unicode, ascii, latex
  }

  public init(_ style: Style, layer: Int? = nil) {
    self.style = style
    self.layer = layer
  }

  /// The documentation's equation of a step; `update` has one for W and one for b.
  public func equations(of step: Step) -> [String] {
    step.assignments.map { assignment in
      parts(of: assignment, chain: step.chain).joined(separator: sign(of: step))
    }
  }

  /// The parts of the chain, between which a long equation may be broken.
  public func parts(of assignment: Assignment, chain: [IndexTerm]) -> [String] {
    [text(of: assignment.quantity.indexTerm)] + chain.map(text(of:))
      + [text(of: assignment.expression)]
  }

  /// What stands between the parts: an arrow where a step overwrites.
  public func sign(of step: Step) -> String {
    guard step.phase == .update else { return " = " }
    return switch style {
    case .unicode: " ← "
    case .ascii: " <- "
    case .latex: " \\leftarrow "
    }
  }

  /// A formula of the table, whose forms are few.
  private func text(of expression: Expression) -> String {
    switch expression.form {
    case .quantity(let quantity, _): return text(of: quantity.indexTerm)
    case .source(.below), .source(.data): return text(of: .symbol(.a(.below, "mn")))
    case .source(.above), .source(.given): return text(of: .gradient(.x(.above, "mu")))
    case .learningRate: return pick("η", "rate", "\\eta")
    case .clipping: return pick("c", "clipping", "c")
    case .binary(let operation, let left, let right):
      return text(of: left) + spelling(operation, left) + text(of: right)
    case .transposed(let inner):
      guard case .quantity(let quantity, _) = inner.form,
        case .symbol(let symbol) = quantity.indexTerm
      else { return MatrixNotation(.unicode).text(of: expression) }
      return text(of: symbol, transposed: true)
    case .activated(_, let z): return pick("act", "act", "a_{act}") + "(\(text(of: z)))"
    case .slope(_, let z): return pick("act′", "act'", "a_{act}'") + "(\(text(of: z)))"
    case .reduced(_, let inner, _):
      return pick("Σₘ₌₁ᴹ ", "sum_{m=1..M} ", "\\sum_{m=1}^{M} ") + text(of: inner)
    case .lossOf(_, let y, let a):
      return pick("𝓛", "L", "\\mathcal{L}") + "(\(text(of: y)), \(text(of: a)))"
    default:
      return MatrixNotation(.unicode).text(of: expression)
    }
  }

  private func spelling(_ operation: BinaryOperator, _ left: Expression) -> String {
    switch operation {
    case .product: pick(" · ", " . ", " \\cdot ")
    case .minus: pick(" − ", " - ", " - ")
    case .times where left == .rate: pick(" · ", " * ", " \\, ")
    default: " \(operation.rawValue) "
    }
  }

  private func text(of term: IndexTerm) -> String {
    switch term {
    case .symbol(let symbol): return text(of: symbol)
    case .gradient(let symbol):
      let below = text(of: symbol)
      return pick(
        "∂𝓛/∂\(below)", "dL/d\(below)",
        "\\frac{\\partial \\mathcal{L}}{\\partial \(below)}")
    }
  }

  private func text(of symbol: IndexSymbol, transposed: Bool = false) -> String {
    let letter =
      switch symbol.letter {
      case .delta: pick("δ", "delta", "\\delta")
      case .loss: pick("ℓ", "l", "\\ell")
      default: symbol.letter.rawValue
      }
    let hasLayer = symbol.letter != .y && symbol.letter != .loss
    let layerText = hasLayer ? layerName(symbol.layer) : ""
    switch style {
    case .unicode:
      return letter + layerText.superscript + (transposed ? "ᵀ" : "") + symbol.indices.subscript
    case .latex:
      let raised = hasLayer ? "^{\(layerText)\(transposed ? "\\intercal" : "")}" : ""
      return "\(letter)\(raised)_{\(symbol.indices)}"
    case .ascii:
      let mark = layerText + (transposed ? "T" : "")
      let raised = mark.isEmpty ? "" : mark.count > 2 ? "^(\(mark))" : "^\(mark)"
      return "\(letter)\(raised)_\(symbol.indices)"
    }
  }

  private func layerName(_ offset: IndexSymbol.Layer) -> String {
    if let layer { return "\(layer + offset.rawValue)" }
    return switch offset {
    case .below: "k-1"
    case .same: "k"
    case .above: "k+1"
    }
  }

  private func pick(_ unicode: String, _ ascii: String, _ latex: String) -> String {
    switch style {
    case .unicode: unicode
    case .ascii: ascii
    case .latex: latex
    }
  }
}

extension String {
  /// The letters and digits that layers are named by, raised.
  fileprivate var superscript: String { mapped(by: Self.superscripts) }
  /// The letters that indices are named by, lowered.
  fileprivate var `subscript`: String { mapped(by: ["m": "ₘ", "n": "ₙ", "u": "ᵤ"]) }

  private func mapped(by table: [Character: Character]) -> String {
    String(map { table[$0] ?? $0 })
  }

  private static let superscripts: [Character: Character] = [
    "k": "ᵏ", "+": "⁺", "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴",
    "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
}
