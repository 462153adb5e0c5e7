/// Where a text in quotes stands in a line.
package enum Quotation {
  static let marks: Set<Unicode.Scalar> = ["\"", "'"]
  /// The letters that Python takes in front of a text.
  static let prefixes: Set<Unicode.Scalar> = ["f", "F", "r", "R", "b", "B", "u", "U"]

  /// Which scalars of a line stand in quotes, the quotes included; a `'` behind a value is none.
  package static func quoted(in scalars: [Unicode.Scalar]) -> [Bool] {
    var quoted = [Bool](repeating: false, count: scalars.count)
    var open: Unicode.Scalar?
    var isEscaped = false
    for (place, scalar) in scalars.enumerated() {
      if let quote = open {
        quoted[place] = true
        if scalar == quote, !isEscaped { open = nil }
        isEscaped = scalar == "\\" && !isEscaped
        continue
      }
      guard marks.contains(scalar), opens(at: place, in: scalars) else { continue }
      // One that is never closed is no quote.
      guard scalars[(place + 1)...].contains(scalar) else { continue }
      open = scalar
      quoted[place] = true
    }
    return quoted
  }

  private static func opens(at place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[place] == "'", place > 0 else { return true }
    let before = scalars[place - 1]
    guard before.endsValue else { return true }
    // `f'…'`: a letter that Python takes, with no name in front of it.
    return prefixes.contains(before) && (place < 2 || !scalars[place - 2].continuesName)
      && scalars[(place + 1)...].contains("'")
  }
}

extension Unicode.Scalar {
  /// Whether what it ends may carry a prime.
  fileprivate var endsValue: Bool {
    continuesName || ")]}'".unicodeScalars.contains(self) || self == "′" || self == "ᵀ"
  }
}

extension Token {
  /// Whether what it ends may carry a prime.
  var endsValue: Bool {
    switch kind {
    case .number, .name, .string, .transposeMark, .prime: true
    case .symbol: text == ")" || text == "]"
    case .binary, .not, .assign, .end: false
    }
  }
}
