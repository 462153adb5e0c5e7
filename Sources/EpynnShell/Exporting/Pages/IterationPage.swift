import EpynnCore

/// An iteration, or a session, as the blocks of a page.
struct IterationPage {
  let content: ExportContent

  var blocks: [PageBlock] {
    let body = content.lines.isEmpty ? stops : session
    return [.heading(content.title, level: 1), .list(setting)] + body + leftOut + curve + key
  }

  /// Equations with indices, in LaTeX whatever the session shows.
  private var latex: Look {
    var look = content.look
    look.settings.notation = Notation.named("latex") ?? look.settings.notation
    return look
  }

  private var setting: [String] {
    let machine = content.machine
    let layers = machine.layers.enumerated().map { place, layer in
      "Dense \(place + 1): \(layer.dense.summary)"
    }
    let data = machine.data.map { "X \($0.matrix.shape)" }
    let loss =
      machine.target == nil ? nil : "loss \(machine.namedLoss.name), \(machine.namedLoss.title)"
    return [data].compactMap(\.self) + layers + [loss].compactMap(\.self)
      + machine.conventions.map { "\($0.name): \($0.summary)" }
      + ["rate \(machine.rate.shortestText)", "iteration \(machine.iteration)"]
  }

  private var stops: [PageBlock] { content.stops.flatMap(blocks) }

  private func blocks(of stop: ExportedStop) -> [PageBlock] {
    let title =
      stop.stop.step.number == nil ? stop.stop.label : "\(stop.stop.label) \(stop.stop.name)"
    let equations =
      stop.hidesFormula
      ? []
      : latex.equations(of: stop.stop, in: stop.before.machine).map { equation in
        PageBlock.math([equation.parts.joined(separator: " \(equation.sign) ")])
      }
    let isBlank = stop.written.contains { content.blanks.contains($0.name) }
    let math = MathText(
      precision: content.look.precision, leavesBlanks: isBlank && stop.stop.step.phase != .update)
    let computed = stop.card.computed.map { PageBlock.math(math.equation($0)) }
    let updated = stop.card.updated.map { tensors in
      PageBlock.math(tensors.map(math.labelled))
    }
    let look = content.look
    // A cell of what is to be filled in is not worked out, and what comes next is the next heading.
    let said = stop.card.foot.flatMap { fact -> [PageBlock] in
      guard case .worked = fact, !isBlank else { return [] }
      return [.paragraph(Self.text(of: [fact], look).joined(separator: " "))]
    }
    return [.heading(title, level: 2), .paragraph(stop.card.title)] + equations + computed + updated
      + said
  }

  private static func text(of facts: [Fact], _ look: Look) -> [String] {
    TerminalRenderer(look: look).lines(of: facts).map { $0.text.trimmingSpaces }
  }

  private var session: [PageBlock] {
    let renderer = TerminalRenderer(look: content.look)
    return content.lines.flatMap { line -> [PageBlock] in
      guard line.line.isEmpty else {
        return [.screen(["> \(line.line)"] + renderer.lines(of: line.facts).map(\.text))]
      }
      return line.facts.flatMap { fact -> [PageBlock] in
        if case .markdown(let lines) = fact { return Self.prose(lines) }
        return renderer.lines(of: [fact]).map { .paragraph($0.text) }
      }
    }
  }

  /// A lesson's prose: its headings, and a paragraph for what stands between empty lines.
  private static func prose(_ lines: [String]) -> [PageBlock] {
    lines.split { $0.allSatisfy { $0 == " " } }.flatMap { lines -> [PageBlock] in
      let text = lines.map { $0.trimmingSpaces }.joined(separator: " ")
      let marks = text.prefix { $0 == "#" }.count
      guard marks > 0, text.dropFirst(marks).first == " " else { return [.paragraph(text)] }
      return [.heading(text.dropFirst(marks).trimmingSpaces, level: 2)]
    }
  }

  private var leftOut: [PageBlock] {
    content.linesLeftOut > 0
      ? [.paragraph(Omission.furtherLines(content.linesLeftOut).sentence)] : []
  }

  private var curve: [PageBlock] {
    let curves = content.curves.flatMap { fact -> [Curve] in
      if case .curves(let drawn) = fact { drawn.curves } else { [] }
    }
    guard let first = curves.first else { return [] }
    // A dozen epochs tell how it went.
    let step = max((first.points.count - 1) / 11, 1)
    let places = first.points.indices.filter { $0 % step == 0 || $0 == first.points.count - 1 }
    let rows = places.map { place in
      ["\(first.points[place].epoch)"]
        + curves.map { curve in
          curve.points.indices.contains(place)
            ? curve.points[place].value.text(curve.precision) : ""
        }
    }
    return [.heading("Training", level: 2), .table([["epoch"] + curves.map(\.title)] + rows)]
  }

  private var key: [PageBlock] {
    guard !content.key.isEmpty else { return [] }
    let solved = MathText(precision: content.look.precision)
    return [.newPage, .heading("Key", level: 2)]
      + content.key.map { name, matrix in
        .math([
          solved.labelled(
            CardTensor(label: name.text(of: content.layerCount), letters: nil, matrix: matrix))
        ])
      }
  }
}
