/// One operation of a compiled iteration: it reads regions and writes one.
///
/// Each does exactly what evaluating the same node of the tree does, in the same order. What it
/// calls it names by its index in the `Program`, so that nothing is counted when an instruction is
/// copied.
struct Instruction: BitwiseCopyable, Sendable {
  let operation: Operation
  let a: Region
  /// The second operand; where there is none, the first again.
  let b: Region
  /// Where the result goes.
  let c: Region

  init(_ operation: Operation, _ a: Region, _ b: Region? = nil, into c: Region) {
    self.operation = operation
    self.a = a
    self.b = b ?? a
    self.c = c
  }

  enum Operation: BitwiseCopyable, Sendable {
    case product
    /// A · Bᵀ
    case productRightTransposed
    /// Aᵀ · B
    case productLeftTransposed
    /// Cell by cell; sizes of 1 are stretched.
    case plus, minus, times, divide
    case map(function: Int, parameter: Double)
    /// dA times the slope at each cell of Z.
    case timesSlope(function: Int, parameter: Double)
    case rows(activation: Int)
    /// Each row of dA through the Jacobian of its sample, at Z.
    case pullBack(activation: Int)
    case sumRows
    /// The terms of Y and A summed for each sample; divided by the outputs where they are averaged.
    case loss(term: Int, divisor: Double)
    case lossSlope(function: Int, divisor: Double)
    /// By what dW and db are multiplied.
    case clip(Double)
    case copy

    /// The operation between cells; `nil` for an operator that no formula of the table has.
    init?(_ operation: BinaryOperator) {
      switch operation {
      case .plus: self = .plus
      case .minus: self = .minus
      case .times: self = .times
      case .divide: self = .divide
      case .product, .power, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual,
        .floorDivide, .remainder, .and, .or:
        return nil
      }
    }
  }
}
