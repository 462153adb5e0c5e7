/// A loss: what it costs that an output `a` is not its target `y`.
///
/// `ℓ[m] = Σᵤ term(Y[m,u], A[m,u])`, divided by U where the loss is a mean over the outputs;
/// gradients belong to ℓ summed over the samples, the cost is its mean over them.
public struct Loss: Sendable, Hashable {
  /// The name by which commands and sentences call it, EpyNN's own in capitals: `MSE`.
  public let name: String
  public let title: String
  /// The term of one output, of `y` and `a`.
  public let formula: Formula
  /// Its derivative with respect to `a`, the 1/u of a mean included.
  public let derivative: Formula
  /// Whether the terms of a sample are averaged over its outputs; otherwise they are added up.
  public let isMeanOverOutputs: Bool
  /// The outputs it can be asked of.
  public let outputs: Outputs
  /// The targets it is meant for.
  public let targets: Targets
  /// Whether it has no derivative where an output meets its target.
  package let bendsAtTarget: Bool
  /// The name of the activation that it was made for: with it dZ comes to A − Y.
  let partner: String?
  let kernel: Kernel

  /// How it computes, of `y` and `a`.
  struct Kernel: Sendable {
    let term: CellKernel
    /// loss′ of one output, without the 1/u of a mean.
    let slope: CellKernel
  }

  init(
    name: String, title: String, formula: Formula, derivative: Formula, isMeanOverOutputs: Bool,
    outputs: Outputs = .any, targets: Targets = .any, bendsAtTarget: Bool = false,
    partner: String? = nil, kernel: Kernel
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.derivative = derivative
    self.isMeanOverOutputs = isMeanOverOutputs
    self.outputs = outputs
    self.targets = targets
    self.bendsAtTarget = bendsAtTarget
    self.partner = partner
    self.kernel = kernel
  }

  /// The name by which formulas call it: there a hyphen is a minus sign, so it is an underscore.
  public var symbol: String { name.replacing("-", with: "_") }

  public static func == (left: Loss, right: Loss) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The loss of each sample, `(m, u), (m, u) → (m, 1)`; shapes are the caller's to check.
  public func callAsFunction(target: Matrix, output: Matrix) throws(Fault) -> Matrix {
    let terms = try target.combined(with: output, kernel.term)
    return terms.reduced(isMeanOverOutputs ? .mean : .sum, along: .columns)
  }

  /// `dA = loss′(Y, A)` (backward 1), `(m, u), (m, u) → (m, u)`; shapes are the caller's to check.
  public func gradient(target: Matrix, output: Matrix) throws(Fault) -> Matrix {
    let divisor = isMeanOverOutputs ? Double(output.columns) : 1
    let slopes = try target.combined(with: output, kernel.slope)
    return divisor == 1 ? slopes : slopes.map { $0 / divisor }
  }

  /// What A − Y is divided by where it is dZ behind an activation of so many units; `nil` where dZ
  /// does not come to it.
  package func differenceDivisor(behind activation: Activation, units: Int) -> Double? {
    guard partner == activation.name else { return nil }
    return activation.temperature * (isMeanOverOutputs ? Double(units) : 1)
  }
}
