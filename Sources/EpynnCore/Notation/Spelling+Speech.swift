extension Spelling {
  /// `dX is dZ times W transposed`, to be heard; what would need brackets says so.
  package static let speech = Spelling(
    isMarkup: false, opening: "", closing: "", equals: " is ", becomes: " becomes ",
    quantity: { quantity, layer in quantity.name + (layer.map(String.init) ?? "") },
    name: { $0 },
    function: { name, _ in name },
    primed: { "slope of \($0)" },
    number: { $0.spokenNumber }, numbersAreProducts: true,
    rate: "rate", clipping: "clipping", layerBelow: "A of the layer below",
    layerAbove: "slope of loss at Y and A",
    sign: { operation, scales in
      switch operation {
      case .product: " times "
      case .times: scales ? " times " : " times, cell by cell, "
      case .divide: " divided by "
      case .floorDivide: " floor divided by "
      case .remainder: " modulo "
      case .plus: " plus "
      case .minus: " minus "
      case .power: " to the power of "
      case .equal: " equals "
      case .unequal: " is not "
      case .less: " is less than "
      case .lessOrEqual: " is at most "
      case .greater: " is greater than "
      case .greaterOrEqual: " is at least "
      case .and: " and "
      case .or: " or "
      }
    },
    power: { $1 == "2" ? "\($0) squared" : "\($0) to the power of \($1)" },
    negated: { "minus \($0)" },
    enclosed: { "open paren \($0) close paren" },
    grouped: { $0 },
    transposed: { "\($0) transposed" },
    attribute: { "\($1) of \($0)" },
    subscripted: { "\($0)[\($1.joined(separator: ", "))]" },
    tuple: { $0.joined(separator: " by ") }, colon: ":",
    part: { "\($0)[\($1),\($2)]" },
    separator: ", ",
    applied: { function, arguments in
      let way = function.hasPrefix("slope of ") ? "at" : "of"
      let texts = arguments.map { $0.isHeardAsOne ? $0 : "open paren \($0) close paren" }
      return "\(function) \(way) \(texts.joined(separator: " and "))"
    },
    keyword: { "\($0) \($1)" },
    sum: { "sum over \($0.meaning) \($0.rawValue) of \($1)" },
    keepsDimensions: false,
    matrix: { rows in
      let texts = rows.map { $0.joined(separator: ", ") }
      return [(texts.count == 1 ? "the row " : "the rows ") + texts.joined(separator: "; ")]
    },
    indices: Indices(
      delta: "delta", sampleLoss: "loss", loss: "loss", activation: "act", slope: "slope of act",
      symbol: { letter, layer, isTransposed, indices in
        let cell = "[\(indices.map(String.init).joined(separator: ","))]"
        let owner = layer.map { " of layer \($0.spokenLayer)" } ?? ""
        return letter + cell + owner + (isTransposed ? " transposed" : "")
      },
      partial: { "the gradient of the loss with respect to \($0)" },
      product: " times ", times: " times ", scaling: " times ",
      sum: { "sum over \($0.rawValue) from 1 to \($0.rawValue.uppercased()) of \($1)" }))
}

extension String {
  /// Digits as they are said: `-1.5e-07` is minus 1.5 times 10 to the power of minus 7.
  package var spokenNumber: String {
    let sign = hasPrefix("-") ? "minus " : ""
    let size = hasPrefix("-") ? dropFirst() : self[...]
    switch size {
    case "inf": return sign + "infinity"
    case "nan": return "not a number"
    default: break
    }
    let parts = size.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return sign + size }
    let power = exponent < 0 ? "minus \(exponent.magnitude)" : "\(exponent)"
    return "\(sign)\(parts[0]) times 10 to the power of \(power)"
  }

  /// Whether it is heard as one thing, a name or a number, with nothing to hold together.
  fileprivate var isHeardAsOne: Bool {
    let words = split(separator: " ")
    if words.count == 2 { return words[0] == "minus" || words[1] == "transposed" }
    return words.count == 1 || words.count == 4 && words[1...2] == ["of", "layer"]
  }

  /// `k minus 1` for the layer below.
  fileprivate var spokenLayer: String {
    replacing("-", with: " minus ").replacing("+", with: " plus ")
  }
}
