import EpynnCore

/// `print(…)` of texts and formulas.
extension Session {
  /// Prints texts and values on one line; a single tensor as `show` does.
  mutating func printParts(_ parts: [PrintedPart]) throws(Complaint) {
    let scope = scope
    var texts: [(text: String?, matrix: Matrix, format: String?)] = []
    for part in parts {
      switch part {
      case .text(let text): texts.append((text, Matrix(0), nil))
      case .value(let formula, let format):
        let value = try evaluated(formula).matrix
        texts.append((nil, veil.veiled(value, of: formula, in: scope), format))
      }
    }
    draw { look in
      let line = texts.map { piece in
        piece.text ?? PythonFormat(piece.format, look: look).text(of: piece.matrix)
      }
      return [.sentence(line.joined(), in: .screen)]
    }
  }
}
