import EpynnCore

/// Settings and screen together: all that the look of an answer depends on.
struct Look: Sendable {
  var settings: Settings
  /// What the text is laid out for.
  var screen: Screen

  /// The same on another screen.
  func on(_ screen: Screen) -> Look {
    var copy = self
    copy.screen = screen
    return copy
  }

  /// The same with fewer rows to fill.
  func leaving(_ rows: Int) -> Look {
    var copy = self
    copy.screen.height -= rows
    return copy
  }

  var precision: Precision { settings.precision }
  /// The columns that text may fill.
  var width: Int { screen.width }

  /// How equations of matrices are spelled in running text.
  var matrices: MatrixNotation { MatrixNotation(spelling) }

  /// How a label beside a matrix is spelled: as in the equations, but never in markup.
  var labels: MatrixNotation { MatrixNotation(spelling.isMarkup ? drawnSpelling : spelling) }

  /// The same with numbers as precise as screens are without a setting.
  var precise: Look {
    var copy = self
    copy.settings.precision = .standard
    return copy
  }

  /// How a value is written where it is not drawn.
  var literals: Spelling? { settings.notation.values == .drawn ? nil : settings.notation.spelling }

  /// Whether a screen reader reads it.
  var isSpoken: Bool { screen.isSpoken }

  /// The same to be seen, as what leaves the program is.
  var seen: Look {
    var copy = self
    copy.screen.isSpoken = false
    return copy
  }

  /// The look that draws equations in place of markup; `nil` where they are drawn already.
  var drawn: Look? {
    guard spelling.isMarkup else { return nil }
    var drawing = self
    drawing.settings.notation = .docs
    return drawing
  }

  private var spelling: Spelling {
    isSpoken ? .speech : settings.notation.spelling ?? drawnSpelling
  }

  private var drawnSpelling: Spelling { screen.isUnicode ? .unicode : .ascii }

  /// The equation of a step as the notation writes it: the parts of each chain and their sign.
  func equations(of stop: Stop, in machine: Machine) -> [(parts: [String], sign: String)] {
    switch settings.notation.form {
    case .matrices:
      return machine.formulas(of: stop).map { ([matrices.equation(of: $0)], "") }
    case .indices:
      let layer = stop.layerCount > 1 && stop.layer > 0 ? stop.layer : nil
      let notation = IndexNotation(spelling, layer: layer)
      let resolved = machine.formulas(of: stop)
      return zip(machine.documented(stop), resolved).map { documented, formula in
        // The documentation's slope is any activation's; a matrix for each sample is called one.
        let shown = formula.expression.pulledBack == nil ? documented : formula
        return (notation.parts(of: shown, chain: stop.step.chain), notation.sign(of: stop.step))
      }
    }
  }

  /// The equations that a card has: what is heard of it says the matrices' alone.
  func cardEquations(of stop: Stop, in machine: Machine) -> [(parts: [String], sign: String)] {
    guard isSpoken else { return equations(of: stop, in: machine) }
    return machine.formulas(of: stop).map { ([matrices.equation(of: $0)], "") }
  }

  /// Text as the screen can show it, for what is laid out by its width.
  func legible(_ text: String) -> String { screen.isUnicode ? text : text.asciiOnly }

  func legible(_ line: Line) -> Line { screen.isUnicode ? line : line.mapped(\.asciiOnly) }
}
