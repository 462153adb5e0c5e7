/// A sign that stands in sentences, and the words that say it.
struct Sign: Sendable {
  /// How it is written; of two that begin alike the longer one comes first.
  let written: String
  let said: String
  /// Whether it is ASCII's own, and so a sign only where spaces stand on both sides.
  var standsApart = false

  /// The table of signs.
  static let all: [Sign] = [
    Sign("∂𝓛/∂", "gradient of the loss with respect to"),
    Sign("∂", "partial"), Sign("Σ", "sum of"), Sign("∑", "sum of"), Sign("√", "root of"),
    Sign("×", "times"), Sign("·", "times"), Sign("⊙", "times, cell by cell,"),
    Sign("−", "minus"), Sign("±", "plus or minus"), Sign("÷", "divided by"),
    Sign("→", "to"), Sign("←", "becomes"), Sign("↓", "down"), Sign("↑", "up"),
    Sign("≤", "is at most"), Sign("≥", "is at least"), Sign("≠", "is not"), Sign("≈", "is about"),
    Sign("∞", "infinity"), Sign("²", "squared"), Sign("³", "cubed"), Sign("ᵀ", "transposed"),
    Sign("⊤", "transposed"), Sign("′", "prime"), Sign("…", "and so on"), Sign("½", "one half"),
    Sign("𝓛", "L"), Sign("ℓ", "l"),
    Sign("⎡", ""), Sign("⎢", ""), Sign("⎣", ""), Sign("⎤", ""), Sign("⎥", ""), Sign("⎦", ""),
    Sign("─", ""), Sign("│", ""), Sign("┌", ""), Sign("┐", ""), Sign("└", ""), Sign("┘", ""),
    Sign("<-", "becomes", standsApart: true), Sign("->", "to", standsApart: true),
    Sign("<=", "is at most", standsApart: true), Sign(">=", "is at least", standsApart: true),
    Sign("!=", "is not", standsApart: true), Sign("==", "equals", standsApart: true),
    Sign("**", "to the power of", standsApart: true), Sign("=", "is", standsApart: true),
    Sign("+", "plus", standsApart: true), Sign("-", "minus", standsApart: true),
    Sign("*", "times", standsApart: true), Sign("@", "times", standsApart: true),
    Sign("/", "divided by", standsApart: true), Sign("<", "is less than", standsApart: true),
    Sign(">", "is greater than", standsApart: true), Sign("?", "hidden", standsApart: true),
    Sign("|", "or", standsApart: true), Sign(";", ", semicolon,", standsApart: true),
    Sign("\\", ",", standsApart: true),
  ]

  private init(_ written: String, _ said: String, standsApart: Bool = false) {
    self.written = written
    self.said = said
    self.standsApart = standsApart
  }

  /// What is typed in place of a sign that no keyboard has.
  static let typed: [Character: String] = [
    "×": "*", "·": "@", "⊙": "*", "−": "-", "→": "to", "←": "becomes", "≤": "<=", "≥": ">=",
    "≠": "!=", "ᵀ": ".T", "′": "'", "…": "...", "‘": "'", "’": "'", "“": "\"", "”": "\"",
    "–": "-", "—": "-", "²": "**2",
  ]

  /// Small raised and lowered letters, and what stands for them on the line.
  static let small: [Character: Character] = [
    "ₘ": "m", "ₙ": "n", "ᵤ": "u", "ᵢ": "i", "ⱼ": "j", "ₖ": "k", "₀": "0", "₁": "1", "₂": "2",
    "₃": "3", "₌": "=", "ᵏ": "k", "ᵐ": "m", "ⁿ": "n", "ᵘ": "u", "⁺": "+", "⁻": "-", "⁰": "0",
    "¹": "1", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "ᴹ": "M", "ᴺ": "N",
    "ᵁ": "U",
  ]
}
