import EpynnCore

/// Draws numbers by epoch as a line: of braille, two columns and four rows a character, or of `*`.
struct CurveDrawing {
  private let curve: Curve
  private let axis: String
  private let height: Int
  private let look: Look

  /// The lines of the screen that are no curve's, where they fill it.
  private static let linesBeside = 6
  private static let leastHeight = 8
  /// The lines of curves among others.
  private static let heightAmongOthers = 12

  init(_ curve: Curve, of curves: Curves, look: Look) {
    self.curve = curve
    axis = curves.axis
    let whole =
      curves.areAlone
      ? max(
        // A page has no end, and a curve that is higher than it is wide tells no more.
        min(look.screen.height - Self.linesBeside, look.screen.width / 2), Self.leastHeight)
      : Self.heightAmongOthers
    height = whole * curve.thirds / 3
    self.look = look
  }

  var lines: [Line] {
    let finite = curve.points.filter { $0.value.isFinite }
    guard let first = finite.first, let end = finite.last,
      let low = finite.map(\.value).min(), let high = finite.map(\.value).max()
    else { return [] }
    let labels = [high, low].map { $0.text(curve.precision) }
    let gutter = max(labels.map(\.displayWidth).max() ?? 0, curve.title.displayWidth) + 2
    let width = max(min(look.width - gutter - 3, 70), 10)
    let rows = max(height - 2, 2)
    var canvas = DotCanvas(width: width, height: rows, isBraille: look.screen.isUnicode)
    let span = max(Double(end.epoch - first.epoch), 1)
    // Halved first: the distance of two large numbers may be infinite.
    let range = high / 2 - low / 2
    var last: (x: Double, y: Double)?
    for (epoch, value) in curve.points {
      // What is no number breaks the line.
      guard value.isFinite else {
        last = nil
        continue
      }
      let point = (
        x: Double(epoch - first.epoch) / span, y: range > 0 ? (value / 2 - low / 2) / range : 0.5
      )
      canvas.draw(from: last ?? point, to: point)
      last = point
    }
    var lines: [Line] = []
    for (row, text) in canvas.rows.enumerated() {
      let label = row == 0 ? labels[0] : row == rows - 1 ? labels[1] : row == 1 ? curve.title : ""
      let space = String(repeating: " ", count: gutter - 1 - label.displayWidth)
      lines.append(Line(space + label + " " + look.legible("│") + text).trimmed)
    }
    let start = String(repeating: " ", count: gutter) + look.legible("└")
    let ends = ["\(axis) \(first.epoch)", "\(end.epoch)"]
    let rule = String(repeating: look.legible("─"), count: width)
    let gap = width - ends[0].count - ends[1].count
    lines.append(Line(start + rule))
    lines.append(
      Line(
        String(repeating: " ", count: gutter + 1) + ends[0]
          + String(repeating: " ", count: max(gap, 1)) + ends[1]))
    return lines
  }
}

/// A rectangle of dots drawn with characters.
struct DotCanvas {
  private let width: Int
  private let height: Int
  private let isBraille: Bool
  private var dots: [Bool]

  /// - Parameters:
  ///   - width: in characters.
  ///   - height: in characters.
  init(width: Int, height: Int, isBraille: Bool) {
    self.width = width
    self.height = height
    self.isBraille = isBraille
    dots = [Bool](repeating: false, count: width * height * (isBraille ? 8 : 1))
  }

  private var dotsWide: Int { isBraille ? 2 * width : width }
  private var dotsHigh: Int { isBraille ? 4 * height : height }

  /// Marks a line between two points, both from 0 to 1, y upwards.
  mutating func draw(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    let (from, to) = (dot(start), dot(end))
    let steps = max(abs(to.column - from.column), abs(to.row - from.row))
    for step in 0...steps {
      // Rounded away from neither end.
      func between(_ from: Int, _ to: Int) -> Int {
        steps == 0
          ? from : from + ((to - from) * step * 2 + steps * (to < from ? -1 : 1)) / (2 * steps)
      }
      dots[between(from.row, to.row) * dotsWide + between(from.column, to.column)] = true
    }
  }

  private func dot(_ point: (x: Double, y: Double)) -> (column: Int, row: Int) {
    func place(_ part: Double, of count: Int) -> Int {
      min(max(Int(part * Double(count - 1) + 0.5), 0), count - 1)
    }
    return (place(point.x, of: dotsWide), place(1 - point.y, of: dotsHigh))
  }

  /// The lines, the top one first.
  var rows: [String] {
    (0..<height).map { row in
      String((0..<width).map { character(row: row, column: $0) })
    }
  }

  private func character(row: Int, column: Int) -> Character {
    guard isBraille else { return dots[row * width + column] ? "*" : " " }
    // The order in which Unicode numbers the dots of a braille cell.
    let order = [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (3, 0), (3, 1)]
    var code: UInt32 = 0
    for (bit, (down, right)) in order.enumerated()
    where dots[(4 * row + down) * dotsWide + 2 * column + right] {
      code |= 1 << UInt32(bit)
    }
    return code == 0 ? " " : Unicode.Scalar(0x2800 + code).map(Character.init) ?? " "
  }
}
