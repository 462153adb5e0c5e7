import Testing

@testable import EpynnShell

/// What `cover` hides, it hides on every screen.
@Suite struct CoverTests {
  private func texts(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0).text }
  }

  @Test func aCoveredTensorIsQuestionMarksUntilItIsRevealed() {
    let answers = texts([
      "cover Z", "goto Z;", "step", "show Z", "reveal Z[0,1]", "reveal", "show Z",
    ])
    #expect(answers[0] == "Z is shown as '?' until 'reveal Z'\n")
    #expect(answers[2].contains("⎡ ?  ? ⎤"))
    #expect(answers[2].contains("Z[0,1] = 2×(-1) + 0×(-1) + 1×2 + 1 = ?"))
    #expect(
      answers[3] == """
        Z (4, 2)  (m, u)  linear activation
              0  1
          0 ⎡ ?  ? ⎤
          1 ⎢ ?  ? ⎥
          2 ⎢ ?  ? ⎥
          3 ⎣ ?  ? ⎦

        """)
    #expect(answers[4].contains("  0 ⎡ ?  1 ⎤\n  1 ⎢ ?  ? ⎥"))
    #expect(answers[5] == "shown again: Z\n")
    #expect(answers[6].contains("0 ⎡ 3  1 ⎤"))
  }

  @Test func whatIsComputedFromItIsHiddenToo() {
    let answers = texts([
      "step 3;", "cover Z", "Z * 1", "Z.T", "Z[1,1]", "np.sum(Z)", "Z.shape", "reveal Z[1,1]",
      "Z[1,1]", "Z.T", "set notation numpy", "Z",
    ])
    for place in [2, 3, 4, 5, 11] {
      #expect(answers[place].contains("?") && !answers[place].contains("-2"), "\(answers[place])")
    }
    #expect(answers[6].contains("(4, 2)") || answers[6].contains("4"))
    #expect(answers[8] == "2\n")
    #expect(answers[9].contains("2 ") && answers[9].contains("?"))
  }

  /// Neither a setting, nor a size, nor where a run stops tells a number that is covered.
  @Test(arguments: [
    "rate dW[0,0]", "lr = dW[0,0]", "np.arange(dW[0,0]).shape", "len(np.arange(dW[0,0]))",
    "np.arange(dW[0,0]).size", "X[:3][dW[:,0] > 2.5].shape", "X[:3][dW[:,0] > 2.5]",
    "reshape(X, (dW[0,0], -1))",
    "zeros(dW[0,0], 2)", "v = np.ones((dW[0,0], 2))", "np.repeat(X, dW[0,0]).shape",
    "len(np.unique(dW))",
    "X[:dW[0,0]].shape", "break update if dW[0,1] < -8.5", "back until dW[0,1] < -8.5",
  ]) func noNumberIsToldByTheWay(line: String) {
    var session = Session.playing(["run;", "cover dW"])
    let before = session.machine
    let response = session.respond(to: line)
    #expect(response.hasFailed, "\(response.text)")
    #expect(
      response.text.contains("covered") && !response.text.contains("3"), "\(response.text)")
    #expect(session.machine == before && session.aids.observers.isEmpty)
  }

  /// What the size of a value does not tell is shown as ever.
  @Test(arguments: [
    ("np.vstack((dW, dW)).shape", "6"), ("dW.T.shape", "2  3"), ("np.sort(dW).shape", "3"),
    ("zeros_like(dW)", "0"), ("len(dW)", "3"), ("np.outer(dZ[0], dW[0])", "?"),
    ("np.append(X, dW.T, axis=0)", "?"),
    ("np.full_like(X, dW[0,0])", "?"), ("np.sort(dW)", "?"), ("v = np.append(dW[0], dW[0,0])", "?"),
    ("dW.reshape(2, 3).shape", "3"),
    ("dW[:2].shape", "2  2"),
  ]) func shapesAreNoSecret(line: String, part: String) {
    var session = Session.playing(["run;", "cover dW"])
    let response = session.respond(to: line)
    #expect(!response.hasFailed && response.text.contains(part), "\(response.text)")
  }

  /// A variable takes what is covered, and is covered with it.
  @Test func aPartOfAVariableTakesWhatIsCovered() {
    var session = Session.playing(["run;", "cover dW", "v = zeros(3, 2)"])
    #expect(!session.respond(to: "v[v == 0] = dW[0,0]").hasFailed)
    #expect(session.respond(to: "v").text.contains("?"))
  }

  /// How many cells there are leaves few shapes.
  @Test(arguments: [("dX", "12"), ("dW", "6"), ("dA", "8")])
  func aCheckTellsNoCountOfTheShapeThatIsAsked(name: String, cells: String) {
    var session = Session.playing(["run;", "vote shape \(name)"])
    let text = session.respond(to: ":check").text
    #expect(!text.contains(" of \(cells)"), "\(text)")
    #expect(text.contains("is not shown while it is asked"), "\(text)")
  }

  /// A break that was set before does not stop where the number is covered.
  @Test func aBreakOfBeforeTellsNothing() {
    var texts: [String] = []
    for limit in ["-8.5", "-9.5"] {
      var session = Session.playing(["break update if dW[0,1] < \(limit)", "cover dW"])
      _ = session.respond(to: "run", from: .script)
      texts.append(session.prompt)
    }
    #expect(texts[0] == texts[1])
  }

  /// Someone's own result can be compared, and the comparison tells which cells agree, not how far.
  @Test func equalityIsStillJudged() {
    let answers = texts([
      "goto update;", "cover dW", "dW == [[3, -9], [2, 1], [3, 8]]", "dW[2,1] == 8",
      "dW == [[3, -9], [2, 1], [3, -8]]",
    ])
    #expect(answers[2].hasPrefix("equal in 5 of 6 cells\n"))
    #expect(answers[3] == "not equal\n")
    #expect(answers[4] == "equal in all 6 cells\n")
  }

  @Test func aCoveredOperandIsNoNumberInTheWorkedCellAndACoveredLossHidesItsCost() {
    let answers = texts(["cover W", "goto Z;", "step", "cover loss", "goto loss;", "step"])
    #expect(answers[2].contains("Z[0,1] = 2×? + 0×? + 1×? + 1 = 1"))
    #expect(answers[2].contains("⎡ ?  ? ⎤"))
    #expect(!answers[5].contains("3.25") && !answers[5].contains("13"))
  }

  @Test(arguments: [
    ("cover", "nothing is covered"), ("reveal", "nothing was covered"),
    ("reveal dW", "dW was not covered"),
    (
      "cover nothing",
      "'nothing' does not work for 'cover'; it wants a tensor by its name, as in dW"
    ),
    (
      "cover dW[0,1]",
      "'dW[0,1]' does not work for 'cover'; it wants a whole tensor, as in 'cover dW'"
    ),
    ("cover 2 +", "the line ends where a name, a number or '(' was wanted"),
  ])
  func otherUses(line: String, sentence: String) {
    let text = texts([line])[0].split(separator: "\n").map { $0.drop { $0 == " " } }
      .joined(separator: " ")
    #expect(text.contains(sentence), "\(text)")
  }

  @Test func revealingACellThatIsNotThereIsRefusedAndOneToComeWaits() {
    let answers = texts(["cover dW", "reveal dW[0,1]", "goto update;", "show dW", "reveal dW[3,0]"])
    #expect(answers[1] == "dW[0,1] is shown once it is computed\n")
    #expect(answers[3].contains("0 ⎡ ? -9 ⎤"))
    #expect(answers[4].contains("rows are 0 to 2, columns 0 to 1"))
  }
}
