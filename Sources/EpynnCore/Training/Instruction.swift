/// One operation of a compiled iteration: it reads places and writes one.
///
/// Each does exactly what evaluating the same node of the tree does, in the same order.
enum Instruction: Sendable {
  /// C = A · B, one of them transposed as it lies where `form` says so.
  case product(ProductForm, Place, Place, into: Place)
  /// Cell by cell; sizes of 1 are stretched.
  case combine(BinaryOperator, Place, Place, into: Place)
  case map(parameter: Double, @Sendable (Double, Double) -> Double, Place, into: Place)
  /// dA times the slope at each cell of Z.
  case timesSlope(
    Place, parameter: Double, @Sendable (Double, Double) -> Double, at: Place, into: Place)
  case rows(Activation, Place, into: Place)
  /// Each row of dA through the Jacobian of its sample.
  case pullBack(Place, Activation, at: Place, into: Place)
  case sumRows(Place, into: Place)
  case loss(Loss, target: Place, output: Place, into: Place)
  case lossSlope(Loss, target: Place, output: Place, into: Place)
  case clip(Double, dW: Place, db: Place, into: Place)
  case copy(Place, into: Place)

  enum ProductForm: Sendable {
    case plain
    /// A · Bᵀ
    case rightTransposed
    /// Aᵀ · B
    case leftTransposed
  }
}
