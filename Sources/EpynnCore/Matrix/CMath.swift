#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The C library's functions, which may differ in the last bit between machines.
///
/// They have a room of their own since a static member named `tanh` hides the C function there.
enum CMath {
  static let exponential: @Sendable (Double) -> Double = { exp($0) }
  static let exponentialMinusOne: @Sendable (Double) -> Double = { expm1($0) }
  static let logarithm: @Sendable (Double) -> Double = { log($0) }
  static let logarithmOnePlus: @Sendable (Double) -> Double = { log1p($0) }
  static let hyperbolicTangent: @Sendable (Double) -> Double = { tanh($0) }
  static let errorFunction: @Sendable (Double) -> Double = { erf($0) }
  static let complementaryErrorFunction: @Sendable (Double) -> Double = { erfc($0) }
  static let sine: @Sendable (Double) -> Double = { sin($0) }
  static let cosine: @Sendable (Double) -> Double = { cos($0) }
  static let tangent: @Sendable (Double) -> Double = { tan($0) }
  static let arcTangent: @Sendable (Double) -> Double = { atan($0) }
  static let hyperbolicSine: @Sendable (Double) -> Double = { sinh($0) }
  static let hyperbolicCosine: @Sendable (Double) -> Double = { cosh($0) }
  static let binaryLogarithm: @Sendable (Double) -> Double = { log2($0) }
  static let decimalLogarithm: @Sendable (Double) -> Double = { log10($0) }
  static let binaryExponential: @Sendable (Double) -> Double = { exp2($0) }
  static let power: @Sendable (Double, Double) -> Double = { pow($0, $1) }
}
