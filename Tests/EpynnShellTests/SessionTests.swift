import EpynnShell
import Testing

/// Sessions as a person would hold them: a line, and what it answers.
@Suite struct SessionTests {
  private func answers(_ lines: [String], from source: Session.Source = .prompt) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0, from: source).text }
  }

  @Test func enterStepsAtThePromptAndIsNothingInAScript() {
    #expect(answers([""])[0].contains("forward (1)"))
    #expect(answers([""], from: .script) == [""])
    #expect(answers(["# only a comment", "   "], from: .script) == ["", ""])
  }

  @Test func theExamplesCostsFallOverThreeIterations() {
    let texts = answers([
      "goto loss", "step", "run", "goto loss", "step", "run", "goto loss", "step",
    ])
    #expect(texts[1].contains("cost 3.25, the mean over 4 samples"))
    #expect(texts[4].contains("cost 1.2025, the mean over 4 samples"))
    #expect(texts[7].contains("cost 0.7753, the mean over 4 samples"))
  }

  @Test func shortFormsWorkAndPrefixesOnlyAtThePrompt() {
    #expect(answers(["s"]) == answers(["step"]))
    // What joins the table takes no beginning from what was there before.
    #expect(answers(["st"]) == answers(["step"]))
    #expect(answers(["sta"]) == answers(["status"]))
    #expect(answers(["n"]) == answers(["next"]))
    #expect(answers(["p W"]) == answers(["show W"]))
    #expect(answers(["hist"]) == [" 1  hist\n".dropFirst().description])
    #expect(
      answers(["hist"], from: .script)[0]
        == "  hist\n  ^\n'hist' is short for a command at the prompt only; files hold full names\n")
    #expect(
      answers(["re"])[0].contains("'re' could be redo, restart or reveal; type a letter more"))
  }

  @Test func aNameBeforeAnEqualSignIsAlwaysAnAssignment() {
    #expect(answers(["k = 3", "k * 2", "k == 3"]) == ["3\n", "6\n", "equal\n"])
    for name in ["q", "s", "step", "help"] {
      #expect(answers(["\(name) = 3"])[0].contains("'\(name)' has a meaning of its own here"))
    }
    #expect(answers(["rate = 0.5", "rate"]) == ["rate is 0.5\n", "0.5\n"])
    #expect(answers(["b"])[0].hasPrefix("b (1, 2)"))
    #expect(answers(["loss MAE"]) == ["loss is MAE, mean absolute error\n"])
    #expect(answers(["goto dA;", "loss / 2"])[1].contains("2.25"))
  }

  @Test func whatAnUpdateLeftBehindIsSaid() {
    let texts = answers(["run;", "dW[0,1]", "step 2;", "A == act(Z)", "X[0,0]"])
    #expect(texts[1] == "-9\ndW is from before the update\n")
    #expect(texts[3].hasSuffix("A is from before the update\n"))
    #expect(texts[4] == "2\n")
  }

  @Test func whatABatchLeftBehindIsSaidToBeOfIt() {
    let setUp = ["data iris scale;", "dense 3 softmax;", "loss CCE;", "rate 0.01;"]
    let texts = answers(setUp + ["train 2 batch 32;", "A[0,0]", "show shapes"])
    let batch = "from before the update, of the last batch: 32 of 150 samples"
    #expect(texts[5].hasSuffix("A is \(batch)\n"))
    #expect(texts[6].replacing("\n", with: " ").contains("are \(batch)"), "\(texts[6])")
  }

  @Test func whatIsNotZeroDoesNotLookLikeIt() {
    #expect(answers(["v = [[0.00001, 1]]"])[0].contains("[ 0.0000  1.0000 ]"))
  }

  @Test func aTrailingSemicolonSilences() {
    #expect(answers(["goto dA;", "cost"]) == ["", "3.25\n"])
  }

  @Test func linesFromANotebookWork() {
    let texts = answers([
      "import numpy as np", "X = np.array([[1., 2.], [3., 4.]])", "v = np.ones((2, 1))",
      "X.dot(v)  # a product", "np.dot(X, v).sum(axis=0, keepdims=True)", "X.shape",
      "print(X.T[0, 1])", "np.where(X > 2, 1, 0) == [[0 0] [1 1]]", "v *= 3; ", "v.mean()",
    ])
    #expect(texts[0] == "")
    #expect(texts[3] == "X · v (2, 1)  (m, 1)\n      0\n  0 ⎡ 3 ⎤\n  1 ⎣ 7 ⎦\n")
    #expect(texts[4] == "10\n")
    #expect(texts[6] == "3\n")
    #expect(texts[7] == "equal in all 4 cells\n")
    #expect(texts[9] == "3\n")
  }

  @Test func goingBackOverAnEditBringsTheNumberBack() {
    let texts = answers([
      "goto dW;", "W[0,1] = 0", "goto dW;", "back 7", "W[0,1]", "goto Z", "redo 100", "dZ[0,1]",
    ])
    #expect(texts[1].contains("forward (2) had read it: back to just before that step"))
    #expect(texts[3].contains("undid backward (3) dX"))
    #expect(texts[4] == "-1\n")
  }

  @Test func gotoStaysInTheIterationAndKeepsEdits() {
    var session = Session()
    _ = session.respond(to: "goto db")
    _ = session.respond(to: "rate 0.5")
    _ = session.respond(to: "goto A")
    #expect(session.prompt == "epynn forward(3)> ")
    #expect(session.respond(to: "rate").text == "0.5\n")
    for step in ["backward.3", "1.backward.3", "backward (3)", "dX", "dX1"] {
      _ = session.respond(to: "restart")
      _ = session.respond(to: "goto \(step)")
      #expect(session.prompt == "epynn backward(3)> ", "\(step)")
    }
  }

  @Test func anotherXDrawsTheWeightsAnewAndSaysSo() {
    #expect(
      answers(["X = [[1, 2], [3, 4]]"])[0] == """
        X is set, (2, 2)
        W (2, 2) and b are drawn anew
        Y (4, 2) does not fit A (2, 2) yet: set another before the step 'loss'

        """)
  }

  @Test func backwardSaysWhatToSet() {
    #expect(
      answers(["dense 2 relu", "goto dA;", "step"])[2] == """
        backward (1) needs a target or a gradient; set 'Y = …' (and 'loss MSE') or 'dA =
        …'

        """)
  }

  @Test func whatDrivesBackwardIsSaidWhenItChanges() {
    let texts = answers(["dA = ones(4, 2)", "show steps", "loss MSE"])
    #expect(texts[0].contains("backward (1) starts from this dA now"))
    #expect(!texts[1].contains("loss"))
    #expect(texts[2].contains("backward (1) starts from Y and the loss again"))
  }

  @Test func onlyTheFirstDenseReplacesTheExample() {
    let lines = ["dense 3 tanh", "dense 2", "new;", "dense 2 lrelu LRELU_alpha=0.1"]
    let texts = answers(lines, from: .script)
    #expect(texts[0].contains("it takes the place of the example's layer, and the example's Y"))
    #expect(texts[1].contains("Dense 2: 2 units, sigmoid; W2 (3, 2) drawn by xavier"))
    #expect(texts[3].contains("Dense 1: 2 units, lrelu, LRELU_alpha 0.1; W is drawn once X is set"))
  }

  @Test func theFirstNaNOrInfinityIsReportedWithItsCell() {
    let texts = answers(["W = 1e300 * ones(3, 2)", "X[0,0] = 1e300", "run", "goto A", "show Z"])
    #expect(texts[2].contains("infinity appears here first, at Z[0,0]"))
    let card = answers(["loss BCE", "goto loss;", "back;", "step 2"])[3]
    #expect(card.split(separator: "appears here first").count == 2)
  }

  @Test func historyListsTheLines() {
    #expect(answers(["rate", "nonsense!", "history"])[2] == "1  rate\n2  nonsense!\n3  history\n")
  }
}

