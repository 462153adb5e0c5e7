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
    let type = name.prefix(1).uppercased() + name.dropFirst()
    return ScriptFunction(
      name,
      lines: [
        "class \(type)(torch.autograd.Function):", "    @staticmethod",
        "    def forward(context, z):", "        context.save_for_backward(z)",
        "        return \(notation.text(of: rule.formula.expression.readingLetter)) + 0 * z", "",
        "    @staticmethod", "    def backward(context, dA):",
        "        z, = context.saved_tensors",
        "        return dA * (\(notation.text(of: slope.expression.readingLetter)))", "", "",
        "\(name) = \(type).apply",
      ])
  }

  private init(_ name: String, lines: [String]) {
    self.name = name
    self.lines = lines
  }

  /// The loss of each sample in PyTorch, of `Y` and `A`.
  package static func pytorchLoss(_ loss: Loss) -> ScriptFunction {
    let term = MatrixNotation(.pytorch).text(of: loss.formula.expression)
    let reduction = loss.isMeanOverOutputs ? "mean" : "sum"
    return ScriptFunction(
      "\(loss.symbol)(y, a)", body: ["return torch.\(reduction)(\(term), dim=1, keepdim=True)"])
  }
}
