extension String {
  /// The text in ASCII: drawn characters by their look, any other as `?`.
  ///
  /// One character becomes one, so that what was aligned stays so; arrows may take two.
  var asciiOnly: String {
    if allSatisfy(\.isASCII) { return self }
    var text = ""
    for character in self {
      if character.isASCII {
        text.append(character)
      } else {
        text += Self.asciiLooks[character] ?? (character.isBraille ? "*" : "?")
      }
    }
    return text
  }

  private static let asciiLooks: [Character: String] = [
    "─": "-", "│": "|", "⎡": "[", "⎢": "[", "⎣": "[", "⎤": "]", "⎥": "]", "⎦": "]",
    "·": ".", "×": "*", "⊙": "*", "−": "-", "→": "->", "←": "<-", "…": "~", "⋮": ":",
    "′": "'", "Σ": "sum ", "ₘ": "m", "ₙ": "n", "ᵤ": "u", "ᵀ": ".T", "η": "rate", "δ": "delta",
    "∂": "d", "𝓛": "L", "ℓ": "l", "ᵏ": "k", "≤": "<=", "≥": ">=", "≠": "!=", "²": "^2",
    "–": "-", "—": "-", "‘": "'", "’": "'", "█": "#", "░": ".", "▒": "=", "▓": "*", "↓": "v",
    "↑": "^",
    "▸": ">", "◂": "<", "┌": "+", "┐": "+", "└": "+", "┘": "+",
  ]
}

extension Character {
  /// Whether it is dots, as curves are drawn of them.
  fileprivate var isBraille: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy { (0x2801...0x28FF).contains($0.value) }
  }
}
