import EpynnCore

/// What is shown before the first line: the layer that is ready, the steps, the first keys.
public struct StartScreen: Sendable {
  let machine: Machine
  let look: Look

  init(machine: Machine, look: Look) {
    self.machine = machine
    self.look = look
  }

  var page: Page {
    let title = "epynn-repl · a debugger for the Dense layer"
    let keys = "help · quit"
    let missing = look.edge - title.displayWidth - keys.displayWidth
    let heading =
      missing >= 2
      ? [Line(title + String(repeating: " ", count: missing) + keys)]
      : title.wrapped(to: look.edge)
    return Page(
      heading
        + [Line(), Line("A layer is ready. Its numbers are small enough to check by hand.")]
        .flatMap { $0.text.wrapped(to: look.edge) } + summary + [Line()] + steps + [Line()]
        + keyLines)
  }

  /// The layer with its data, and what its letters stand for.
  var summary: [Line] {
    let x = machine.value(of: .x, layer: 1)?.matrix.shape
    guard let last = machine.layers.last?.dense else {
      return [Line("  No layer yet: 'dense 2 relu' makes one, 'X = …' gives it data.")]
    }
    var parts = [x.map { "X \($0)" } ?? "X not set"]
    for (place, layer) in machine.layers.enumerated() {
      parts.append("Dense \(place + 1): \(layer.dense.summary)")
    }
    var end = x.map { "A \(Shape($0.rows, last.units))" } ?? "A"
    if machine.isDrivenByGiven {
      end += "  from a given dA"
    } else if let target = machine.value(of: .y, layer: 1) {
      end += "  against  Y \(target.matrix.shape), \(machine.loss.name)"
    }
    parts.append(end)
    let arrow = look.legible("  →  ")
    var lines = wrapped(parts: parts, sign: arrow, width: look.edge - 2, indent: 2)
    // In a network n and u are each layer's own.
    let letters = machine.layers.count > 1 ? [Dimension.m] : Dimension.allCases
    let sizes = letters.compactMap { letter -> String? in
      guard let size = try? Scope(machine, layer: 1).size(letter) else { return nil }
      let remark = letter == .m ? ", one a row" : ""
      return "\(letter.rawValue) = \(size) \(letter.meaning)\(remark)"
    }
    lines += wrapped(parts: sizes, sign: "     ", width: look.edge - 2, indent: 0)
    return lines.map { $0.indented(by: 2) }
  }

  private var steps: [Line] {
    var lines = "One iteration writes these, one step each. A step is called by what it writes."
      .wrapped(to: look.edge)
    for phase in [Phase.forward, .backward, .gradients] {
      let steps = Dense.steps.filter { $0.phase == phase }
      var parts = [phase.rawValue.padded(to: 11)]
      parts += steps.map { "(\($0.number ?? "")) \($0.name)".padded(to: 10) }
      if phase == .forward { parts.append("then   loss") }
      if phase == .gradients { parts.append("           then   update") }
      lines += wrapped(parts: parts, sign: "  ", width: look.edge - 2, indent: 2)
        .map { $0.trimmed.indented(by: 2) }
    }
    return lines
  }

  private var keyLines: [Line] {
    let keys = [
      ("Enter", "the next step"), ("back", "undo the last"),
      ("goto dW", "stop just before dW"), ("show W", "look at a value"),
      ("explain Z[0,1]", "where it comes from"), ("lesson", "be led and asked"),
    ]
    let cells = keys.map { $0.0.padded(to: 14) + " " + $0.1 }
    let width = (cells.map(\.count).max() ?? 0) + 4
    guard 2 + 2 * width <= look.edge + 4 else { return cells.map { Line("  " + $0) } }
    return stride(from: 0, to: cells.count, by: 2).map {
      Line("  " + cells[$0].padded(to: width) + cells[$0 + 1])
    }
  }
}

extension Session {
  /// The screen before the first line.
  public var startPage: Page { StartScreen(machine: machine, look: look).page }
}
