import EpynnCore

/// Draws a picture in shades, two characters a cell.
struct PictureDrawing {
  let picture: Picture
  let look: Look

  private static let unicodeShades = [" ", "░", "▒", "▓", "█"]
  private static let asciiShades = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]

  var lines: [Line] {
    let matrix = picture.matrix
    let finite = matrix.elements.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
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
    let isCut = rows < matrix.rows || columns < matrix.columns
    let shown = Omission.cells(rows: (rows, matrix.rows), columns: (columns, matrix.columns))
    return lines
      + (picture.legend + (isCut ? "; \(shown.sentence)" : "")).wrapped(to: look.width - 3).map {
        $0.indented(by: 2)
      }
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
