import EpynnCore

extension ReadingNote {
  /// The sentence; `nil` where the numbers are the same.
  func sentence(in scope: Scope, through veil: Veil) -> String? {
    switch self {
    case .builtInSum(let inner):
      guard let value = try? inner.array(in: scope), value.dimensions == 2,
        value.matrix.columns > 1
      else { return nil }
      let text = MatrixNotation(.ascii).text(of: inner).quoted(limit: 24)
      return "sum adds all cells here; Python's own sum adds the rows: '\(text).sum(axis=0)'"
    case .cut(let inner, let type):
      guard !veil.hides(inner, in: scope), let value = try? inner.value(in: scope),
        value.elements.contains(where: { $0 != $0.rounded(.towardZero) })
      else { return nil }
      return "dtype \(type.quoted(limit: 12)) cuts what stands behind the point, as NumPy does"
    case .contained(let text, let name): return "\(text.quoted(limit: 32)) is \(name) here"
    }
  }
}
