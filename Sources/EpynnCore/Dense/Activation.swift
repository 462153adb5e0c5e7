/// An activation with its hyperparameter: a rule of the table and a number to run it with.
///
/// `A = act(Z)` (forward 3) and `dZ = dA ⊙ act′(Z)` (backward 2), both `(m, u)`.
public struct Activation: Sendable, Equatable {
  public let rule: Rule
  /// The hyperparameter's value; unused where the rule has none.
  public let parameter: Double

  public init(_ rule: Rule, parameter: Double? = nil) {
    self.rule = rule
    self.parameter = parameter ?? rule.hyperparameter?.standard ?? 0
  }

  public var name: String { rule.name }

  /// What z is divided by before it is looked at: the temperature of softmax, else 1.
  package var temperature: Double {
    rule.hyperparameter == .softmaxTemperature ? parameter : 1
  }

  public static func == (left: Activation, right: Activation) -> Bool {
    left.name == right.name && left.parameter == right.parameter
      && (!left.rule.isOwn
        || left.rule.formula == right.rule.formula
          && left.rule.derivative.text == right.rule.derivative.text)
  }
}

extension Activation {
  /// Whether the derivative is a number for each cell; otherwise it is a Jacobian for each sample.
  public var isElementwise: Bool {
    if case .elementwise = rule.kernel { true } else { false }
  }

  /// The activation of each cell or each row, `A = act(Z)`, `(m, u) → (m, u)`.
  public func callAsFunction(_ z: Matrix) -> Matrix {
    switch rule.kernel {
    case .elementwise(let function, _):
      return z.map(function, parameter)
    case .rowwise(let function, _):
      let rows = (0..<z.rows).flatMap { function(z.row($0), parameter) }
      return Matrix(rows: z.rows, columns: z.columns, elements: rows)
    }
  }

  /// The derivative of each cell, `act′(Z)`, `(m, u) → (m, u)`; `nil` where it is a Jacobian.
  public func slope(at z: Matrix) -> Matrix? {
    guard case .elementwise(_, let slope) = rule.kernel else { return nil }
    return z.map(slope, parameter)
  }

  /// The Jacobian of one sample, `J[i,j] = ∂a[i]/∂z[j]`, `(u, u)`; diagonal where cells are alone.
  public func jacobian(at z: Matrix, sample: Int) -> Matrix {
    switch rule.kernel {
    case .elementwise(_, let slope):
      let count = z.columns
      var diagonal = Matrix(
        rows: count, columns: count, elements: [Double](repeating: 0, count: count * count))
      for unit in 0..<count { diagonal[unit, unit] = slope(z[sample, unit], parameter) }
      return diagonal
    case .rowwise(_, let jacobian):
      return jacobian(z.row(sample), parameter)
    }
  }

  /// What reaches Z, `dZ = dA ⊙ act′(Z)`, `(m, u)`; for a Jacobian `dZ[m,j] = Σᵢ dA[m,i]·J[i,j]`.
  ///
  /// - Throws: `Fault.tooLarge`, `.interrupted`; the caller has checked that both have the same
  ///   shape.
  package func pullingBack(
    _ dA: Matrix, at z: Matrix, patience: Patience = Patience()
  ) throws(Fault) -> Matrix {
    if let slope = slope(at: z) { return try dA.combined(with: slope, *) }
    try Shape(z.columns, z.columns).checkSize()
    return try dA.product(rowByRowWith: { jacobian(at: z, sample: $0) }, patience: patience)
  }
}

extension Matrix {
  /// The numbers of one row.
  func row(_ index: Int) -> ArraySlice<Double> {
    elements[index * columns..<(index + 1) * columns]
  }
}
