/// How much the digits of a result say, in bits.
///
/// A description is *called* only where the cells that differ carry more bits than choosing it
/// among all others takes, with a margin.
struct Evidence {
  /// What all cells say together.
  let bits: Double
  /// The same where one of the cells was needed to solve for a scalar.
  let bitsBesidesOne: Double
  /// How many cells say it.
  let count: Int

  /// By so many bits the evidence must exceed what a description costs.
  static let margin = 10.0

  /// Whether the digits carry what was chosen among so many descriptions.
  ///
  /// - Parameter spendsCell: whether one of the cells told a scalar.
  func carries(choices: Int, spendsCell: Bool = false) -> Bool {
    (spendsCell ? bitsBesidesOne : bits)
      >= CMath.binaryLogarithm(Double(max(choices, 2))) + 2 + Self.margin
  }

  /// - Parameter differing: the cells that differ from the truth; all given where the shapes do.
  init(own: OwnNumbers, differing: [Int]) {
    let scale = own.matrix.largestMagnitude
    let each = differing.map { Self.bits(of: own, at: $0, scale: scale) }
    bits = each.reduce(0, +)
    bitsBesidesOne = bits - (each.max() ?? 0)
    count = differing.count
  }

  /// What one cell says: how many numbers as far from 0 its digits tell apart.
  private static func bits(of own: OwnNumbers, at index: Int, scale: Double) -> Double {
    let number = own.matrix.elements[index]
    guard number.isFinite else { return 0 }
    let tolerance = own.digits.tolerance(at: index, scale: scale, size: abs(number))
    // A 0 has one digit, where the numbers beside it are larger than what it may hide.
    guard number != 0 else {
      return scale == 0
        ? 0 : min(CMath.binaryLogarithm(10), CMath.binaryLogarithm(max(1, scale / (2 * tolerance))))
    }
    let told = CMath.binaryLogarithm(max(1, abs(number) / (2 * tolerance)))
    return min(told, Double(number.digitCount) * CMath.binaryLogarithm(10))
  }
}

extension Double {
  /// How many significant digits it takes to write it, 13 at most: -13 has two, 0.25 has two.
  ///
  /// Beyond 13 stands what rounding leaves of a computation, as in 0.1 + 0.2.
  var digitCount: Int {
    guard isFinite, self != 0 else { return 1 }
    var mantissa = abs(self)
    while mantissa >= 10 { mantissa /= 10 }
    while mantissa < 1 { mantissa *= 10 }
    // Half a unit of the thirteenth digit.
    var tolerance = 0.5e-12
    for count in 1...12 {
      if abs(mantissa - mantissa.rounded()) < tolerance { return count }
      mantissa *= 10
      tolerance *= 10
    }
    return 13
  }
}
