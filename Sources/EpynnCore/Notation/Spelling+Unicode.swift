extension Spelling {
  /// `dX = dZ · Wᵀ`, and with indices `∂𝓛/∂Wᵏₙᵤ = xᵏᵀₘₙ · ∂𝓛/∂zᵏₘᵤ`.
  package static let unicode = Spelling(
    isMarkup: false, opening: "", closing: "", equals: " = ", becomes: " ← ",
    quantity: { quantity, layer in quantity.name + (layer.map(String.init) ?? "") },
    name: { $0 },
    function: { name, _ in name },
    primed: { "\($0)′" },
    number: { $0 }, numbersAreProducts: false,
    rate: "η", clipping: "clipping", layerBelow: "A of layer k-1", layerAbove: "loss′(Y, A)",
    sign: { operation, scales in
      switch operation {
      case .product: " · "
      case .times: scales ? "·" : " ⊙ "
      case .minus: " − "
      case .lessOrEqual: " ≤ "
      case .greaterOrEqual: " ≥ "
      case .unequal: " ≠ "
      case .divide, .plus, .equal, .less, .greater, .power, .floorDivide, .remainder, .and, .or:
        " \(operation.rawValue) "
      }
    },
    power: { "\($0)**\($1)" },
    negated: { "-\($0)" },
    enclosed: { "(\($0))" },
    grouped: { $0 },
    transposed: { "\($0)ᵀ" },
    attribute: { "\($0).\($1)" },
    subscripted: { "\($0)[\($1.joined(separator: ", "))]" },
    tuple: { "(\($0.joined(separator: ", "))\($0.count == 1 ? "," : ""))" }, colon: ":",
    part: { "\($0)[\($1),\($2)]" },
    separator: ", ",
    applied: nil,
    keyword: { "\($0)=\($1)" },
    sum: { "Σ\($0.subscript) \($1)" },
    keepsDimensions: false,
    matrix: Spelling.bracketed,
    indices: Indices(
      delta: "δ", sampleLoss: "ℓ", loss: "𝓛", activation: "act", slope: "act′",
      symbol: { letter, layer, isTransposed, indices in
        letter + (layer?.superscript ?? "") + (isTransposed ? "ᵀ" : "") + indices.subscript
      },
      partial: { "∂𝓛/∂\($0)" },
      product: " · ", times: " * ", scaling: " · ",
      sum: { letter, summand in
        let capital = letter.rawValue.uppercased().superscript
        return "Σ\(letter.subscript)₌₁\(capital) \(summand)"
      }))
}

extension Dimension {
  /// The letter as a subscript.
  package var `subscript`: String { rawValue.subscript }
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
    "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "M": "ᴹ", "N": "ᴺ", "U": "ᵁ",
  ]
}
