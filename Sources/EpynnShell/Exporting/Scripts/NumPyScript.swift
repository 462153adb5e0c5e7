import EpynnCore

/// The iteration as a NumPy program: its numbers, its steps with what each wrote here, and the
/// training that goes on.
struct NumPyScript {
  let content: ExportContent
  private let notation: ScriptNotation
  private let names: PythonNames

  init(_ content: ExportContent) {
    self.content = content
    let names = PythonNames(content)
    self.names = names
    notation = ScriptNotation(content.machine) { names.text($0) }
  }

  private var machine: Machine { content.machine }

  var parts: [ScriptPart] {
    let steps = content.stops.map(part(of:))
    let training = training
    let lines = (steps + training).flatMap(\.lines)
    let functions = ScriptFunction.numpy(for: notation).called(in: lines)
    let needsMath = (functions.flatMap(\.lines) + lines).contains { $0.contains("math.") }
    let imports = needsMath ? ["import math"] : []
    var preamble = ScriptPart(heading: content.title)
    preamble.remarks = [
      "One iteration of a network of Dense layers, with the numbers that it had in epynn-repl.",
      "What each step gives is compared with what it wrote there; then it trains on.",
    ]
    preamble.lines = imports + (imports.isEmpty ? [] : [""]) + ["import numpy as np"]
    var same = ScriptPart(heading: "What was computed here is what was computed there.")
    same.lines = [
      "def same(found, expected):",
      "    expected = np.array(expected, dtype=float)",
      "    assert found.shape == expected.shape, (found.shape, expected.shape)",
      "    size = np.max(np.abs(expected[np.isfinite(expected)]), initial=1)",
      "    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12 * size)",
    ]
    var parts = [preamble, same]
    if !functions.isEmpty {
      var part = ScriptPart(heading: "The functions of the layers and the loss, and their slopes.")
      part.lines = Array(functions.map(\.lines).joined(separator: ["", ""]))
      parts.append(part)
    }
    let agreed = ScriptPart(heading: "", lines: ["print(\"all numbers agree\")"])
    return parts + [numbers] + steps + [agreed] + training
  }

  private var numbers: ScriptPart {
    var part = ScriptPart(heading: "The numbers: one sample a row.", lines: names.remarks)
    for tensor in content.givenTensors {
      let name = notation.name(of: tensor.name.quantity, layer: tensor.name.owner)
      part.lines += tensor.matrix.pythonLines("\(name) = np.array(", ")")
    }
    part.lines.append("m = \(names.text(TensorName(.x, layer: 1))).shape[0]")
    part.lines += rates.map { "\($0.name) = \($0.text)" }
    return part
  }

  private var rates: [(name: String, text: String)] {
    let layers = notation.hasOneRule ? [1] : Array(1...max(content.layerCount, 1))
    return layers.map {
      (notation.rateName(ofLayer: $0), machine.rate(ofLayer: $0).shortestText)
    }
  }

  private func part(of stop: ExportedStop) -> ScriptPart {
    var part = ScriptPart(heading: "\(stop.stop.label): \(stop.stop.step.title)")
    part.equations = equations(of: stop.stop)
    part.lines = lines(of: stop.stop)
    if let passed = machine.passedOver(stop.stop) {
      part.remarks = ["Passed over: \(passed.word)."]
    } else if part.lines.isEmpty, let given = stop.written.first?.name {
      part.remarks = ["\(names.text(given)) stands above."]
    }
    for (name, matrix) in stop.written where isComputed(name, by: stop.stop) {
      let called = notation.name(of: name.quantity, layer: name.owner)
      part.lines += matrix.pythonLines("same(\(called), ", ")")
      if name == TensorName(.a, layer: content.layerCount), content.magnifiesLastDigit {
        part.lines.append(ExportContent.lastDigitRemark)
        part.lines += matrix.pythonLines("\(called) = np.array(", ")")
      }
    }
    return part
  }

  private func isComputed(_ name: TensorName, by stop: Stop) -> Bool {
    machine.runningFormulas(of: stop, layer: name.owner).contains {
      $0.quantity == name.quantity && notation.line(of: $0, inLayer: name.owner) != nil
    }
  }

  /// What a stop runs, a line an equation.
  private func lines(of stop: Stop) -> [String] {
    stop.layersRun.flatMap { layer in
      machine.runningFormulas(of: stop, layer: layer).compactMap {
        notation.line(of: $0, inLayer: layer)
      }
    }
  }

  /// The documentation's equation where it has indices, then as matrices with the names of here.
  private func equations(of stop: Stop) -> [String] {
    let look = IndexNotation(.latex, layer: stop.layerCount > 1 ? stop.layer : nil)
    let documented = machine.documented(stop).map { assignment in
      look.parts(of: assignment, chain: stop.step.chain).joined(separator: look.sign(of: stop.step))
    }
    let matrices = machine.formulas(of: stop).filter { !$0.isGiven }
      .map { MatrixNotation(.latex).equation(of: $0) }
    return stop.layer == 0 ? matrices : documented + matrices
  }

  /// The iterations behind this one; none where nothing says what is to fall.
  private var training: [ScriptPart] {
    guard content.canTrain else { return [] }
    let epochs = ExportContent.epochs
    var part = ScriptPart(heading: "On with training, all samples a step.")
    part.lines = ["for epoch in range(\(epochs)):"]
    for layer in notation.hasOneRule ? [1] : Array(1...content.layerCount) {
      if let rate = notation.scheduledRate(ofLayer: layer, epochs: epochs) {
        part.lines.append("    \(notation.rateName(ofLayer: layer)) = \(rate)")
      }
    }
    for stop in content.stops {
      part.lines += lines(of: stop.stop).map { "    " + $0 }
      guard stop.stop.step.phase == .loss else { continue }
      part.lines.append(
        "    print(f\"epoch {epoch}  cost {np.mean(\(names.text(TensorName(.loss, layer: 0))))!s}\")"
      )
    }
    return [part]
  }
}
