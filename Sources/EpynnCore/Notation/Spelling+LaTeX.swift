extension Spelling {
  /// `dX = dZ \cdot W^{\intercal}`, for the mathematics of a LaTeX document.
  package static let latex = Spelling(
    isMarkup: true, opening: "", closing: "", equals: " = ", becomes: " \\leftarrow ",
    quantity: { quantity, layer in quantity.name + (layer.map(String.init) ?? "") },
    name: { $0 },
    function: { name, _ in "\\mathrm{\(name)}" },
    primed: { "\($0)'" },
    number: { $0 },
    rate: "\\eta", clipping: "c", layerBelow: "A of layer k-1", layerAbove: "loss'(Y, A)",
    sign: { operation, scales in
      switch operation {
      case .product: " \\cdot "
      case .times: scales ? "\\," : " \\odot "
      case .divide, .plus, .minus, .power, .equal, .unequal, .less, .lessOrEqual, .greater,
        .greaterOrEqual:
        " \(operation.rawValue) "
      }
    },
    power: { "\($0)**\($1)" },
    negated: { "-\($0)" },
    enclosed: { "(\($0))" },
    grouped: { $0 },
    transposed: { "\($0)^{\\intercal}" },
    shape: { "\($0).shape" },
    part: { "\($0)[\($1),\($2)]" },
    separator: ", ",
    keyword: { "\($0)=\($1)" },
    sum: { "\\sum_{\($0.rawValue)} \($1)" },
    keepsDimensions: false,
    matrix: Spelling.bracketed,
    indices: Indices(
      delta: "\\delta", sampleLoss: "\\ell", loss: "\\mathcal{L}", activation: "a_{act}",
      slope: "a_{act}'",
      symbol: { letter, layer, isTransposed, indices in
        let raised = layer.map { "^{\($0)\(isTransposed ? "\\intercal" : "")}" } ?? ""
        return "\(letter)\(raised)_{\(indices)}"
      },
      partial: { "\\frac{\\partial \\mathcal{L}}{\\partial \($0)}" },
      product: " \\cdot ", times: " * ", scaling: " \\, ",
      sum: { "\\sum_{\($0.rawValue)=1}^{\($0.rawValue.uppercased())} \($1)" }))
}
