/// How many of its digits a number kept when somebody wrote it down.
public enum Rounding: Sendable, Hashable {
  /// All of a Float64's, or of a formula's: sums in another order may still differ a little.
  case double
  /// Those of a Float32, in which the whole computation is taken to have run.
  case single
  /// Those of a Float16.
  case half
  /// Those of a BFloat16, the upper half of a Float32.
  case brain
  /// For each cell, half a unit of the last decimal typed; `nil` where no decimal was.
  case typed([Double?])

  /// How far a cell may be off.
  ///
  /// - Parameters:
  ///   - scale: the largest number of its tensor.
  ///   - size: the larger of the two numbers compared.
  func tolerance(at index: Int, scale: Double, size: Double) -> Double {
    switch self {
    case .double: return Self.summed(scale)
    case .single: return 1e-5 * scale
    case .half: return 5e-3 * scale
    case .brain: return 4e-2 * scale
    case .typed:
      guard let unit = unit(at: index) else { return Self.summed(scale) }
      // What cancelled on the way is rounding, whatever its digits are.
      let noise = 4 * scale.ulp
      if size <= noise { return 2 * noise }
      // Both were rounded to the nearest Float64, and so were the terms behind the number; two
      // units of the last decimal are still told from none.
      return unit * (1 + 1e-6) + min(unit, noise)
    }
  }

  /// How many of a cell's digits say something, the first that is not 0 included.
  func significantDigits(of number: Double, at index: Int) -> Int {
    switch self {
    case .double: return 15
    case .single: return 7
    case .half: return 3
    case .brain: return 2
    case .typed:
      guard let unit = unit(at: index) else { return 15 }
      var (steps, count) = (abs(number) / (2 * unit) * (1 + 1e-9), 0)
      while steps >= 1, count < 15 {
        steps /= 10
        count += 1
      }
      return count
    }
  }

  private func unit(at index: Int) -> Double? {
    guard case .typed(let units) = self, units.indices.contains(index) else { return nil }
    return units[index]
  }

  private static func summed(_ scale: Double) -> Double { max(1e-9 * scale, 1e-12) }

  /// The same for cells in another order.
  func rearranged(_ order: ([Double?]) -> [Double?]) -> Rounding {
    guard case .typed(let units) = self else { return self }
    return .typed(order(units))
  }
}
