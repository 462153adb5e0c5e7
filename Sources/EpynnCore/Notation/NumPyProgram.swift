/// Writes a formula as a Python expression that runs with NumPy alone.
///
/// A tensor that is at hand stands under the name that it has there; any other is written out as
/// what gives it.
package struct NumPyProgram {
  private let machine: Machine
  /// How a tensor of a layer is called; `nil` where it has to be written out.
  private let name: (Quantity, Int) -> String?

  package init(_ machine: Machine, name: @escaping (Quantity, Int) -> String?) {
    self.machine = machine
    self.name = name
  }

  package func text(of formula: Expression, inLayer layer: Int) -> String {
    MatrixNotation(.numpyProgram).text(of: runnable(formula, inLayer: layer))
  }

  /// The same formula with nothing in it but NumPy's functions, and texts as names.
  private func runnable(_ formula: Expression, inLayer layer: Int) -> Expression {
    func below(_ inner: Expression) -> Expression { runnable(inner, inLayer: layer) }
    if let (error, activation, z) = formula.pulledBack {
      let output = below(Expression(.activated(activation, z)))
      let outputs = output.isLeaf ? output : Self.bound("a")
      guard let spelled = activation.dZ(of: below(error), output: outputs) else { return formula }
      return output.isLeaf ? spelled : Self.bind("a", to: output, in: spelled)
    }
    switch formula.form {
    case .quantity(let quantity, let named):
      return tensor(quantity, layer: named ?? layer)
    case .learningRate: return .number(machine.rate(ofLayer: layer))
    case .clipping: return .number((try? Scope(machine, layer: layer).clipping()) ?? 1)
    case .size(let letter):
      return .number(Double((try? Scope(machine, layer: layer).size(letter)) ?? 1))
    case .source(let source):
      return source == .data ? tensor(.x, layer: 1) : tensor(.dA, layer: machine.layers.count)
    case .activated(let named, let z):
      guard let used = named ?? dense(layer)?.activation else { return formula }
      return applied(
        used.isElementwise ? used.spelledFormula : used.spelledShares, "z", to: below(z))
    case .slope(let named, let z):
      guard let used = named ?? dense(layer)?.activation, let slope = used.spelledSlope else {
        return formula
      }
      return applied(slope, "z", to: below(z))
    case .lossSlope(let named, let y, let a):
      let loss = named ?? machine.loss
      return lossTerms(loss.derivative.expression, y, a, layer)
    case .lossOf(let named, let y, let a):
      let loss = named ?? machine.loss
      return Expression(
        .reduced(
          loss.isMeanOverOutputs ? .mean : .sum, lossTerms(loss.formula.expression, y, a, layer),
          .columns))
    case .reduced(let reduction, let inner, .all):
      // A number of one cell, as a file keeps it.
      let text = MatrixNotation(.numpyProgram).text(of: below(inner))
      return Expression(.variable("np.\(reduction.rawValue)(\(text), keepdims=True)"))
    case .number, .variable, .rows, .negated, .transposed, .binary, .reduced, .call, .shape,
      .function, .part:
      return formula.mappingChildren(below)
    }
  }

  private func dense(_ layer: Int) -> Dense? {
    machine.layers.place(counting: layer).map { machine.layers[$0].dense }
  }

  private func lossTerms(
    _ terms: Expression, _ y: Expression, _ a: Expression, _ layer: Int
  ) -> Expression {
    let units = Expression.number(Double(machine.layers.last?.dense.units ?? 1))
    let counted = terms.replacing { node in
      if case .size = node.form { return units }
      return nil
    }
    let target = applied(counted, "y", to: runnable(y, inLayer: layer))
    return applied(target, "a", to: runnable(a, inLayer: layer))
  }

  /// A formula of one letter, of what is written in its place.
  private func applied(_ formula: Expression, _ letter: String, to argument: Expression)
    -> Expression
  {
    guard argument.isLeaf || formula.count(of: letter) < 2 else {
      return Self.bind(letter, to: argument, in: formula)
    }
    return formula.replacing { $0.isLetter(letter) ? argument : nil }
  }

  private static func bound(_ letter: String) -> Expression { Expression(.variable(letter)) }

  private static func bind(
    _ letter: String, to argument: Expression, in formula: Expression
  ) -> Expression {
    let notation = MatrixNotation(.numpyProgram)
    return Expression(
      .variable(
        "(lambda \(letter): \(notation.text(of: formula)))(\(notation.text(of: argument)))"))
  }

  private func tensor(_ quantity: Quantity, layer: Int) -> Expression {
    if let name = name(quantity, layer) { return Expression(.variable(name)) }
    if quantity == .x, layer > 1 { return tensor(.a, layer: layer - 1) }
    let formula = machine.index(ofStopWriting: quantity, layer: layer).flatMap { index in
      let stop = machine.stops[index]
      return machine.formulas(of: stop, layer: stop.evaluationLayer).first {
        $0.quantity == quantity
      }?.expression
    }
    if let formula, quantity != .x || layer > 1,
      !(quantity == .dA && machine.isDrivenByGiven && layer == machine.layers.count)
    {
      return runnable(formula, inLayer: layer)
    }
    guard let matrix = machine.value(of: quantity, layer: layer)?.matrix else {
      return Expression(.variable(quantity.name))
    }
    let rows = (0..<matrix.rows).map { row in
      (0..<matrix.columns).map { Expression.number(matrix[row, $0]) }
    }
    return Expression(
      .variable(MatrixNotation(.numpyProgram).text(of: Expression(.rows(rows)))))
  }
}

extension Expression {
  fileprivate var isLeaf: Bool {
    switch form {
    case .number: true
    // A name, and no program of its own.
    case .variable(let text): !text.contains(" ")
    default: false
    }
  }

  fileprivate func isLetter(_ letter: String) -> Bool {
    if case .variable(letter) = form { return true }
    // A formula of one's own is of Z.
    if letter == "z", case .quantity(.z, nil) = form { return true }
    return false
  }

  fileprivate func count(of letter: String) -> Int {
    isLetter(letter) ? 1 : children.reduce(0) { $0 + $1.count(of: letter) }
  }
}

extension Activation {
  fileprivate var spelledFormula: Expression { formulaWithNumbers ?? rule.formula.expression }

  fileprivate var spelledSlope: Expression? {
    guard case .slope(let formula) = rule.derivative else { return nil }
    return formula.expression.substituting(hyperparameters)
  }

  /// Each row's powers shared out, their largest taken away first.
  fileprivate var spelledShares: Expression {
    let z = Expression(.variable("z"))
    let shifted = z - Expression(.reduced(.max, z, .columns))
    let scaled = temperature == 1 ? shifted : shifted / .number(temperature)
    let powers = Expression(.call(.exponential, [scaled]))
    return powers / Expression(.reduced(.sum, powers, .columns))
  }
}

extension Spelling {
  /// NumPy's, with functions that NumPy lacks taken from Python.
  fileprivate static let numpyProgram: Spelling = {
    var spelling = Spelling.numpy
    spelling.function = { name, isNumPys in
      ["erf", "erfc"].contains(name)
        ? "np.vectorize(__import__(\"math\").\(name))" : Spelling.numpy.function(name, isNumPys)
    }
    return spelling
  }()
}
