extension Spelling {
  /// `<math><mi>Z</mi> <mo>=</mo> …</math>`, presentation MathML for a page.
  ///
  /// All is ASCII, so that no page's encoding changes it; a space parts elements, so that a line
  /// may be broken there.
  package static let mathml = Spelling(
    isMarkup: true, opening: "<math>", closing: "</math>",
    equals: " \(sign("="))", becomes: " \(sign("←"))",
    quantity: { quantity, layer in
      let letter = identifier(quantity.name)
      return layer.map { element("msub", letter, number("\($0)")) } ?? letter
    },
    name: identifier,
    function: { name, _ in applied(identifier(name)) },
    primed: { "\($0)′" },
    number: number, numbersAreProducts: false,
    rate: identifier("η"), clipping: identifier("c"),
    layerBelow: token("mtext", "A of layer k-1"),
    layerAbove: applied(identifier("loss′"))
      + enclosed(identifier("Y") + separator + identifier("A")),
    sign: { operation, _ in
      switch operation {
      case .product: " \(sign("⋅"))"
      case .times: " \(sign("⊙"))"
      case .minus: " \(sign("−"))"
      case .equal: " \(sign("="))"
      case .unequal: " \(sign("≠"))"
      case .lessOrEqual: " \(sign("≤"))"
      case .greaterOrEqual: " \(sign("≥"))"
      case .remainder: " \(sign("mod"))"
      case .and: " \(sign("∧"))"
      case .or: " \(sign("∨"))"
      case .divide, .plus, .power, .less, .greater, .floorDivide: " \(sign(operation.rawValue))"
      }
    },
    power: { element("msup", $0, $1) },
    negated: { sign("−") + $0 },
    enclosed: enclosed,
    grouped: { $0 },
    transposed: { element("msup", $0, token("mo", "⊺")) },
    attribute: { "\($0) \(sign("."))\(identifier($1))" },
    subscripted: { base, places in
      "\(base) \(sign("["))\(places.joined(separator: separator)) \(token("mo", "]"))"
    },
    tuple: { enclosed($0.joined(separator: separator)) }, colon: " \(sign(":"))",
    part: { base, rows, columns in
      "\(base) \(sign("["))\(token("mtext", rows))\(separator)\(token("mtext", columns)) "
        + token("mo", "]")
    },
    separator: separator,
    applied: nil,
    keyword: { "\(identifier($0)) \(sign("="))\(number($1))" },
    sum: { element("munder", token("mo", "∑"), identifier($0.rawValue)) + " \($1)" },
    keepsDimensions: false,
    matrix: { rows in
      ["<mrow>\(sign("["))<mtable>"]
        + rows.map { cells in
          "  <mtr>\(cells.map { "<mtd>\($0)</mtd>" }.joined(separator: " "))</mtr>"
        } + ["</mtable> \(token("mo", "]"))</mrow>"]
    },
    indices: Indices(
      delta: identifier("δ"), sampleLoss: identifier("ℓ"), loss: applied(loss),
      activation: applied(identifier("act")), slope: applied(identifier("act′")),
      symbol: { letter, layer, isTransposed, indices in
        let lowered = pieces(indices)
        guard let layer else { return element("msub", letter, lowered) }
        let raised = pieces(layer) + (isTransposed ? " \(token("mo", "⊺"))" : "")
        return element("msubsup", letter, lowered, raised)
      },
      partial: { element("mfrac", sign("∂") + loss, sign("∂") + $0) },
      product: " \(sign("⋅"))", times: " \(sign("⊙"))", scaling: " \(sign("⋅"))",
      sum: { letter, summand in
        let start = "\(identifier(letter.rawValue)) \(sign("="))\(number("1"))"
        let end = identifier(letter.rawValue.uppercased())
        return element("munderover", token("mo", "∑"), start, end) + " \(summand)"
      }))

  private static let separator = "\(token("mo", ",")) "
  private static let loss = identifier("𝓛")

  @Sendable private static func identifier(_ name: String) -> String { token("mi", name) }

  private static func sign(_ sign: String) -> String { "\(token("mo", sign)) " }

  @Sendable private static func enclosed(_ inner: String) -> String {
    "<mrow>\(sign("("))\(inner) \(token("mo", ")"))</mrow>"
  }

  /// A function before its arguments, with the invisible sign that applies it.
  private static func applied(_ function: String) -> String { "\(function) \(sign("\u{2061}"))" }

  @Sendable private static func number(_ digits: String) -> String {
    if digits.hasPrefix("-") {
      return "<mrow>\(sign("−"))\(number(String(digits.dropFirst())))</mrow>"
    }
    return digits == "inf" ? identifier("∞") : token(digits == "nan" ? "mi" : "mn", digits)
  }

  /// `k-1` or `mn`, an element a character; a number is one.
  private static func pieces(_ text: String) -> String {
    guard Int(text) == nil else { return number(text) }
    return text.map { character in
      character.isNumber
        ? number(String(character))
        : character.isLetter
          ? identifier(String(character))
          : token("mo", character == "-" ? "−" : String(character))
    }.joined(separator: " ")
  }

  /// An element whose meaning goes by the place of its children, each of them one element.
  private static func element(_ name: String, _ children: String...) -> String {
    let parts = children.map { $0.contains(" ") ? "<mrow>\($0)</mrow>" : $0 }
    return "<\(name)>\(parts.joined(separator: " "))</\(name)>"
  }

  private static func token(_ name: String, _ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default: escaped += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
      }
    }
    return "<\(name)>\(escaped)</\(name)>"
  }
}
