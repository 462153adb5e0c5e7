extension Spelling {
  /// `dX = dZ @ W.T`, which reads back to the same tree; with indices `z^k_mu = x^k_mn . W^k_nu`.
  package static let ascii = Spelling(
    isMarkup: false, opening: "", closing: "", equals: " = ", becomes: " <- ",
    quantity: { quantity, layer in quantity.name + (layer.map(String.init) ?? "") },
    name: { $0 },
    function: { name, _ in name },
    primed: { "\($0)'" },
    number: { $0 }, numbersAreProducts: false,
    rate: "rate", clipping: "clipping", layerBelow: "below", layerAbove: "loss'(Y, A)",
    sign: { operation, _ in " \(operation.rawValue) " },
    power: { "\($0)**\($1)" },
    negated: { "-\($0)" },
    enclosed: { "(\($0))" },
    grouped: { $0 },
    transposed: { "\($0).T" },
    attribute: { "\($0).\($1)" },
    subscripted: { "\($0)[\($1.joined(separator: ", "))]" },
    tuple: { "(\($0.joined(separator: ", "))\($0.count == 1 ? "," : ""))" }, colon: ":",
    part: { "\($0)[\($1),\($2)]" },
    separator: ", ",
    applied: nil,
    keyword: { "\($0)=\($1)" },
    sum: nil,
    keepsDimensions: false,
    matrix: Spelling.bracketed,
    indices: Indices(
      delta: "delta", sampleLoss: "l", loss: "L", activation: "act", slope: "act'",
      symbol: { letter, layer, isTransposed, indices in
        let mark = (layer ?? "") + (isTransposed ? "T" : "")
        let raised = mark.isEmpty ? "" : mark.count > 2 ? "^(\(mark))" : "^\(mark)"
        return "\(letter)\(raised)_\(indices)"
      },
      partial: { "dL/d\($0)" },
      product: " . ", times: " * ", scaling: " * ",
      sum: { "sum_{\($0.rawValue)=1..\($0.rawValue.uppercased())} \($1)" }))

  /// `[1, 2]`, and `[[1, 2], [3, 4]]` where there are several rows.
  @Sendable static func bracketed(_ rows: [[String]]) -> [String] {
    let texts = rows.map { "[\($0.joined(separator: ", "))]" }
    return texts.count == 1 ? texts : ["[\(texts.joined(separator: ", "))]"]
  }
}
