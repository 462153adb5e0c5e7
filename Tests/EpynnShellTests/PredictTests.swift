import EpynnCore
import EpynnLessons
import Testing

@testable import EpynnShell

/// `predict`: a step is asked for before it runs.
@Suite struct PredictTests {
  private func words(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Lines and what each answer must say.
  private func play(_ lines: [(String, String)], after setUp: [String] = []) -> Session {
    var session = Session()
    for line in setUp { _ = session.respond(to: line, from: .script) }
    for (line, part) in lines {
      let said = words(&session, line)
      #expect(said.contains(part), "\(line): \(said)")
    }
    return session
  }

  @Test func theShapeThenACellThenTheStep() {
    let session = play(
      [
        ("", "gradients (1.1) writes dW. What shape does it get?"),
        ("", "What shape does it get?"), ("2 3", "not (2, 3): dW has a row a feature, a column"),
        ("3x2", "yes, (3, 2) What is dW[0,1]?"), ("9-18", "yes ── gradients (1.1)"),
        ("predict off", "to look at again: dW's shape"), ("predict off", "predict is off"),
      ], after: ["goto dW;", "predict on;"])
    #expect(session.machine.next?.step.name == "db")
  }

  @Test func aWrongCellIsJudgedWithASecondOne() {
    let session = play(
      [
        ("next", "What shape"), ("(n, u)", "What is dW[0,1]?"),
        ("-13", "not -13; one cell alone could be a slip And dW[1,1], computed the same way?"),
        ("-1", "gradient-from-da explains both: this is what Xᵀ · dA gives; dW uses dZ"),
        ("-8", "not -8; 'hint', 'solution', or 'tensor' to give all cells"),
        ("hint", "it is computed from X and dZ"), ("hint", "dW = Xᵀ · dZ"),
        ("tensor", "All of dW"), ("[[3,-9],[2,1]]", "yours has shape (2, 2)"),
        ("tensor", "All of dW"), ("[[3,-9],[2,1],[3,8]]", "5 of 6 cells agree dW[2,1] yours 8"),
        ("-9", "yes ── gradients (1.1)"), ("skip", "then: update, W and b"),
        ("predict", "to look at again: dW[0,1], dW and db (skipped)"),
      ], after: ["goto dW;", "predict on;"])
    #expect(session.machine.next?.step.phase == .update)
  }

  @Test func aSlipBesideARightCellIsCalledOne() {
    _ = play(
      [
        ("step", "shape"), ("dA.shape", "What is dZ[2,1]?"), ("3", "And dZ[0,1]"),
        ("-3", "dZ[0,1] is right, so dZ[2,1] is a slip What is dZ[2,1]?"),
        ("solution", "dZ[2,1] is 0"), ("step", "── backward (3)"),
      ], after: ["goto dZ;", "predict dZ;"])
  }

  /// Of a mistake that shows in one cell alone no other can tell, so none is asked for.
  @Test func aMistakeThatShowsNowhereElseIsSaidAtOnce() {
    _ = play(
      [
        ("step", "shape"), ("4 2", "What is dZ[2,1]?"),
        (
          "-2",
          "not -2, which slope-left-out gives: this is dA as it came; dZ is dA times act′(Z)"
            + " What is dZ[2,1]?"
        ), ("0", "yes ── backward (2)"),
      ], after: ["goto dZ;", "predict dZ;"])
  }

  /// A step of the ready layer, the cell that is asked for, and what likely mistakes give there, by
  /// hand; the right number is the last.
  @Test(arguments: [
    ("dZ", "dZ[2,1]", ["-2", "0"]), ("dW", "dW[0,1]", ["-13", "-2.25", "-9"]),
    ("A", "A[2,1]", ["-2", "0"]), ("db", "db[0,1]", ["-7", "-1.25", "-5"]),
    ("Z", "Z[0,0]", ["4", "3"]),
  ])
  func theCellIsOneWhereMistakesShow(step: String, cell: String, answers: [String]) {
    for answer in answers {
      var session = play(
        [("step", "shape")], after: ["goto \(step);", "predict \(step);"])
      let shape = session.predictionQuestion.flatMap { PredictedStep($0, in: session.machine) }?
        .truth.shape
      #expect(words(&session, "\(shape ?? Shape(1, 1))").contains("What is \(cell)?"))
      let said = words(&session, answer)
      #expect(said.hasPrefix("yes") == (answer == answers.last), "\(step), \(answer): \(said)")
    }
  }

  /// What an answer takes can be looked at, and the first question says how.
  @Test func howNumbersAreSeenIsSaidOnce() {
    _ = play(
      [
        ("step", "shape"),
        (
          "3 2",
          "What is dW[0,1]? ':show X' shows numbers, and so W, b, Z, A, Y, dA, dZ and dX"
        ), (":show X", "X (4, 3)"), ("-9", "yes"),
      ], after: ["goto dW;", "predict on;"])
    var session = play(
      [("step", "shape"), ("3 2", "shows numbers")], after: ["goto dW;", "predict on;"])
    _ = words(&session, "-9")
    _ = words(&session, "step")
    #expect(!words(&session, "1 2").contains("shows numbers"))
  }

  @Test func whatIsNoAnswerIsRefusedAndTheQuestionStays() {
    let session = play(
      [
        ("step", "shape"), ("show W", "'show' is no answer; a ':' in front makes it a command"),
        (":show W", "1 -1"), ("four", "'four' is no shape; rows and columns are, as in (4, 2)"),
        ("4", "'4' is no shape"), ("4 2", "What is Z[0,0]?"), ("Q + 1", "no name 'Q'"),
        ("X @", "the line ends where a name"), ("[1, 2]", "one number is wanted"),
        ("help", "go on step next run"), (":W[0,0] = 5", "W"), ("2*5 + 1*2 - 1", "yes"),
      ], after: ["goto Z;", "predict on;"])
    #expect(session.machine.next?.step.name == "A")
  }

  @Test func theQuestionGoesWhereItsStepComesNextNoMore() {
    var session = play(
      [("step", "shape"), (":back", "undid"), ("show Z", "Z is not computed yet")],
      after: ["goto Z;", "predict on;"])
    #expect(session.prompt == "epynn forward(1)> ")
    _ = session.respond(to: "step")
    #expect(session.prompt == "X shape> ")
    #expect(session.interrupt().text.contains("forward (1) has not run; 'step' asks again"))
    #expect(session.prompt == "epynn forward(1)> ")
    for off in ["predict off", ":predict off"] {
      for line in ["predict on", "step", off] { _ = session.respond(to: line) }
      #expect(session.prompt == "epynn forward(1)> ", "\(off)")
    }
  }

  /// What the twin without questions has is right at each step of an iteration, in a network too.
  @Test(arguments: [[], ["dense 3 tanh", "dense 2 softmax", "loss CCE", "Y = ones(4, 2)/2"]])
  func theTruthIsAcceptedAtEachStep(setUp: [String]) throws {
    var session = Session()
    for line in setUp + ["predict on"] {
      #expect(!session.respond(to: line, from: .script).hasFailed)
    }
    _ = session.respond(to: "set precision full", from: .script)
    var twin = session.machine
    _ = session.respond(to: "run", from: .script)
    var answered = 0
    while let stop = twin.next, session.predictionQuestion != nil {
      try twin.step()
      let quantity = stop.step.writes[0]
      let truth = try #require(twin.value(of: quantity, layer: stop.evaluationLayer)).matrix
      _ = session.respond(to: "\(truth.shape)", from: .script)
      if case .cell(let cell)? = session.predictionQuestion?.stage,
        session.predictionQuestion?.stop == stop
      {
        _ = session.respond(to: "\(truth[cell.row, cell.column])", from: .script)
      }
      answered += 1
      #expect(session.machine == twin, "\(stop.label)")
    }
    #expect(answered == twin.stops.count && session.machine.iteration == 2)
  }

  /// No screen tells the formula of a step that has not run.
  @Test func formulasNotYetRunAreOnNoScreen() {
    let plain = Session()
    let look = plain.look
    let formulas = plain.machine.stops.dropFirst(2).flatMap { stop in
      plain.machine.formulas(of: stop).map { look.matrices.equation(of: $0) }
        + look.equations(of: stop, in: plain.machine).compactMap(\.parts.last)
    }
    #expect(
      formulas.contains("dZ = dA ⊙ relu′(Z)") && formulas.contains("zᵏₘᵤ = act(zᵏₘᵤ)") == false)
    let topics = Dense.steps.map { "help \($0.name)" } + Dense.steps.map { "explain \($0.name)" }
    let lines =
      topics + Command.listed.map(\.example) + Command.listed.map { "help \($0.name)" }
      + ["show", "show steps", "show shapes", "bug", "explain", "path W[0,1]", "explain dW[0,1]"]
    let skipped = ["quit", "predict on", "train 300 batch 32 shuffle", "load layer.epynn"]
    var told = 0
    for line in lines where !skipped.contains(line) {
      var session = Session()
      for setUp in ["goto A;", "predict on;"] { _ = session.respond(to: setUp, from: .script) }
      let said = session.respond(to: line, from: .script).text
      for formula in formulas where said.contains(formula) {
        Issue.record("\(line) tells \(formula)")
      }
      told += said.isEmpty ? 0 : 1
    }
    #expect(told > 60)
  }

