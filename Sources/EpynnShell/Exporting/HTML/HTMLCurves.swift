import EpynnCore

/// Numbers by epoch as drawings of lines, each beside the numbers at its ends.
struct HTMLCurves {
  let curves: Curves

  /// The room in which a curve is drawn.
  private static let (width, height, gutter) = (560.0, 160.0, 90.0)
  /// More points than these are not told apart.
  private static let pointLimit = 1_000

  var text: String { curves.curves.map(text).joined() }

  private func text(of curve: Curve) -> String {
    let finite = curve.points.filter { $0.value.isFinite }
    guard let first = finite.first, let last = finite.last,
      let low = finite.map(\.value).min(), let high = finite.map(\.value).max()
    else { return "" }
    let span = max(Double(last.epoch - first.epoch), 1)
    // Halved first: the distance of two large numbers may be infinite.
    let range = high / 2 - low / 2
    let stride = max((finite.count + Self.pointLimit - 1) / Self.pointLimit, 1)
    let shown = finite.indices.filter { $0 % stride == 0 || $0 == finite.count - 1 }
    let points = shown.map { index -> String in
      let x = Self.gutter + Double(finite[index].epoch - first.epoch) / span * Self.width
      let y = range > 0 ? (finite[index].value / 2 - low / 2) / range : 0.5
      return "\(Self.tenths(x)),\(Self.tenths(10 + (1 - y) * Self.height))"
    }
    let title = XMLText.escaped(curve.title)
    let (top, bottom) = (high.text(curve.precision), low.text(curve.precision))
    let base = 10 + Self.height
    let axis = XMLText.escaped(curves.axis)
    let label =
      "\(title): \(axis) \(first.epoch) \(first.value.text(curve.precision)), \(axis) \(last.epoch)"
      + " \(last.value.text(curve.precision)), between \(bottom) and \(top)"
    func written(_ text: String, x: Double, y: Double, anchor: String) -> String {
      "<text x=\"\(Self.tenths(x))\" y=\"\(Self.tenths(y))\" text-anchor=\"\(anchor)\">"
        + "\(text)</text>\n"
    }
    return
      "<figure class=\"curve\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
      + " aria-label=\"\(label)\" viewBox=\"0 0 670 200\">\n"
      + "<path class=\"axis\" d=\"M90 10 V170 H650\"/>\n"
      + "<polyline class=\"line\" points=\"\(points.joined(separator: " "))\"/>\n"
      + written(top, x: Self.gutter - 6, y: 18, anchor: "end")
      + written(bottom, x: Self.gutter - 6, y: base, anchor: "end")
      + written(title, x: Self.gutter - 6, y: 10 + Self.height / 2, anchor: "end")
      + written("\(axis) \(first.epoch)", x: Self.gutter, y: base + 20, anchor: "start")
      + written("\(last.epoch)", x: Self.gutter + Self.width, y: base + 20, anchor: "end")
      + "</svg>\n<figcaption>\(label)</figcaption></figure>\n"
  }

  /// A place in the drawing, to a tenth.
  private static func tenths(_ number: Double) -> String { number.text(.decimals(1)) }
}

/// A matrix as squares: the darker one is, the larger its number.
struct HTMLPicture {
  let picture: Picture

  /// More squares would make the page large.
  private static let squareLimit = 4_096

  var text: String {
    let matrix = picture.matrix
    let legend = XMLText.escaped(picture.legend)
    let finite = matrix.elements.filter(\.isFinite)
    guard matrix.elements.count <= Self.squareLimit, let low = finite.min(),
      let high = finite.max()
    else { return "<p>\(legend)</p>\n" }
    let range = high / 2 - low / 2
    let squares = matrix.elements.indices.compactMap { index -> String? in
      let (cell, number) = (matrix.shape.cell(at: index), matrix.elements[index])
      guard number.isFinite else { return nil }
      let shade = range > 0 ? (number / 2 - low / 2) / range : 0.5
      return "<rect x=\"\(cell.column)\" y=\"\(cell.row)\" width=\"1\" height=\"1\""
        + " fill-opacity=\"\(shade.text(.decimals(2)))\"/>\n"
    }
    return "<figure class=\"picture\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
      + " aria-label=\"\(legend)\" viewBox=\"0 0 \(matrix.columns) \(matrix.rows)\">\n"
      + squares.joined() + "</svg>\n<figcaption>\(legend)</figcaption></figure>\n"
  }
}
