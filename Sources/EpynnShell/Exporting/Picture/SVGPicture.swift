/// Lines of a screen as a picture, on white or on black as whoever looks at it has it.
struct SVGPicture {
  let title: String
  let lines: [Line]
  let palette: Palette

  /// A letter's cell, in pixels. No higher than letters are drawn, or the parts of a bracket would
  /// not meet.
  private static let (width, height, size) = (8.43, 16.0, 14.0)
  private static let margin = 16.0
  /// How far below the top of its cell a letter stands.
  private static let baseline = 12.5

  var text: String {
    let columns = max(lines.map(\.width).max() ?? 0, 20)
    let width = Self.pixels(Double(columns) * Self.width + 2 * Self.margin)
    let height = Self.pixels(Double(lines.count) * Self.height + 2 * Self.margin)
    let plain = lines.map { XMLText.escaped($0.text) }.joined(separator: "\n")
    let drawn = lines.enumerated().flatMap { self.drawn($1, row: $0) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title text" \
      width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
      <title id="title">\(XMLText.escaped(title))</title>
      <desc id="text">\(plain)</desc>
      <style>
      \(style)
      </style>
      <rect class="paper" width="\(width)" height="\(height)" rx="8"/>
      \(drawn.joined(separator: "\n"))
      </svg>

      """
  }

  private func drawn(_ line: Line, row: Int) -> [String] {
    var column = 0
    let y = Self.margin + Double(row) * Self.height
    return line.pieces.flatMap { piece -> [String] in
      let text = piece.text.visible
      defer { column += text.displayWidth }
      let isReversed = palette.ink(piece.style).isReversed
      // Spaces are drawn where they are dark.
      let lead = isReversed ? 0 : text.prefix { $0 == " " }.count
      let shown = isReversed ? text : text.trimmingSpaces
      guard !shown.isEmpty else { return [] }
      let x = Self.pixels(Self.margin + Double(column + lead) * Self.width)
      let length = Self.pixels(Double(shown.displayWidth) * Self.width)
      let paper =
        "<rect class=\"ink\" x=\"\(x)\" y=\"\(Self.pixels(y))\" width=\"\(length)\""
        + " height=\"\(Self.pixels(Self.height))\"/>"
      // As wide as its cells in whatever font there is.
      let letters =
        "<text\(role(piece.style, isReversed)) x=\"\(x)\" y=\"\(Self.pixels(y + Self.baseline))\""
        + " textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\">"
        + "\(XMLText.escaped(shown))</text>"
      return isReversed ? [paper, letters] : [letters]
    }
  }

  private func role(_ style: Style, _ isReversed: Bool) -> String {
    let names = [style == .plain ? nil : style.rawValue, isReversed ? "reversed" : nil]
      .compactMap(\.self)
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  private var style: String {
    let used = Set(lines.flatMap { $0.pieces.map(\.style) })
    let rules = Style.allCases.filter(used.contains).compactMap { style -> String? in
      let rule = Self.rule(palette.ink(style))
      return rule.isEmpty ? nil : ".\(style.rawValue) { \(rule) }\n"
    }
    return """
      text { font: \(Self.pixels(Self.size))px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, \
      monospace; white-space: pre; fill: #000000; }
      .paper, .reversed { fill: #ffffff; }
      .ink { fill: #000000; shape-rendering: crispEdges; }
      @media (prefers-color-scheme: dark) {
      text, .ink { fill: #ffffff; }
      .paper, .reversed { fill: #000000; }
      }
      \(rules.joined())
      """
  }

  private static func rule(_ ink: Ink) -> String {
    [
      ink.hue.map { "fill: rgb(\($0.red), \($0.green), \($0.blue));" },
      ink.isBold ? "font-weight: bold;" : nil, ink.isSlanted ? "font-style: italic;" : nil,
      ink.isUnderlined ? "text-decoration: underline;" : nil,
    ].compactMap(\.self).joined(separator: " ")
  }

  private static func pixels(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
