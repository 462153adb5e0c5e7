import Testing

@testable import EpynnShell

/// `break`, `watch`, `display` and `delete` while steps run.
@Suite struct MarkTests {
  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0).text }
  }

  @Test func aBreakStopsBeforeItsStepWhereItsConditionHolds() {
    var session = Session()
    #expect(session.respond(to: "break dW").text == "1: break dW\n")
    #expect(session.respond(to: "run").text.hasSuffix("break: before gradients (1.1)\n"))
    #expect(session.prompt == "epynn gradients(1.1)> ")
    _ = session.respond(to: "run")
    #expect(session.prompt == "epynn forward(1)> ")
    _ = session.respond(to: "delete 1")
    _ = session.respond(to: "break dA if cost < 1")
    _ = session.respond(to: "step 100")
    #expect(session.machine.iteration == 3)
    #expect(session.prompt == "epynn backward(1)> ")
  }

  @Test func aWatchSaysFromWhatToWhatAndByWhichStep() {
    let answers = answers(["watch W[0,1]", "step 100", "watch", "delete 1", "watch"])
    #expect(answers[0] == "1: watch W[0,1]\n")
    #expect(answers[1].hasSuffix("watch: W[0,1] -1 → -0.1, by update\n"))
    #expect(answers[2] == "1: watch W[0,1]\n")
    #expect(answers[3] == "deleted: watch W[0,1]\n")
    #expect(answers[4] == "no 'watch' is set\n")
  }

  @Test func aDisplayIsShownAtEachStop() {
    let answers = answers(["display np.sum(Z)", "step", "step", "goto update"])
    #expect(answers[0].contains("np.sum(Z): not computed yet"))
    #expect(answers[1].contains("np.sum(Z): not computed yet"))
    #expect(answers[2].contains("np.sum(Z) = 18"))
    #expect(answers[3].contains("np.sum(Z) = 18"))
  }

  @Test(arguments: [
    ("break dQ", "no step 'dQ'"), ("break dW if", "'if' needs a condition"),
    ("watch W", "a name like dW[0,1]"),
    ("display 2 +", "the line ends"), ("delete 3", "a number, and nothing is listed yet"),
    ("delete", "'delete' needs a number"),
  ])
  func badInputIsToldWhatToDo(line: String, sentence: String) {
    let text = answers([line])[0].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(sentence), "\(text)")
  }
}
