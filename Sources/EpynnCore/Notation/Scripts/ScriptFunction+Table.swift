extension ScriptFunction {
  /// The functions that a NumPy script may call, each before those that call it.
  package static func numpy(for notation: ScriptNotation) -> [ScriptFunction] {
    let machine = notation.machine
    let own = machine.layers.map(\.dense.activation).filter(\.rule.isOwn)
    var table = helpers
    if let clip = machine.clip { table.append(clipping(to: clip, "np", of: "float")) }
    table += Activation.Rule.all.flatMap { functions(of: $0, called: $0.name) }
    for activation in own
    where !table.contains(where: { $0.name == notation.ownName(of: activation) }) {
      table += functions(of: activation.rule, called: notation.ownName(of: activation))
    }
    return table + Loss.all.flatMap(functions(of:))
  }

  /// What clipping multiplies gradients by.
  package static func clipping(to norm: Double, _ library: String, of number: String)
    -> ScriptFunction
  {
    ScriptFunction(
      "clipping(*gradients)",
      "norm = sum(\(library).sum((gradient + 1e-16)**2) for gradient in gradients)**0.5",
      "return min(1.0, \(norm.shortestText) / (\(number)(norm) + 1e-16))")
  }

  private static let helpers = [
    ScriptFunction("erf", line: "erf = np.vectorize(math.erf)"),
    ScriptFunction("erfc", line: "erfc = np.vectorize(math.erfc)"),
    ScriptFunction(
      "close(x, y)",
      "return np.abs(x - y) <= 1e-9 * np.maximum(1, np.maximum(np.abs(x), np.abs(y)))"),
  ]

  /// Bodies that neither overflow nor lose digits where the documentation's formula does, or that
  /// look at a row.
  private static let bodies: [String: [String]] = [
    "identity_prime": ["return np.ones_like(z)"],
    "sigmoid_prime": ["power = np.exp(-np.abs(z))", "return power / (1 + power)**2"],
    "tanh": ["return np.tanh(z)"],
    "silu_prime": ["return (1 + z / (1 + np.exp(z))) / (1 + np.exp(-z))"],
    "softmax": [
      "powers = np.exp((z - np.max(z, axis=1, keepdims=True)) / softmax_temperature)",
      "return powers / np.sum(powers, axis=1, keepdims=True)",
    ],
  ]

  private static func functions(of rule: Activation.Rule, called name: String) -> [ScriptFunction] {
    let given = rule.hyperparameter.map { "z, \($0.name)=\($0.standard.shortestText)" } ?? "z"
    var found = [definition("\(name)(\(given))", as: name, rule.formula.expression)]
    if case .slope(let slope) = rule.derivative {
      found.append(definition("\(name)_prime(\(given))", as: "\(name)_prime", slope.expression))
    }
    return found
  }

  private static func definition(
    _ signature: String, as name: String, _ formula: Expression
  ) -> ScriptFunction {
    let text = MatrixNotation(.numpy).text(of: formula.readingLetter)
    return ScriptFunction(signature, body: bodies[name] ?? ["return \(text)"])
  }

  private static func functions(of loss: Loss) -> [ScriptFunction] {
    let notation = MatrixNotation(.numpy)
    let reduction = loss.isMeanOverOutputs ? "mean" : "sum"
    let term = notation.text(of: loss.formula.expression)
    let slope = notation.text(of: loss.derivative.expression)
    let counts = loss.isMeanOverOutputs ? ["u = a.shape[1]"] : []
    return [
      ScriptFunction(
        "\(loss.symbol)(y, a)", body: ["return np.\(reduction)(\(term), axis=1, keepdims=True)"]),
      ScriptFunction("\(loss.symbol)_prime(y, a)", body: counts + ["return \(slope)"]),
    ]
  }

  init(_ signature: String, body: [String]) {
    name = String(signature.prefix { $0 != "(" })
    lines = ["def \(signature):"] + body.map { "    \($0)" }
  }
}

extension Expression {
  /// A formula of one's own, of the letter z.
  var readingLetter: Expression {
    replacing { $0.form == .quantity(.z, layer: nil) ? Expression(.variable("z")) : nil }
  }
}
