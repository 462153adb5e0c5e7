/// How many of its digits a number kept when somebody wrote it down.
public enum Rounding: Sendable, Hashable {
  /// All of a Float64's, or of a formula's: sums in another order may still differ a little.
  case double
  /// Those of a Float32, in which the whole computation is taken to have run.
  case single
  /// Those of a Float16.
  case half
  /// For each cell, half a unit of the last decimal typed; `nil` where no decimal was.
  case typed([Double?])

  /// How far a cell may be off where the largest number of its tensor is `scale`.
  func tolerance(at index: Int, scale: Double) -> Double {
    let summed = max(1e-9 * scale, 1e-12)
    switch self {
    case .double: return summed
    case .single: return 1e-5 * scale
    case .half: return 5e-3 * scale
    case .typed(let units):
      guard units.indices.contains(index), let unit = units[index] else { return summed }
      // The typed decimal and the number itself were each rounded to the nearest Float64.
      return unit * (1 + 1e-12) + scale.ulp / 2
    }
  }

  /// The same for cells in another order.
  func rearranged(_ order: ([Double?]) -> [Double?]) -> Rounding {
    guard case .typed(let units) = self else { return self }
    return .typed(order(units))
  }
}
