import TestSupport
import Testing

@testable import EpynnCore

/// What is written in LaTeX compiles: braces, environments and scripts are as TeX wants them.
@Suite struct LaTeXTests {
  @Test(arguments: [
    ("x^{a}^{b}", LaTeXText.Refusal.doubleScript("^")), ("my_W_2", .doubleScript("_")),
    ("x^{2}'", .doubleScript("^")), ("{x", .unbalanced("}")), ("x}", .unbalanced("}")),
    ("1 & 2", .outsideOfMatrix("&")), (#"1 \\ 2"#, .outsideOfMatrix(#"\\"#)),
    (#"\begin{bmatrix} 1"#, .unbalanced("bmatrix")), (#"\left[ 1"#, .unbalanced("left")),
    (#"\begin{bmatrix} 1 \end{array}"#, .unbalanced("array")), ("5 % of", .special("%")),
  ])
  func whatTeXRefusesIsRefused(text: String, refusal: LaTeXText.Refusal) {
    #expect(throws: refusal) { try LaTeXText(text) }
  }

  @Test func everyStepCompiles() throws {
    let notation = MatrixNotation(.latex)
    for (name, machine) in NotationCase.everyMachine {
      for (_, formula) in NotationCase.formulas(of: machine) {
        let text = notation.equation(of: formula)
        #expect(throws: Never.self, "\(name): \(text)") { try LaTeXText(text) }
      }
    }
    for layer in [nil, 1, 2, 12] {
      for text in Dense.steps.flatMap(IndexNotation(.latex, layer: layer).equations) {
        #expect(throws: Never.self, "\(text)") { try LaTeXText(text) }
      }
    }
  }

  @Test func everyMistakeCompiles() throws {
    for formula in Mistake.all.flatMap(\.assignments) {
      let text = MatrixNotation(.latex).equation(of: formula)
      #expect(throws: Never.self, "\(text)") { try LaTeXText(text) }
    }
  }

  @Test func whatIsTypedCompiles() throws {
    for typed in NotationCase.typed {
      let text = try MatrixNotation(.latex).text(of: Expression(parsing: typed))
      #expect(throws: Never.self, "\(text)") { try LaTeXText(text) }
    }
  }

  @Test func anyTreeCompiles() throws {
    var trees = RandomTrees(generator: SeededGenerator(seed: 53))
    for _ in 0..<2_000 {
      let text = MatrixNotation(.latex).text(of: trees.tree(depth: 5))
      #expect(throws: Never.self, "\(text)") { try LaTeXText(text) }
    }
  }

  @Test(arguments: [(1, 1), (1, 3), (3, 1), (4, 10), (2, 11), (3, 64)])
  func aMatrixHasItsShape(rows: Int, columns: Int) throws {
    let digits = (0..<rows).map { row in (0..<columns).map { "\(row - $0)" } }
    let lines = Spelling.latex.lines(of: digits)
    let text = try LaTeXText(lines.joined(separator: "\n"))
    #expect(text.matrices == [Array(repeating: columns, count: rows)])
    #expect(lines.count == rows + 2)
  }

  @Test(arguments: [
    ("0.25", "0.25"), ("-3", "-3"), ("1.5e-07", #"1.5 \times 10^{-7}"#),
    ("-1e+300", "-10^{300}"), ("inf", #"\infty"#), ("-inf", #"-\infty"#),
    ("nan", #"\mathrm{nan}"#),
  ])
  func aNumberIsWrittenAsOnPaper(digits: String, text: String) {
    #expect(Spelling.latex.text(ofNumber: digits) == text)
  }
}
