import EpynnCore

/// A stop as a section of a page.
struct HTMLStop {
  let content: ExportContent
  let exported: ExportedStop
  /// Its place in the iteration, counted from 1.
  let number: Int
  let look: Look
  let renderer: HTMLRenderer

  var text: String {
    let (stop, count) = (exported.stop, content.layerCount)
    let layer = stop.layer > 0 && count > 1 ? ", layer \(stop.layer)" : ""
    let title = XMLText.escaped("\(stop.label): \(stop.step.title)\(layer)")
    let card = HTMLCard(
      card: exported.card, renderer: renderer, equations: equations, layer: stop.evaluationLayer,
      blanks: content.blanks, layerCount: count)
    return "<section class=\"stop\" aria-labelledby=\"stop-\(number)\">\n"
      + "<h2 id=\"stop-\(number)\" tabindex=\"-1\">\(title)</h2>\n\(card.text)\(checks)</section>\n"
  }

  /// Its equations in MathML, in the form in which they are read.
  private var equations: String {
    guard !exported.hidesFormula else { return "?" }
    var spelled = look
    let machine = exported.before.machine
    if look.settings.notation.form == .indices, let notation = Notation.named("mathml") {
      spelled.settings.notation = notation
      return spelled.equations(of: exported.stop, in: machine).map {
        $0.parts.joined(separator: $0.sign)
      }.joined(separator: " ") + number(of: exported.stop.step)
    }
    return machine.formulas(of: exported.stop).map { MatrixNotation(.mathml).equation(of: $0) }
      .joined(separator: " ") + number(of: exported.stop.step)
  }

  private func number(of step: Step) -> String {
    step.number.map { " <span class=\"number\">(\($0))</span>" } ?? ""
  }

  /// What checks the numbers that were filled in.
  private var checks: String {
    let here = exported.stop.step.phase == .update ? [] : exported.written.map(\.name)
    let answers = HTMLAnswers(content: content)
    guard answers.checks else { return "" }
    return answers.blanks.filter { here.contains($0.name) }.map { name, _ in
      "<p class=\"check scripted\"><button type=\"button\" data-check=\"\(name.key)\">"
        + "Check \(XMLText.escaped(name.text(of: content.layerCount)))</button></p>\n"
        + "<p class=\"said\" role=\"status\"></p>\n"
    }.joined()
  }
}

/// What goes in, before the first step.
struct HTMLStart {
  let content: ExportContent
  let renderer: HTMLRenderer

  var text: String {
    let setting = ExerciseSetting(machine: content.machine).lines.map {
      "<li>\(XMLText.escaped($0))</li>\n"
    }
    return "<section>\n<h2>What goes in</h2>\n<ul>\n\(setting.joined())</ul>\n"
      + "<div class=\"tensors\">\n\(tensors.joined())</div>\n</section>\n"
  }

  private var tensors: [String] {
    guard let seen = content.stops.first?.before.machine else { return [] }
    let count = content.layerCount
    let parameters = (1...max(count, 1)).flatMap {
      [TensorName(.w, layer: $0), TensorName(.b, layer: $0)]
    }
    let driven: [TensorName] =
      content.machine.isDrivenByGiven
      ? [TensorName(.dA, layer: count)]
      : content.machine.target == nil ? [] : [TensorName(.y, layer: 0)]
    return ([TensorName(.x, layer: 1)] + parameters + driven).compactMap { name in
      seen.value(of: name.quantity, layer: name.owner).map {
        renderer.text(
          of: CardTensor(
            label: name.text(of: count), letters: name.quantity.letters, matrix: $0.matrix))
      }
    }
  }
}

/// The lines of a session with what they said.
struct HTMLRecord {
  let content: ExportContent
  let renderer: HTMLRenderer
  /// The most bytes that they may take.
  let limit: Int

  var text: String {
    var text = ""
    for (place, line) in content.lines.enumerated() {
      let section = section(line)
      guard text.utf8.count + section.utf8.count <= limit else {
        return text + note(content.lines.count - place + content.linesLeftOut)
      }
      text += section
    }
    return text + note(content.linesLeftOut)
      + (content.curves.isEmpty ? "" : renderer.text(of: content.curves))
  }

  private func note(_ linesLeftOut: Int) -> String {
    guard linesLeftOut > 0 else { return "" }
    return "<p>\(XMLText.escaped(Omission.furtherLines(linesLeftOut).sentence))</p>\n"
  }

  private func section(_ line: ExportedLine) -> String {
    // What a lesson says by itself has no line.
    guard !line.line.isEmpty else {
      return "<div class=\"prose\">\n\(renderer.text(of: line.facts))</div>\n"
    }
    let refused = line.isRefused ? " <em>(refused)</em>" : ""
    return "<section>\n<h2><code>\(XMLText.escaped(line.line))</code>\(refused)</h2>\n"
      + renderer.text(of: line.facts) + "</section>\n"
  }
}
