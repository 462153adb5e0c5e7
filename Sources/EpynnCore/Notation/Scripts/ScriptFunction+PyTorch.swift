extension ScriptFunction {
  /// NumPy's functions that PyTorch lacks, or that want tensors there where NumPy takes numbers.
  static let lackingInPyTorch: Set<String> = Set(pytorchHelpers.map(\.name))

  private static let pytorchHelpers = [
    ScriptFunction(
      "where(condition, x, y)",
      "x, y = (torch.as_tensor(value, dtype=torch.float64) for value in (x, y))",
      "return torch.where(condition, x.to(condition.device), y.to(condition.device))"),
    ScriptFunction(
      "maximum(x, y)", "x, y = (torch.as_tensor(value, dtype=torch.float64) for value in (x, y))",
      "return torch.maximum(x, y)"),
    ScriptFunction(
      "minimum(x, y)", "x, y = (torch.as_tensor(value, dtype=torch.float64) for value in (x, y))",
      "return torch.minimum(x, y)"),
    ScriptFunction(
      "heaviside(x, y)", "return torch.heaviside(x, torch.as_tensor(y, dtype=torch.float64))"),
    ScriptFunction("round(x, decimals=0)", "return torch.round(x * 10**decimals) / 10**decimals"),
    ScriptFunction("rint(x)", "return torch.round(x)"),
    ScriptFunction("int64(x)", "return torch.trunc(x)"),
    ScriptFunction("float64(x)", "return x * 1.0"),
    ScriptFunction("bool_(x)", "return (x != 0) * 1.0"),
    ScriptFunction("close(x, y)", "return torch.isclose(x, y, rtol=1e-9, atol=1e-9)"),
  ]

  /// What a PyTorch script may call beside PyTorch's own.
  package static func pytorch(for notation: ScriptNotation) -> [ScriptFunction] {
    let machine = notation.machine
    var table = pytorchHelpers
    if let clip = machine.clip { table.append(clipping(to: clip, "torch", of: "float")) }
    for activation in machine.layers.map(\.dense.activation) where activation.rule.isOwn {
      let name = notation.ownName(of: activation)
      guard !table.contains(where: { $0.name == name }) else { continue }
      table.append(own(activation.rule, called: name))
    }
    return table
  }

  /// An activation whose slope is the program's, which may be another than autograd's where it
  /// bends.
  private static func own(_ rule: Activation.Rule, called name: String) -> ScriptFunction {
    let notation = MatrixNotation(.pytorch)
    guard case .slope(let slope) = rule.derivative else { return ScriptFunction(name, line: "") }
    return function(
      name, value: "\(notation.text(of: rule.formula.expression.readingLetter)) + 0 * z",
      slope: [notation.text(of: slope.expression.readingLetter)])
  }

  /// PyTorch's own activation with a slope that keeps its digits; `nil` where autograd's does.
  package static func pytorchWithSlope(_ activation: Activation) -> ScriptFunction? {
    let name = activation.name
    guard let value = activation.pytorch(of: "z"), let slope = slopes[name] else { return nil }
    return function(name, value: value, slope: slope)
  }

  /// Lines whose last is the slope.
  private static let slopes = [
    "sigmoid": ["power = torch.exp(-torch.abs(z))", "power / (1 + power)**2"],
    "tanh": ["4 / (torch.exp(z) + torch.exp(-z))**2"],
    "silu": ["(1 + z / (1 + torch.exp(z))) / (1 + torch.exp(-z))"],
    "softplus": ["torch.sigmoid(z)"],
  ]

  /// A function whose slope is written out.
  private static func function(
    _ name: String, value: String, slope: [String]
  ) -> ScriptFunction {
    let type = name.prefix(1).uppercased() + name.dropFirst()
    let before = slope.dropLast().map { "        \($0)" }
    return ScriptFunction(
      name,
      lines: [
        "class \(type)(torch.autograd.Function):", "    @staticmethod",
        "    def forward(context, z):", "        context.save_for_backward(z)",
        "        return \(value)", "",
        "    @staticmethod", "    def backward(context, dA):",
        "        z, = context.saved_tensors",
      ] + before + [
        "        return dA * (\(slope.last ?? "1"))", "", "", "\(name) = \(type).apply",
      ])
  }

  private init(_ name: String, lines: [String]) {
    self.name = name
    self.lines = lines
  }

  /// The same with the slope of the documentation.
  package static func pytorchLossWithSlope(_ loss: Loss) -> ScriptFunction {
    let notation = MatrixNotation(.pytorch)
    let reduction = loss.isMeanOverOutputs ? "mean" : "sum"
    let term = notation.text(of: loss.formula.expression)
    let type = "\(loss.symbol)_with_slope"
    return ScriptFunction(
      loss.symbol,
      lines: [
        "class \(type)(torch.autograd.Function):", "    @staticmethod",
        "    def forward(context, y, a):", "        context.save_for_backward(y, a)",
        "        return torch.\(reduction)(\(term), dim=1, keepdim=True)", "",
        "    @staticmethod", "    def backward(context, slope):",
        "        y, a = context.saved_tensors",
      ] + (loss.isMeanOverOutputs ? ["        u = a.shape[1]"] : []) + [
        "        return None, slope * (\(notation.text(of: loss.derivative.expression)))", "", "",
        "\(loss.symbol) = \(type).apply",
      ])
  }

  /// The loss of each sample in PyTorch, of `Y` and `A`.
  package static func pytorchLoss(_ loss: Loss) -> ScriptFunction {
    let term = MatrixNotation(.pytorch).text(of: loss.formula.expression)
    let reduction = loss.isMeanOverOutputs ? "mean" : "sum"
    return ScriptFunction(
      "\(loss.symbol)(y, a)", body: ["return torch.\(reduction)(\(term), dim=1, keepdim=True)"])
  }
}
