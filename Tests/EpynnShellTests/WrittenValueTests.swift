import Testing

@testable import EpynnShell

/// What `show` prints in a notation whose values are to be pasted elsewhere.
@Suite struct WrittenValueTests {
  @Test func latexPrintsMatricesThatCompile() {
    #expect(
      printed("latex", "W") == #"""
        \begin{bmatrix}
          1 & -1 \\
          2 & -1 \\
          2 & 2
        \end{bmatrix}

        """#)
    #expect(
      printed("latex", "b / 3e7") == #"""
        \begin{bmatrix}
          -3.3333 \times 10^{-8} & 3.3333 \times 10^{-8}
        \end{bmatrix}

        """#)
  }

  @Test func aNumberIsNoMatrixButInNumPy() {
    #expect(printed("latex", "W[0,1] / 8") == "-0.125\n")
    #expect(printed("latex", "W[0,1] / 0") == "-\\infty\n")
    #expect(printed("numpy", "W[0,1] / 8") == "np.array([[-0.125]])\n")
    #expect(printed("latex", "Y = [[7]]", "Y") == "\\begin{bmatrix}\n  7\n\\end{bmatrix}\n")
  }

  @Test func moreThanTenColumnsNeedAnArray() {
    let lines = printed("latex", "ones(1, 11)").split(separator: "\n")
    #expect(lines.first == #"\left[\begin{array}{*{11}{r}}"#)
    #expect(lines.last == #"\end{array}\right]"#)
  }

  @Test func whatIsCoveredIsDrawn() {
    #expect(printed("latex", "cover W", "W").contains("?"))
    #expect(!printed("latex", "cover W", "W").contains("2 & 2"))
  }

  @Test func eachNotationHasARowInHelp() {
    let page = printed("docs", "help notation")
    for notation in Notation.all { #expect(page.contains("\n  \(notation.name) ")) }
  }

  /// What the last line prints.
  private func printed(_ notation: String, _ lines: String...) -> String {
    var session = Session()
    var text = session.respond(to: "set notation \(notation)").text
    for line in lines { text = session.respond(to: line).text }
    return text
  }
}
