import EpynnCore

extension FormulaReading {
  /// What differs from the right formula, and what would make it right.
  func sentence(of layerCount: Int, in notation: MatrixNotation) -> String {
    let name = quantity.text(inLayer: layer, of: layerCount)
    return switch difference {
    case .instead(let part, let right):
      "'\(notation.text(of: part))' here; \(name) uses \(notation.text(of: right)), and with it the"
        + " numbers are right"
    case .extra(let part):
      "'\(notation.text(of: part))' is too much here; without it the numbers are right"
    case .missing(let part, let form):
      "\(notation.text(of: part)) is missing; \(name) is \(notation.text(of: form))"
    }
  }
}
