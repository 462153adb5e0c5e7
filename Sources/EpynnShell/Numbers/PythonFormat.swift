import EpynnCore

/// A number as Python's format writes it: `.4f`, `.2e`, `6.3f`, `d`; without one as it is shown.
struct PythonFormat {
  private let decimals: Int?
  private let letter: Character?
  private let width: Int
  private let look: Look

  init(_ format: String?, look: Look) {
    self.look = look
    var rest = (format ?? "")[...]
    letter = rest.last.flatMap { "feEgGd%n".contains($0) ? $0 : nil }
    if letter != nil { rest.removeLast() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    width = min(parts.first.flatMap { Int($0.filter(\.isNumber)) } ?? 0, 80)
    decimals = parts.count > 1 ? min(Int(parts[1].prefix { $0.isNumber }) ?? 6, 17) : nil
  }

  /// A number, or a matrix row by row.
  func text(of matrix: Matrix) -> String {
    guard let number = matrix.scalar else {
      let rows = (0..<matrix.rows).map { row in
        "[" + (0..<matrix.columns).map { text(of: matrix[row, $0]) }.joined(separator: " ") + "]"
      }
      return "[" + rows.joined(separator: " ") + "]"
    }
    return text(of: number)
  }

  private func text(of number: Double) -> String {
    let text = plainText(of: number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func plainText(of number: Double) -> String {
    guard number.isFinite else { return number.text(look.precision) }
    switch letter {
    case "f": return fixed(number, decimals ?? 6)
    case "%": return fixed(number * 100, decimals ?? 6) + "%"
    case "e", "E":
      let decimals = decimals ?? 6
      return DecimalDigits(number).rounded(keeping: decimals + 1).scientific(decimals: decimals)
    case "d", "n": return fixed(number.rounded(.towardZero), 0)
    default: return number.text(look.precision)
    }
  }

  private func fixed(_ number: Double, _ decimals: Int) -> String {
    DecimalDigits(number).rounded(toDecimals: decimals).fixed(decimals: decimals)
  }
}
