/// The decimals with which the cells of one tensor were typed or printed.
///
/// NumPy prints all cells of a tensor to the same decimals and leaves out the zeros that none needs:
/// `0.` beside `0.25` is 0 to two decimals, and where no cell shows any it is 0 to eight.
public enum TypedDigits {
  /// The decimals that NumPy prints unless it is told otherwise.
  static let standardDecimals = 8

  /// Half a unit of the last decimal of each cell; `nil` where it is exact, or where a program wrote
  /// all of its digits, so that sums in another order differ in the last of them.
  public static func units(ofCells texts: [String]) -> [Double?] {
    let cells = texts.map { Spelling($0) }
    guard cells.contains(where: \.hasPoint), !cells.contains(where: \.isComputed) else {
      return [Double?](repeating: nil, count: texts.count)
    }
    let fixed = unit(of: cells.filter { $0.exponent == nil })
    let scientific = unit(of: cells.filter { $0.exponent != nil })
    let smallest = cells.filter { !$0.isZero }.compactMap { cell in
      cell.exponent.flatMap { exponent in scientific.map { scaled($0, by: exponent) } }
    }.min()
    return cells.map { cell in
      guard cell.isZero, let smallest else {
        return cell.exponent.map { exponent in scientific.map { scaled($0, by: exponent) } }
          ?? fixed
          .map { scaled($0, by: 0) }
      }
      // A zero has no exponent of its own: beside such cells it is as small as the smallest.
      return min(smallest, fixed.map { scaled($0, by: 0) } ?? smallest)
    }
  }

  /// How many decimals the longest of them has; `nil` where none has a point.
  private static func unit(of cells: [Spelling]) -> Int? {
    guard cells.contains(where: \.hasPoint) else { return nil }
    return cells.contains(where: \.showsDecimal)
      ? cells.map(\.decimals).max() : standardDecimals
  }

  private static func scaled(_ decimals: Int, by exponent: Int) -> Double {
    Double("5e\(exponent - decimals - 1)") ?? 0
  }

  /// A number as it is spelled.
  private struct Spelling {
    let hasPoint: Bool
    /// The digits behind the point.
    let decimals: Int
    /// Whether a decimal is worth showing: Python's `3.0` says no more than NumPy's `3.`.
    let showsDecimal: Bool
    let exponent: Int?
    let isZero: Bool
    /// Whether it has more digits than anybody types.
    let isComputed: Bool

    init(_ text: String) {
      let parts = text.lowercased().split(separator: "e", maxSplits: 1)
      let mantissa = parts.first ?? ""
      let behind = mantissa.firstIndex(of: ".").map { mantissa[$0...].dropFirst() }
      let digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
      hasPoint = behind != nil
      decimals = behind?.count ?? 0
      showsDecimal = behind.map { !$0.isEmpty && $0 != "0" } ?? false
      // What lies beyond any Float64 is 0 or was refused.
      exponent = parts.count > 1 ? max(-9_999, min(9_999, Int(parts[1]) ?? -9_999)) : nil
      isZero = digits.isEmpty
      isComputed = decimals > (exponent == nil ? 15 : 13) || hasPoint && digits.count > 16
    }
  }
}
