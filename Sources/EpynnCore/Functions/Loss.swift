/// A loss: what it costs that an output `a` is not its target `y`.
///
/// `ℓ[m] = Σᵤ term(Y[m,u], A[m,u])`, divided by U where the loss is a mean over the outputs;
/// gradients belong to ℓ summed over the samples, the cost is its mean over them.
public struct Loss: Sendable, Equatable {
  /// EpyNN's name, `MSE`.
  public let name: String
  public let title: String
  /// The term of one output in the command language, of `y` and `a`.
  public let formula: String
  /// Its derivative with respect to `a`, the 1/u of a mean included.
  public let derivative: String
  /// Whether the terms of a sample are averaged over its outputs; otherwise they are added up.
  public let isMeanOverOutputs: Bool
  let term: @Sendable (_ y: Double, _ a: Double) -> Double
  let slope: @Sendable (_ y: Double, _ a: Double) -> Double

  public static func == (left: Loss, right: Loss) -> Bool { left.name == right.name }

  /// The loss of each sample, `(m, u), (m, u) → (m, 1)`; shapes are the caller's to check.
  public func callAsFunction(target: Matrix, output: Matrix) throws(Fault) -> Matrix {
    let terms = try target.combined(with: output, term)
    return terms.reduced(isMeanOverOutputs ? .mean : .sum, along: .columns)
  }

  /// `dA = loss′(Y, A)` (backward 1), `(m, u), (m, u) → (m, u)`; shapes are the caller's to check.
  public func gradient(target: Matrix, output: Matrix) throws(Fault) -> Matrix {
    let divisor = isMeanOverOutputs ? Double(output.columns) : 1
    return try target.combined(with: output) { y, a in slope(y, a) / divisor }
  }
}
