extension Activation {
  /// One row of the table: what the activation is, what is known of it, and how it is computed.
  public struct Rule: Sendable {
    public let name: String
    public let hyperparameter: Hyperparameter?
    /// The function of `z` (and of the hyperparameter's name).
    public let formula: Formula
    public let derivative: Derivative
    /// dZ (backward 2) by A in place of Z, of `dA`, `A` and the hyperparameter; `nil` where A does
    /// not tell the slope.
    package let dZFromOutput: Formula?
    /// What a person should know of it, in one line.
    public let remark: String
    /// Where its values lie.
    public let range: Range
    /// The z at which it has no derivative, only the slope that convention gives it there.
    package let bends: [Double]
    /// What it is said to be where its slope is 0: `relu is off`.
    public let flatWord: String
    let kernel: Kernel

    init(
      name: String, hyperparameter: Hyperparameter? = nil, formula: Formula, derivative: Derivative,
      dZFromOutput: Formula? = nil, remark: String, range: Range, bends: [Double] = [],
      flatWord: String = "flat", kernel: Kernel
    ) {
      self.name = name
      self.hyperparameter = hyperparameter
      self.formula = formula
      self.derivative = derivative
      self.dZFromOutput = dZFromOutput
      self.remark = remark
      self.range = range
      self.bends = bends
      self.flatWord = flatWord
      self.kernel = kernel
    }

    /// Whether it hands on what it gets.
    package var isIdentity: Bool { name == Self.identity.name }
  }

  /// The derivative of an activation as a person reads it.
  ///
  /// Indirect, since walkers of formulas have rows on their stack at each level.
  public indirect enum Derivative: Sendable {
    /// Of each cell, in the words of the function's own formula.
    case slope(Formula)
    /// A cell `[i,j]` of the Jacobian of a sample: the command language has no letters for it.
    case jacobian(String)

    public var text: String {
      switch self {
      case .slope(let formula): formula.text
      case .jacobian(let text): text
      }
    }
  }

  /// Where the values of an activation lie.
  public enum Range: Sendable, Hashable {
    case belowZeroToo
    /// Between two bounds, as far below 0 as above.
    case aroundZero
    case fromZero
    /// Each from 0 to 1.
    case probabilities
    /// From 0, and those of a sample add up to 1.
    case shares
  }

  /// How a rule computes; the second argument is the hyperparameter.
  enum Kernel: Sendable {
    /// Cell by cell: the function and its slope.
    case elementwise(function: CellKernel, slope: CellKernel)
    /// Sample by sample: the function of a row, and the Jacobian at a row, `J[i,j] = ∂a[i]/∂z[j]`.
    case rowwise(
      function: @Sendable (ArraySlice<Double>, Double) -> [Double],
      jacobian: @Sendable (ArraySlice<Double>, Double) -> Matrix)
  }
}
