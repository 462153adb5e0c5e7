import Testing

@testable import EpynnCore

/// Formulas as they are said: every word comes from the tree, and what a bracket holds is heard.
@Suite struct SpeechSpellingTests {
  static let formulas: [(typed: String, said: String)] = [
    ("X @ W + b", "X times W plus b"),
    ("X @ (W + b)", "X times open paren W plus b close paren"),
    ("dZ @ W.T", "dZ times W transposed"),
    ("(X @ W).T", "open paren X times W close paren transposed"),
    ("dA * relu'(Z)", "dA times, cell by cell, slope of relu at Z"),
    ("act(Z)", "act of Z"), ("relu(X @ W)", "relu of open paren X times W close paren"),
    ("relu(-1)", "relu of minus 1"), ("sigmoid(W.T)", "sigmoid of W transposed"),
    ("A - Y", "A minus Y"), ("-A", "minus A"),
    ("(A - Y) / 2", "open paren A minus Y close paren divided by 2"),
    ("Z**2", "Z squared"), ("Z**3", "Z to the power of 3"),
    ("sum(dZ, axis=0)", "sum over samples m of dZ"), ("Z >= 0", "Z is at least 0"),
    ("dW[0,1]", "dW[0,1]"), ("1e-07 * Z", "1 times 10 to the power of minus 7 times Z"),
    ("MSE(Y, A)", "MSE of Y and A"), ("MSE'(Y, A)", "slope of MSE at Y and A"),
    ("2 * Z", "2 times Z"), ("Z == A", "Z equals A"), ("maximum(Z, 0)", "maximum of Z and 0"),
  ]

  @Test(arguments: formulas)
  func aFormulaIsSaid(typed: String, said: String) throws {
    #expect(MatrixNotation(.speech).text(of: try Expression(parsing: typed)) == said)
  }

  @Test func everyEquationOfTheStepsIsInLetters() {
    for step in Dense.steps {
      let matrices = step.assignments.map { MatrixNotation(.speech).equation(of: $0) }
      for text in matrices + IndexNotation(.speech).equations(of: step) {
        #expect(text.allSatisfy { $0.isASCII && !"=+*/@^_|{}".contains($0) }, "\(text)")
        #expect(text.contains(" is ") || text.contains(" becomes "), "\(text)")
      }
    }
  }
}
