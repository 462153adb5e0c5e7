import Foundation

/// A number and how fast it grows with one that it is made of: differentiation by calculating.
///
/// `f(Dual(z, slope: 1)).slope` is f′(z), as exact as f itself. Nothing here knows of the program.
package struct Dual: Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package var value: Double
  package var slope: Double

  package init(_ value: Double, slope: Double = 0) {
    self.value = value
    self.slope = slope
  }

  package init(floatLiteral value: Double) { self.init(value) }
  package init(integerLiteral value: Int) { self.init(Double(value)) }

  package static prefix func - (x: Dual) -> Dual { Dual(-x.value, slope: -x.slope) }

  package static func + (x: Dual, y: Dual) -> Dual {
    Dual(x.value + y.value, slope: x.slope + y.slope)
  }

  package static func - (x: Dual, y: Dual) -> Dual {
    Dual(x.value - y.value, slope: x.slope - y.slope)
  }

  package static func * (x: Dual, y: Dual) -> Dual {
    Dual(x.value * y.value, slope: x.grown(by: y.value) + y.grown(by: x.value))
  }

  package static func / (x: Dual, y: Dual) -> Dual {
    let quotient = x.value / y.value
    return Dual(quotient, slope: (x.slope - y.grown(by: quotient)) / y.value)
  }

  /// The slope times a number; what stands still does so however large that is.
  fileprivate func grown(by factor: Double) -> Double { slope == 0 ? 0 : slope * factor }
}

/// The functions that activations and losses are written with, each with its derivative.
package func exp(_ x: Dual) -> Dual { Dual(exp(x.value), slope: x.grown(by: exp(x.value))) }
package func expm1(_ x: Dual) -> Dual { Dual(expm1(x.value), slope: x.grown(by: exp(x.value))) }
package func log(_ x: Dual) -> Dual { Dual(log(x.value), slope: x.slope / x.value) }
package func log1p(_ x: Dual) -> Dual { Dual(log1p(x.value), slope: x.slope / (1 + x.value)) }

package func tanh(_ x: Dual) -> Dual {
  let wide = cosh(x.value)
  return Dual(tanh(x.value), slope: x.grown(by: 1 / (wide * wide)))
}

package func erfc(_ x: Dual) -> Dual {
  let density = 2 / Double.pi.squareRoot() * exp(-x.value * x.value)
  return Dual(erfc(x.value), slope: x.grown(by: -density))
}

/// At 0 the slope is 0, as EpyNN has it.
package func abs(_ x: Dual) -> Dual {
  x.value == 0 ? Dual(0) : x.value < 0 ? -x : x
}
