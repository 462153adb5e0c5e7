/// Draws the layers as boxes below each other.
struct NetworkDrawing {
  let network: NetworkFacts
  let look: Look

  /// More layers than these are drawn without their lids, so that the screen holds them.
  private static let tallest = 4

  var lines: [Line] {
    let titles = network.layers.map { " \($0.title) " }
    let width = min(titles.map(\.displayWidth).max() ?? 0, look.width - 8)
    var lines = [flow(network.input)]
    for (layer, title) in zip(network.layers, titles) {
      lines += box(layer, title, width: width)
      lines.append(flow(layer.output + (layer.error.map { look.legible("   ↑ ") + $0 } ?? "")))
    }
    return lines
      + look.legible(network.end + (network.next.map { "  ←  \($0)" } ?? ""))
      .wrapped(to: look.width - 3).map { $0.indented(by: 2) }
  }

  private func box(_ layer: NetworkFacts.Layer, _ title: String, width: Int) -> [Line] {
    let inner = title.displayWidth > width ? String(title.prefix(width - 1)) + "…" : title
    let rule = String(repeating: "─", count: width)
    let mark = layer.next.map { Line(look.legible(" ←  ") + $0, .written) } ?? Line()
    let start = Line("  │" + inner.padded(to: width) + "│")
    let whole = start + Line("  \(layer.weights)") + mark
    let body = [whole, start + mark, start].first { $0.width < look.width } ?? start
    let below = mark.pieces.isEmpty || body.width > start.width ? [] : [mark.indented(by: 1)]
    guard network.layers.count <= Self.tallest else { return [body] + below }
    return [Line("  ┌" + rule + "┐"), body, Line("  └" + rule + "┘")] + below
  }

  private func flow(_ text: String) -> Line { Line("     " + look.legible("↓ ") + text) }
}
