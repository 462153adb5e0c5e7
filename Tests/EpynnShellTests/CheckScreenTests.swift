import EpynnCore
import Testing

@testable import EpynnShell

/// What `check` says: true, far enough printed, and no all-clear where a mistake is in.
@Suite struct CheckScreenTests {
  private func said(_ lines: [String]) -> String {
    var session = Session()
    return lines.map { words(session.respond(to: $0, from: .script).text) }.last ?? ""
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let sigmoid = ["new", "X = 15", "dense 1 sigmoid", "W = 1", "Y = 0", "loss BCE"]

  @Test func aRightGradientIsNotCalledWrong() {
    #expect(
      said(Self.sigmoid + ["check"]).contains("every gradient agrees with finite differences"))
  }

  /// A mistake in the seventh digit of dZ: 20.0000 and 20.0000 to four decimals.
  @Test func numbersThatDifferAreToldApart() throws {
    let text = said([
      "new", "X = 1", "dense 1 softplus", "W = 13", "Y = 3", "bug slope-left-out", "check",
    ])
    let sentence = try #require(text.split(separator: ": ").last)
    let numbers = sentence.split(separator: " ").compactMap { Double($0) }
    #expect(numbers.count >= 2 && numbers[0] == 20 && numbers[1] == 19.99996, "\(sentence)")
  }

  /// `check dW` says of dW alone what is true of it; which step is wrong first, all of them tell.
  @Test func oneGradientIsJudgedByTheFirstWrongStep() {
    let wrong = said(["bug slope-left-out", "check dW"])
    #expect(wrong.contains("the first wrong step is backward (2), which writes dZ: dZ[2,1] is -2"))
    #expect(wrong.contains("; dW comes after it"))
    #expect(said(["check dW"]).contains("dW agrees with finite differences of the summed loss"))
    let unseen = said(["bug gradient-averaged", "check dZ"])
    #expect(unseen.contains("gradient-averaged is in, and 'check' alone looks at all gradients"))
  }

  /// At 40 a sigmoid is flat to the last digit.
  @Test func whatIsUndecidedIsSaid() {
    let text = said([
      "new", "X = [[40], [1]]", "dense 1 sigmoid", "W = 1", "Y = [[0], [1]]",
      "loss BCE", "check",
    ])
    #expect(text.contains("undecidable"))
    #expect(text.contains("could not be decided") || text.contains("could be decided"))
    #expect(
      said(["new", "X = 40", "dense 1 sigmoid", "W = 1", "Y = 0", "loss BCE", "check"])
        .contains("nothing could be decided here"))
  }

  /// On a relu's bend dZ[0,0] cannot be told, so dW may be wrong by it alone.
  @Test func aStepBehindAnUndecidedOneIsTheFirstThatIsKnown() {
    let text = said([
      "new", "X = [[0], [1]]", "dense 1 relu", "W = 2", "Y = [[1], [1]]", "bug gradient-averaged",
      "check",
    ])
    #expect(text.contains("the first step known to be wrong is gradients (1.1), which writes dW"))
    #expect(text.contains("before it cells of dZ and dX could not be decided"), "\(text)")
  }

  /// After the example's first update every relu is on, and the slope of 1 may as well be left out.
  @Test func aMistakeThatMakesNoDifferenceIsNoAllClear() {
    let named = said(["bug slope-left-out", "run", "run", "check"])
    #expect(!named.contains("WRONG"))
    #expect(
      named.contains(
        "slope-left-out is in, but at the numbers at hand nothing that check sees shows it: go"
          + " 'back' to before the last update"))
    #expect(said(["bug slope-left-out", "run", "back", "check"]).contains("first wrong step is"))
  }

  /// Every mistake of the way back, hidden, wherever the numbers stand: found or said to be unseen,
  /// and never named.
  @Test(arguments: Mistake.all)
  func aHiddenMistakeIsFoundOrSaidToBeUnseen(mistake: Mistake) throws {
    for setUp in [
      [], ["W = zeros(3, 2)"],
      ["dense 3 softmax softmax_temperature=0.5", "loss CCE", "Y = eye(4)[:,0:3]"],
    ] {
      var session = Session()
      for line in setUp { #expect(!session.respond(to: line, from: .script).hasFailed) }
      guard session.machine.canRun(with: mistake) else { continue }
      _ = try session.edit("bug hidden") { machine throws(Fault) in
        try machine.set(bug: Bug(mistake, isHidden: true))
        return []
      }
      for line in ["check", "run", "check"] {
        let text = words(session.respond(to: line, from: .script).text)
        #expect(!text.contains(mistake.name), "\(text)")
        guard line == "check" else { continue }
        let isTold =
          text.contains("seen from the loss, the first ")
          || text.contains("a mistake is in, but at the numbers at hand nothing that check sees")
        #expect(isTold, "\(mistake.name): \(text)")
      }
    }
  }

  /// What is drawn in the example still shows after its first update, if any mistake does.
  @Test func aDrawnMistakeShowsAfterRunToo() throws {
    for word in ["hidden", "random"] {
      for seed in 1...2 {
        var session = Session()
        for line in ["seed \(seed)", "bug \(word)", "run"] {
          _ = session.respond(to: line, from: .script)
        }
        let bug = try #require(session.machine.bug)
        #expect(session.machine.canRun(with: bug.mistake), "\(bug.mistake.name)")
        if word == "hidden" {
          #expect(words(session.respond(to: "check").text).contains("first wrong step is"))
        }
      }
    }
  }
}
