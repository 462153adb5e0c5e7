import EpynnCore

/// Draws a matrix as a picture: the darker a cell, the larger its number.
struct PictureDrawing {
  private let matrix: Matrix
  private let look: Look

  init(_ matrix: Matrix, look: Look) {
    self.matrix = matrix
    self.look = look
  }

  private static let unicodeShades = [" ", "░", "▒", "▓", "█"]
  private static let asciiShades = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]

  var lines: [Line] {
    let finite = matrix.elements.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else {
      return [Line("no cell holds a finite number")]
    }
    let shades = look.screen.isUnicode ? Self.unicodeShades : Self.asciiShades
    let rows = min(matrix.rows, max(look.screen.height - 4, 4))
    let columns = min(matrix.columns, (look.width - 4) / 2)
    let rule = String(repeating: look.legible("─"), count: 2 * columns)
    var lines = [Line("  " + look.legible("┌") + rule + look.legible("┐"))]
    for row in 0..<rows {
      let cells = (0..<columns).map { column in
        let shade = Self.shade(matrix[row, column], low, high, count: shades.count)
        return shade.map { shades[$0] + shades[$0] } ?? "??"
      }
      lines.append(Line("  " + look.legible("│") + cells.joined() + look.legible("│")))
    }
    lines.append(Line("  " + look.legible("└") + rule + look.legible("┘")))
    let range = "from \(low.text(look.precision)) (light) to \(high.text(look.precision)) (dark)"
    let cut = rows < matrix.rows || columns < matrix.columns
    let part =
      cut ? "; \(rows) of \(matrix.rows) rows, \(columns) of \(matrix.columns) columns" : ""
    return lines + (range + part).wrapped(to: look.width - 3).map { $0.indented(by: 2) }
  }

  /// Which of so many shades; `nil` for what is no finite number.
  private static func shade(_ number: Double, _ low: Double, _ high: Double, count: Int) -> Int? {
    guard number.isFinite else { return nil }
    // Halved first: the distance of two large numbers may be infinite.
    let width = high / 2 - low / 2
    guard width > 0 else { return number == 0 ? 0 : count - 1 }
    return min(Int((number / 2 - low / 2) / width * Double(count)), count - 1)
  }
}
