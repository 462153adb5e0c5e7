/// A text that a function takes for an argument: `order='F'`, `'fro'`.
package enum Word: String, Sendable, Hashable, CaseIterable {
  case byRows = "C"
  case byColumns = "F"
  case frobenius = "fro"

  /// The word of a text; a letter may be small, and "as it lies" is by rows, as all lies here.
  init?(text: String) {
    switch text {
    case "C", "c", "A", "a", "K", "k": self = .byRows
    case "F", "f": self = .byColumns
    default: self.init(rawValue: text)
    }
  }
}

extension MatrixFunction {
  /// A word among the arguments of a call.
  static func word(_ word: Word) -> MatrixFunction {
    MatrixFunction("'\(word.rawValue)'", as: .word) { _ throws(Fault) in
      ArrayValue(Matrix(.nan), dimensions: 0, kind: .word(word))
    }
  }

  /// Whether one of its arguments may be that word.
  func takes(_ word: Word) -> Bool { parameters.contains { $0.words.contains(word) } }
}

extension Expression {
  static func word(_ word: Word, column: Int?) -> Expression {
    Expression(.function(.word(word), []), column: column)
  }

  /// The word that it is.
  var word: Word? {
    guard case .function(let function, _) = form else { return nil }
    return Word.allCases.first { .word($0) == function }
  }
}