  @Test func inALessonTheScriptAnswersAndSoMayThePerson() throws {
    let text = """
      # Ask first

      ```epynn
      > goto dW;
      > predict dW
      you are asked before gradients (1.1) runs, which writes dW
      > step
      gradients (1.1) writes dW. What shape does it get?
      > (3, 2)
      yes, (3, 2)
      What is dW[0,1]?
      ':show X' shows numbers, and so W, b, Z, A, Y, dA, dZ and dX
      > -9
      yes
      ...
      ```
      """
    let lesson = try Lesson(reading: Array(text.utf8))
    #expect(
      LessonTest(file: "a.md", surroundings: Surroundings()).discrepancies(of: lesson).isEmpty)
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
    for line in ["lesson a.md", "", ""] { _ = session.respond(to: line) }
    #expect(session.prompt == "dW shape> ")
    // The same shape in other words is the script's line; a wrong one is an aside.
    #expect(words(&session, "3 2").contains("> (3, 2) yes, (3, 2) What is dW[0,1]?"))
    #expect(words(&session, "7").contains("one cell alone could be a slip"))
    #expect(words(&session, "").contains("back in the lesson"))
    #expect(session.prompt == "dW[0,1]> ")
    #expect(words(&session, "").contains("> -9 yes"))
  }
}
