import EpynnCore
import Testing

@testable import EpynnShell

/// What a screen reader reads: no drawing, and every number that a drawn screen has.
@Suite struct AccessibleTests {
  private func check(
    _ answers: (drawn: String, spoken: String), _ screen: inout HeardScreen, _ line: String
  ) {
    let drawing = HeardScreen.drawing(in: answers.spoken)
    #expect(drawing.isEmpty, "\(line): \(drawing) in\n\(answers.spoken)")
    let missing = screen.missing(drawn: answers.drawn, spoken: answers.spoken)
    #expect(
      missing.isEmpty,
      "\(line): \(missing.sorted())\n\(answers.drawn)\n\(answers.spoken)")
    #expect(!answers.spoken.contains("  "), "\(line): \(answers.spoken)")
  }

  private func check(_ lines: [String]) {
    var screen = HeardScreen()
    for line in lines {
      let answers = screen.answers(to: line)
      check(answers, &screen, line)
    }
  }

  @Test(arguments: LessonLibrary.names)
  func aLessonIsHeardToItsEnd(name: String) throws {
    var screen = HeardScreen()
    var answers = screen.answers(to: "lesson \(name)")
    check(answers, &screen, "lesson \(name)")
    for _ in 0..<200 where screen.drawn.player != nil {
      let line = screen.drawn.player?.question == nil ? "" : "solution"
      answers = screen.answers(to: line)
      check(answers, &screen, "\(name), item \(screen.drawn.player?.item ?? -1)")
      #expect(screen.spoken.machine == screen.drawn.machine)
    }
    #expect(screen.drawn.player == nil && screen.spoken.player == nil)
  }

  @Test(arguments: HelpTopic.names)
  func aPageOfHelpIsHeard(topic: String) {
    check(["help \(topic)"])
  }

  @Test func everyPageOfWhyIsHeard() {
    for page in WhyPage.all { check(["why \(page.name)", "run", "why \(page.name)"]) }
  }

  /// Each where it can run: at the start, after a step, and after an iteration.
  @Test(arguments: Command.all.map(\.name))
  func theExampleOfACommandIsHeard(name: String) throws {
    let command = try #require(Command.exact(name))
    for lines in [[], ["step"], ["run"], ["goto dX", "step"], ["train 20"]] {
      check(lines + [command.example, ""])
    }
  }

  @Test func everyStepOfTheExampleIsHeard() {
    check(Array(repeating: "", count: 22))
  }

  @Test func everyViewAndAidIsHeard() {
    check(
      View.all.map { "show \($0.name)" } + ["run", "status", "show all", "show network"]
        + [
          "explain dW[0,1]", "explain dZ[2,1]", "explain A[0,0]", "explain loss[0,0]",
          "path W[0,1]",
        ]
        + ["nudge W[0,1]", "check", "heat X", "heat dZ", "diff", "try W[0,1] = -0.5", "score"]
        + ["train 200", "plot", "plot W[0,1]", "history", "progress", "convention", "bug"])
  }

  @Test func aNetworkIsHeard() {
    check(VeilTests.network.filter { !$0.hasPrefix("goto") } + ["show network"])
    check(
      VeilTests.network.filter { !$0.hasPrefix("goto") && !$0.hasPrefix("set") }
        + Array(repeating: "", count: 18) + ["show network", "explain dW1[0,1]", "path W1[0,1]"])
  }

  @Test func softmaxIsHeardWithItsJacobian() {
    check([
      "dense 2 softmax", "Y = [[1,0],[0,1],[1,0],[0,1]]", "loss CCE", "goto dZ", "step",
      "explain dZ[0,1]", "step", "run",
    ])
  }

  @Test func whatIsRefusedIsHeard() {
    check([
      "goto dW", "X @ dZ", "stpe", "W[3,0]", "X + Y", "set accessible maybe", "set precision 99",
      "(1 + ", "mine dW = [[1, 2]]", "train -3", "help nothing", "goto 7",
    ])
  }

  @Test func findingsAreHeard() {
    check([
      "goto W", "mine dW = [[7, -13], [2, -1], [3, -12]]", "mine dW = [[3, -9], [2, 1], [3, -7]]",
      "mine dZ = dA", "mine db = [[3, -5]]", "mine dX = dZ @ W",
    ])
  }

  @Test func aPredictionIsHeard() {
    check(["predict on", "", "4 by 3", "hint", "solution", "", "solution", "predict off"])
  }

  @Test func whatIsCoveredIsHidden() {
    var screen = HeardScreen()
    for line in ["cover dZ", "goto dX"] { _ = screen.answers(to: line) }
    let answers = screen.answers(to: "show dZ")
    #expect(answers.spoken.hasPrefix("dZ is 4 by 2, "))
    #expect(answers.spoken.contains("row 0: hidden, hidden."))
    check(["cover dZ", "goto dX", "step", "explain dW[0,1]", "show dZ[0,0]"])
  }

  @Test func theResultOfAStepComesFirst() {
    var screen = HeardScreen()
    _ = screen.answers(to: "")
    #expect(
      screen.answers(to: "").spoken == """
        Z is 4 by 2. row 0: 3, 1. row 1: 3, 2. row 2: 3, minus 2. row 3: 4, 4.
        forward 2, Dense 1, linear activation X to Z: Z is X times W plus b,
        equation 2.
        A cell of Z: a row of X meets a column of W. n is summed away; m, u stay.
        Z[0,1] is 2 times minus 1 plus 0 times minus 1 plus 1 times 2 plus 1, that is 1
        then: forward 3, A is relu of Z
        what it read: show X, show W, show b

        """)
  }

  @Test func aSentenceATerm() {
    var screen = HeardScreen()
    _ = screen.answers(to: "goto update")
    #expect(
      screen.answers(to: "explain dW[0,1]").spoken == """
        dW[0,1] is minus 9, gradients 1.1, dW is X transposed times dZ, weight: feature
        0 to unit 1
        dW[0,1] is sum over samples m of X[m,0] times dZ[m,1]
        m 0: 2 times minus 3, product minus 6, sum so far minus 6.
        m 1: 0 times 1, product 0, sum so far minus 6, the feature is 0.
        m 2: 2 times 0, product 0, sum so far minus 6, relu is off: Z[2,1] is minus 2.
        m 3: 1 times minus 3, product minus 3, sum so far minus 9.
        one level down: explain dZ[0,1]
        the matrices: show dW, show X, show dZ

        """)
  }

  @Test func theSettingIsNoStopAndNoPartOfALesson() {
    var session = Session()
    _ = session.respond(to: "step")
    let before = session.machine
    #expect(session.respond(to: "set accessible on").text == "accessible is on\n")
    #expect(session.machine == before && session.prompt == "epynn forward 2: ")
    #expect(!session.recording.markdown(titled: "T").contains("accessible"))
    #expect(session.respond(to: "show W").text.hasPrefix("W is 3 by 2, "))
    // What is kept is drawn all the same.
    #expect(session.recording.markdown(titled: "T").contains("⎡"))
    #expect(session.respond(to: "set accessible off").text == "accessible is off\n")
    #expect(session.prompt == "epynn forward(2)> ")
    #expect(
      session.respond(to: "set accessible on", from: .lesson).text.contains("a lesson may not"))
  }

  @Test func completionSaysItsNotes() {
    let spoken = Session(screen: Screen(isSpoken: true))
    let notes = spoken.completions(of: "show ", upTo: 5).1.map(\.note)
    #expect(notes.contains { $0.contains("3 by 2") })
    #expect(notes.allSatisfy { HeardScreen.drawing(in: $0).isEmpty })
  }

  @Test func theStartPageSaysHow() {
    #expect(Session().startPage.text.contains("screen reader: set accessible on"))
    let lines = Session(screen: Screen(isSpoken: true)).startPage.lines.map(\.text)
    #expect(lines.first?.hasPrefix("accessible mode is on") == true)
    #expect(HeardScreen.drawing(in: lines.joined()).isEmpty)
  }

  @Test func nothingIsPagedAndNothingDrawnOver() {
    var pager = Pager()
    let page = Page((0..<500).map { Line("line \($0)") })
    #expect(pager.first(of: page, on: Screen(height: 24, isSpoken: true)) == page)
    let watched = Session(
      screen: Screen(isSpoken: true),
      surroundings: Surroundings(watchTraining: { _ in Issue.record("a bar was drawn") }))
    var session = watched
    _ = session.respond(to: "train 50")
  }
}