/// Edits that once were lost or misled.
@Suite struct EditTests {
  @Test func everyCellOfXIsKeptAtTheStartOfAnIteration() {
    var session = Session()
    for line in ["run", "X[0,0] = 9", "X[0,1] = 8"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "X[0,:] == [9, 8, 1]").text == "equal in all 3 cells\n")
    _ = session.respond(to: "step")
    #expect(session.respond(to: "X[0,:] == [9, 8, 1]").text == "equal in all 3 cells\n")
  }

  @Test func aTargetSetLateIsNotPassedOver() {
    var session = Session()
    for line in ["dense 2 relu", "goto dA;"] { _ = session.respond(to: line, from: .script) }
    _ = session.respond(to: "Y = ones(4, 2)")
    #expect(session.prompt == "epynn loss> ")
  }

  @Test func aSeedLeavesTheBiasThatWasSet() {
    var session = Session()
    for line in ["dense 2 relu", "b = [3, 4]", "seed 5"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "b == [3, 4]").text == "equal in all 2 cells\n")
  }

  @Test func aGivenGradientOfAnotherShapeIsRefused() {
    var session = Session()
    for line in ["dA = ones(4, 2)", "X = ones(2, 3)"] { _ = session.respond(to: line) }
    let response = session.respond(to: "run")
    #expect(response.complaint?.text == "dA has shape (2, 2) here and this has (4, 2)\n")
  }

  @Test func aLossThatNobodyReadUndoesNothing() {
    var session = Session()
    let lines = ["new", "X = [[1, 2]]", "dense 2 relu", "dA = [[1, 1]]", "goto dX;", "loss BCE"]
    for line in lines { _ = session.respond(to: line, from: .script) }
    #expect(session.prompt == "epynn backward(3)> ")
  }

  @Test func anotherNumberOfSamplesDropsWhatWasComputedForTheOld() {
    var session = Session()
    for line in ["run", "X = ones(2, 3)"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "A").text.contains("A is not computed yet"))
  }

  @Test func aSignBeforeANumberIsNoSum() {
    var session = Session()
    #expect(session.respond(to: "rate +0.2").text == "rate is 0.2\n")
    #expect(session.respond(to: "rate + 0.2").text == "0.4\n")
  }

  @Test func theQuestionsOfNewCanBeAskedForHelp() {
    var session = Session()
    #expect(session.respond(to: "new").text.contains("Ctrl-C ends the questions"))
    #expect(session.respond(to: "help").text.contains("go on               step   next"))
    #expect(session.respond(to: ":1 + 1").text == "2\n")
    #expect(session.prompt == "X, row 0> ")
    #expect(session.respond(to: "quit").wantsQuit)
  }

  @Test func withoutALayerEveryCommandAnswers() {
    let lines = [
      "m", "X1", "W", "W1", "dA = ones(2, 2)", "show shapes", "show steps", "show settings", "show",
      "step", "run", "goto dW", "restart", "act(X)", "cost", "Z", "back", "rate", "seed 3",
      "help dZ",
    ]
    for line in lines {
      var session = Session()
      _ = session.respond(to: "new", from: .script)
      #expect(!session.respond(to: line).text.isEmpty, "\(line)")
    }
  }

  @Test(arguments: ["m", "n", "u", "k", "eta", "η", "cost", "δ", "letters"])
  func aLetterHasAPage(letter: String) {
    var session = Session()
    #expect(session.respond(to: "help \(letter)").text.contains("samples, features, units"))
  }

  @Test func whatIsNotFiniteIsReadAsItIsPrinted() throws {
    let notation = try #require(Notation.named("numpy"))
    var session = Session(settings: Settings(notation: notation))
    let line = "v = [[1, -1, 0, 2]] / [[0, 0, 0, 1]]"
    #expect(!session.respond(to: line).hasFailed)
    let printed = session.respond(to: "v").text
    #expect(printed == "np.array([[np.inf, -np.inf, np.nan, 2]])\n")
    #expect(session.respond(to: String(printed.dropLast())).text == printed)
    #expect(session.respond(to: "v[0,0] == np.inf").text == "equal\n")
  }
}
