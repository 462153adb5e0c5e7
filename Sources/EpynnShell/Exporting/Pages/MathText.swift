import EpynnCore

/// Matrices and what stands between them, in LaTeX for a page.
struct MathText {
  let precision: Precision
  /// Whether what a step wrote and may not be seen is left to be filled in.
  var leavesBlanks = false

  /// Larger matrices are shown by their edges.
  private static let (rowLimit, columnLimit) = (24, 12)
  private static let edge = 3

  private func matrix(_ tensor: CardTensor) -> String {
    let matrix = tensor.matrix
    let rows = Self.picked(matrix.rows, atMost: Self.rowLimit)
    let columns = Self.picked(matrix.columns, atMost: Self.columnLimit)
    let shown = rows.compactMap(\.self).flatMap { row in
      columns.compactMap(\.self).map { matrix[row, $0] }
    }
    let format = NumberFormat(for: shown, precision: precision)
    let texts = rows.map { row in
      columns.map { column -> String in
        guard let row, let column else {
          return row == nil && column == nil ? "\\ddots" : row == nil ? "\\vdots" : "\\cdots"
        }
        return number(matrix[row, column], format, isBlank: leavesBlanks && tensor.isWritten)
      }
    }
    return Spelling.latex.lines(of: texts).joined(separator: "\n")
  }

  private func number(_ number: Double, _ format: NumberFormat, isBlank: Bool) -> String {
    guard number.isVeiled else { return format.text(number) }
    return isBlank ? "\\underline{\\hspace{2em}}" : "?"
  }

  /// The tensors of a card's equation, each behind the sign before it; the result stands first.
  func equation(_ equation: CardEquation) -> [String] {
    var parts = [labelled(equation.result)]
    // What is only handed on has nothing right of it.
    var signs = equation.elements.isEmpty ? [] : ["="]
    for element in equation.elements {
      switch element {
      case .sign(let sign): signs.append(Self.words(sign) + "\\ ")
      case .tensor(let tensor):
        parts.append((signs + [labelled(tensor)]).joined(separator: " "))
        signs = []
      }
    }
    return signs.isEmpty ? parts : parts + [signs.joined(separator: " ")]
  }

  /// A matrix above what it is.
  func labelled(_ tensor: CardTensor) -> String {
    "\\underset{\(Self.words(tensor.label))}{\(matrix(tensor))}"
  }

  /// Words and signs of the screen: letters as text, signs as mathematics has them.
  static func words(_ text: String) -> String {
    var result = ""
    var letters = ""
    func flush() {
      guard !letters.isEmpty else { return }
      // Mathematics has spaces of its own.
      guard !letters.trimmingSpaces.isEmpty else {
        letters = ""
        return
      }
      let isTensor = Vocabulary.quantity(letters) != nil
      result += isTensor ? letters : "\\text{\(TeXText.plain(letters))}"
      letters = ""
    }
    for character in text {
      if let sign = signs[character] {
        flush()
        result += sign + " "
      } else {
        letters.append(character)
      }
    }
    flush()
    return result.trimmingSpaces
  }

  static let signs: [Character: String] = [
    "·": "\\cdot", "⊙": "\\odot", "×": "\\times", "−": "-", "η": "\\eta", "Σ": "\\sum",
    "ₘ": "_m", "ₙ": "_n", "ᵤ": "_u", "ᵀ": "^{\\intercal}", "′": "'", "→": "\\rightarrow",
    "←": "\\leftarrow", "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "∂": "\\partial", "δ": "\\delta",
    "…": "\\ldots", "ᵏ": "^k", "𝓛": "\\mathcal{L}", "ℓ": "\\ell", "²": "^2", "⁻": "^{-}",
  ]

  private static func picked(_ count: Int, atMost limit: Int) -> [Int?] {
    guard count > limit else { return Array(0..<count) }
    return Array(0..<edge) + [nil] + Array((count - edge)..<count)
  }
}
