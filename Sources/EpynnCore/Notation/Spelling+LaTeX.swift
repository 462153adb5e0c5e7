extension Spelling {
  /// `dX = dZ \cdot W^{\intercal}`, for the mathematics of a document with amsmath and amssymb.
  package static let latex = Spelling(
    isMarkup: true, opening: "", closing: "", equals: " = ", becomes: " \\leftarrow ",
    quantity: { quantity, layer in quantity.name + (layer.map(String.init) ?? "") },
    name: Spelling.escaped,
    function: { name, _ in "\\mathrm{\(name.replacing("_", with: "\\_"))}" },
    primed: { "\($0)'" },
    number: Spelling.powerOfTen, numbersAreProducts: true,
    rate: "\\eta", clipping: "c", layerBelow: "A of layer k-1", layerAbove: "loss'(Y, A)",
    sign: { operation, scales in
      switch operation {
      case .product: " \\cdot "
      case .times: scales ? "\\," : " \\odot "
      case .equal: " = "
      case .unequal: " \\ne "
      case .lessOrEqual: " \\le "
      case .greaterOrEqual: " \\ge "
      case .remainder: " \\bmod "
      case .and: " \\land "
      case .or: " \\lor "
      case .floorDivide: " /\\!\\!/ "
      case .divide, .plus, .minus, .power, .less, .greater: " \(operation.rawValue) "
      }
    },
    power: { "\($0)^{\($1)}" },
    negated: { "-\($0)" },
    enclosed: { "(\($0))" },
    grouped: { "{\($0)}" },
    transposed: { "\($0)^{\\intercal}" },
    attribute: { "\($0).\($1)" },
    subscripted: { "\($0)[\($1.joined(separator: ", "))]" },
    tuple: { "(\($0.joined(separator: ", "))\($0.count == 1 ? "," : ""))" }, colon: ":",
    part: { "\($0)[\($1),\($2)]" },
    separator: ", ",
    applied: nil,
    keyword: { "\($0)=\($1)" },
    sum: { "\\sum_{\($0.rawValue)} \($1)" },
    keepsDimensions: false,
    matrix: { rows in
      // A bmatrix has ten columns at most, unless the document says otherwise.
      let count = rows.first?.count ?? 0
      let (opening, closing) =
        count <= 10
        ? ("\\begin{bmatrix}", "\\end{bmatrix}")
        : ("\\left[\\begin{array}{*{\(count)}{r}}", "\\end{array}\\right]")
      let lines = rows.map { "  \($0.joined(separator: " & "))" }
      return [opening] + lines.dropLast().map { "\($0) \\\\" } + lines.suffix(1) + [closing]
    },
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

  /// A name with an underline in it as `\mathit{my\_W\_2}`; a second bare one would not compile.
  @Sendable private static func escaped(_ name: String) -> String {
    guard name.contains("_") else { return name }
    return "\\mathit{\(name.map { $0 == "_" ? "\\_" : String($0) }.joined())}"
  }

  /// `-1.5e-07` as `-1.5 \times 10^{-7}`.
  @Sendable private static func powerOfTen(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    let size = digits.dropFirst(sign.count)
    if size == "inf" { return "\(sign)\\infty" }
    if size == "nan" { return "\\mathrm{nan}" }
    let parts = size.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return digits }
    let factor = parts[0] == "1" ? "" : "\(parts[0]) \\times "
    return "\(sign)\(factor)10^{\(exponent)}"
  }
}
