import Foundation

/// Prints a matrix as NumPy does, without a line of the program's own: `numpy_printed.json` holds
/// what NumPy printed, and the printer is tested against it.
public struct NumPyPrinter {
  private let precision: Int

  public init(precision: Int) { self.precision = precision }

  /// The cells of a matrix as they are spelled, without the spaces around them.
  public struct Cells {
    public let texts: [[String]]
    public let isScientific: Bool
    /// The digits behind the point of the longest.
    public let decimals: Int

    /// The rows in brackets, the cells aligned on the point.
    public var printed: String {
      func parts(_ text: String) -> (Int, Int) {
        let point = text.firstIndex(of: ".") ?? text.endIndex
        return (text.distance(from: text.startIndex, to: point), text[point...].count)
      }
      let all = texts.joined().map(parts)
      let (before, behind) = (all.map(\.0).max() ?? 0, all.map(\.1).max() ?? 0)
      let rows = texts.map { row in
        row.map { text in
          let (left, right) = parts(text)
          return String(repeating: " ", count: before - left) + text
            + String(repeating: " ", count: behind - right)
        }.joined(separator: " ")
      }
      return "[[" + rows.joined(separator: "]\n [") + "]]"
    }
  }

  public func cells(_ rows: [[Double]]) -> Cells {
    let sizes = rows.joined().map { abs($0) }.filter { $0 > 0 }
    let (largest, smallest) = (sizes.max() ?? 0, sizes.min() ?? 1)
    let isScientific =
      largest >= 1e8 || !sizes.isEmpty && (smallest < 1e-4 || largest / smallest > 1_000)
    let spelled = rows.map { row in
      row.map { number -> (mantissa: String, exponent: String) in
        let text = String(format: isScientific ? "%.\(precision)e" : "%.\(precision)f", number)
        let parts = text.split(separator: "e").map(String.init)
        return (parts[0].trimmingZeros, parts.count > 1 ? "e" + parts[1] : "")
      }
    }
    let decimals = spelled.joined().map { $0.mantissa.decimals }.max() ?? 0
    let texts = spelled.map { row in
      row.map { cell in
        // Only a mantissa is filled up with zeros.
        let missing = isScientific ? decimals - cell.mantissa.decimals : 0
        return cell.mantissa + String(repeating: "0", count: missing) + cell.exponent
      }
    }
    return Cells(texts: texts, isScientific: isScientific, decimals: decimals)
  }
}

extension String {
  fileprivate var trimmingZeros: String { String(reversed().drop { $0 == "0" }.reversed()) }

  fileprivate var decimals: Int { split(separator: ".", omittingEmptySubsequences: false)[1].count }
}
