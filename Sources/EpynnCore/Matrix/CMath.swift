internal import CKernels

/// Functions of one number, the kernels' own: the same bits on every processor and system.
enum CMath {
  static let exponential: @Sendable (Double) -> Double = { ck_value(ck_exp, $0, 0) }
  static let logarithmOnePlus: @Sendable (Double) -> Double = { ck_value(ck_log1p, $0, 0) }
  static let binaryLogarithm: @Sendable (Double) -> Double = { ck_value(ck_log2, $0, 0) }
  static let power: @Sendable (Double, Double) -> Double = { ck_value(ck_pow, $0, $1) }
}
