import EpynnCore

/// `show network`: the layers as boxes, what flows between them, and where one stands.
struct NetworkScreen {
  let machine: Machine
  let look: Look

  /// More layers than these are drawn without their lids, so that the screen holds them.
  private static let tallest = 4

  var page: Page {
    guard !machine.layers.isEmpty else {
      return Page([Line("there is no layer yet; 'dense 2 relu' makes one")])
    }
    let boxes = machine.layers.enumerated().map { index, layer in
      " Dense \(index + 1): \(layer.dense.summary) "
    }
    let width = min(boxes.map(\.displayWidth).max() ?? 0, look.width - 8)
    var lines = [flow(name: "X", shape: machine.data?.matrix.shape, note: "")]
    for (index, box) in boxes.enumerated() {
      lines += draw(box, width: width, number: index + 1)
      lines.append(below(index + 1))
    }
    return Page(lines + [end].flatMap { $0.wrapped(to: look.width - 1, indent: 2) })
  }

  private func draw(_ text: String, width: Int, number: Int) -> [Line] {
    let inner = text.displayWidth > width ? String(text.prefix(width - 1)) + "…" : text
    let rule = String(repeating: "─", count: width)
    let place = machine.next.flatMap { $0.layer == number ? "  next: \($0.label)" : nil } ?? ""
    let mark = place.isEmpty ? Line() : Line(look.legible(" ←") + place, .written)
    let middle = Line("  │" + inner.padded(to: width) + "│") + weights(number) + mark
    let body =
      middle.width < look.width ? [middle] : [Line("  │" + inner.padded(to: width) + "│") + mark]
    guard machine.layers.count <= Self.tallest else { return body }
    return [Line("  ┌" + rule + "┐")] + body + [Line("  └" + rule + "┘")]
  }

  private func weights(_ number: Int) -> Line {
    let shapes = [Quantity.w, .b].map { quantity in
      let shape = machine.value(of: quantity, layer: number)?.matrix.shape
      return "\(quantity.name)\(number) \(shape.map { "\($0)" } ?? "?")"
    }
    return Line("  " + shapes.joined(separator: "  "))
  }

  /// What leaves a layer upwards, and, once it is computed, what comes back into it.
  private func below(_ number: Int) -> Line {
    let shape = machine.data.map {
      Shape($0.matrix.rows, machine.layers[number - 1].dense.units)
    }
    let error = machine.value(of: .dA, layer: number).map {
      look.legible("   ↑ ") + "dA\(number) \($0.matrix.shape)"
    }
    return flow(name: "A\(number)", shape: shape, note: error ?? "")
  }

  private func flow(name: String, shape: Shape?, note: String) -> Line {
    Line("     " + look.legible("↓ ") + "\(name) \(shape.map { "\($0)" } ?? "?")\(note)")
  }

  private var end: String {
    var text = "  the end: no Y and no dA yet"
    if machine.isDrivenByGiven {
      text = "  a given dA comes back"
    } else if let target = machine.target {
      text = "  \(machine.loss.name) against Y \(target.matrix.shape)"
    }
    guard let next = machine.next, next.layer == 0 else { return text }
    return text + look.legible("  ←  next: \(next.label)")
  }
}
