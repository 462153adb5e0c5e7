/// The decimals with which the cells of one tensor were typed or printed.
///
/// NumPy prints all cells of a tensor to the same decimals and leaves out the zeros that none
/// needs: `0.` beside `0.25` is 0 to two decimals, and where no cell shows any it is 0 to eight.
package enum TypedDigits {
  /// The decimals that NumPy prints unless it is told otherwise.
  static let standardDecimals = 8

  /// Half a unit of the last decimal of each cell; `nil` where it is exact, or where a program
  /// wrote all of its digits, so that sums in another order differ in the last of them.
  package static func units(ofCells texts: [String]) -> [Double?] {
    let cells = texts.map { TypedCell($0) }
    guard cells.contains(where: \.hasPoint), !cells.contains(where: \.isComputed) else {
      return [Double?](repeating: nil, count: texts.count)
    }
    let fixed = unit(of: cells.filter { $0.exponent == nil })
    let scientific = unit(of: cells.filter { $0.exponent != nil })
    let smallest = cells.filter { !$0.isZero }.compactMap { cell in
      cell.exponent.flatMap { exponent in scientific.map { scaled($0, by: exponent) } }
    }.min()
    return cells.map { cell in
      // A zero has no exponent of its own: beside such cells it is as small as the smallest.
      if cell.isZero, let smallest {
        return min(smallest, fixed.map { scaled($0, by: 0) } ?? smallest)
      }
      guard let exponent = cell.exponent else { return fixed.map { scaled($0, by: 0) } }
      return scientific.map { scaled($0, by: exponent) }
    }
  }

  /// How many decimals the longest of them has; `nil` where none has a point.
  private static func unit(of cells: [TypedCell]) -> Int? {
    guard cells.contains(where: \.hasPoint) else { return nil }
    return cells.contains(where: \.showsDecimal)
      ? cells.map(\.decimals).max() : standardDecimals
  }

  private static func scaled(_ decimals: Int, by exponent: Int) -> Double {
    Double("5e\(exponent - decimals - 1)") ?? 0
  }
}
