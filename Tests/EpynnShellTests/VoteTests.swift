import EpynnCore
import Testing

@testable import EpynnShell

/// `vote`: a question for the room, its lettered answers, two rounds of counts, and what was asked.
@Suite struct VoteTests {
  private func session(_ lines: String...) -> Session {
    var session = Session()
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  private func said(_ lines: [String], in session: inout Session) -> [String] {
    lines.map { session.respond(to: $0).text }
  }

  /// The numbers: dA[3,1] = -3 and dA[2,1] = -2 in place of 0 give 2·(-3) + 2·(-2) + 1·(-3) = -13,
  /// -9 / 4 = -2.25, and -9 with its sign turned.
  @Test func theRoomIsAskedVotesTwiceAndIsTold() {
    var session = session("goto dW;")
    let answers = said(
      ["vote dW[0,1]", "11 12 5 2", "3 24 2 1", "reveal"], in: &session)
    #expect(
      answers[0] == """
        What is dW[0,1]?
          A   -13      B   -9      C   -2.25      D   9

        """)
    #expect(
      answers[1] == """
          A  ███████████   11
          B  ████████████  12
          C  █████          5
          D  ██             2

        """)
    #expect(
      answers[2] == """
          A  ███                        3  was 11
          B  ████████████████████████  24  was 12
          C  ██                         2  was 5
          D  █                          1  was 2

        """)
    #expect(
      answers[3] == """
          B  -9     right, Xᵀ · dZ
          A  -13    Xᵀ · dA: this is what Xᵀ · dA gives; dW uses dZ
          C  -2.25  Xᵀ · dZ / m: right under 'convention gradients-averaged', which is
                    not set
          D  9      -(Xᵀ · dZ): the sign is turned
          first vote 11 12 5 2, second 3 24 2 1
        'another' asks the step of the wrong answer with the most votes on other numbers

        """)
    #expect(session.prompt == "epynn gradients(1.1)> ")
    // Of the last votes A had the most of the wrong ones.
    #expect(session.aids.named?.mistake?.name == "gradient-from-da")
  }

  @Test func inASCIITheBarsAreASCII() {
    var ascii = session("set notation ascii", "vote dW[0,1]")
    #expect(ascii.respond(to: "3 2 1 0").text.hasPrefix("  A  ###  3\n"))
    var screen = Session(screen: Screen(isUnicode: false))
    _ = screen.respond(to: "vote dW[0,1]")
    let text = screen.respond(to: "3 2 1 0").text
    #expect(Page([Line(text)]).rendered(in: nil, unicode: false).hasPrefix("  A  ###  3"))
  }

  /// 300 votes and one: the longest bar fills its room, the shortest keeps a mark.
  @Test func aLectureHallFitsTheScreen() {
    var session = session("vote dW[0,1]")
    let lines = session.respond(to: "300 1 0 150").text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 79 })
    let bars = lines.map { line in line.count { $0 == "█" } }
    #expect(bars == [48, 1, 0, 24])
  }

  @Test func aThirdRowCountsTheSecondVoteAnew() {
    var session = session("vote dW[0,1]", "1 2 3 4", "4 3 2 1")
    #expect(session.respond(to: "0 9 0 0").text.hasSuffix("the second vote, counted anew\n"))
    #expect(session.respond(to: "reveal").text.contains("first vote 1 2 3 4, second 0 9 0 0\n"))
  }

  @Test func countsMayStandBehindTheirLetters() {
    var session = session("vote dW[0,1]")
    _ = session.respond(to: "B 12, a: 11 D 2")
    #expect(session.vote?.rounds == [[11, 12, 0, 2]])
    _ = session.respond(to: "1, 2, 3, 4")
    #expect(session.vote?.rounds.last == [1, 2, 3, 4])
  }

  @Test func enterBeforeAnyVotesDoesNothing() {
    var session = session("vote dW[0,1]")
    let before = session.machine
    #expect(session.respond(to: "").text == "")
    #expect(session.machine == before && session.prompt == "vote> ")
    _ = session.respond(to: "1 2 3 4")
    let again = session.respond(to: "").text
    #expect(again.hasPrefix("What is dW[0,1]?\n") && again.contains("  D  ████  4\n"))
    #expect(session.machine == before && session.prompt == "vote> ")
  }

  @Test func leaveAndCtrlCEndItWithoutTelling() {
    for ends in [true, false] {
      var session = session("vote dW[0,1]", "1 2 3 4")
      let text = ends ? session.respond(to: "leave").text : session.interrupt().text
      #expect(text == "the vote has ended, and its answer was not told\n")
      #expect(session.vote == nil && session.prompt == "epynn forward(1)> ")
      _ = session.respond(to: "goto update;")
      #expect(session.respond(to: "dW[0,1]").text == "-9\n")
    }
  }

  /// What has not run is computed aside; what is held of the iteration before is not what is asked.
  @Test func aStepToComeIsAskedForAndNothingIsComputedHere() {
    var session = session()
    let before = session.machine
    #expect(session.respond(to: "vote dW[0,1]").text.contains("B   -9 "))
    #expect(session.machine == before)
    _ = session.respond(to: "leave")
    _ = session.respond(to: "run;")
    let later = session.respond(to: "vote dW[0,1]").text
    #expect(later.hasPrefix("What will dW[0,1] be in this iteration?\n"))
    let right = session.vote?.answers.first(where: \.isRight)?.text
    _ = session.respond(to: "leave")
    _ = session.respond(to: "goto update;")
    #expect(session.respond(to: "dW[0,1]").text == "\(right ?? "")\n")
  }

  /// 1 - 0.1·3 = 0.7 is W[0,0] after the update; W is shown until then, for it is what one starts
  /// from.
  @Test func anUpdateIsAskedForWithTheWeightsShown() {
    var session = session()
    let asked = session.respond(to: "vote W[0,0]").text
    #expect(asked.hasPrefix("What is W[0,0] after the update?\n") && asked.contains("0.7"))
    #expect(session.respond(to: "W[0,0]").text == "1\n")
    _ = session.respond(to: "run;")
    #expect(session.respond(to: "W[0,0]").text == "?\n")
    #expect(session.respond(to: "reveal").text.contains("0.7   right, W − η·dW"))
    #expect(session.respond(to: "W[0,0]").text == "0.7\n")
  }

  /// Alone it is the next step at which something can be mistaken, at the cell where most is: X is
  /// only handed on, and Z[0,0] = 3 is 4 without the bias.
  @Test func aloneTheNextStepIsAsked() {
    var session = session()
    #expect(session.respond(to: "vote").text.hasPrefix("What is Z[0,0]?\n"))
    #expect(session.vote?.answers.contains { $0.text == "4" } == true)
    var later = self.session("goto dZ;")
    // The one cell at which relu is off and dA is not 0.
    #expect(later.respond(to: "vote").text.hasPrefix("What is dZ[2,1]?\n"))
    var named = self.session()
    #expect(named.respond(to: "vote backward.2").text.hasPrefix("What is dZ[2,1]?\n"))
    #expect(self.session("vote dW[-1,-1]").vote?.text == "What is dW[2,1]?")
  }

  /// A shape is asked for among those that mistakes and other tensors have.
  @Test func aShapeIsAskedFor() {
    var session = session()
    let answers = said(["vote shape dX", "1 9 2 5", "reveal"], in: &session)
    #expect(
      answers[0] == """
        What shape has dX?
          A   (3, 2)      B   (3, 4)      C   (4, 2)      D   (4, 3)

        """)
    #expect(answers[2].hasPrefix("  D  (4, 3)  right: a row a sample, a column a feature\n"))
    #expect(answers[2].contains("  B  (3, 4)  rows and columns have changed places\n"))
    _ = session.respond(to: "vote shape db")
    #expect(
      session.respond(to: "reveal").text.contains(
        "(4, 2)  dZ: this is dZ, one row a sample; db sums them into one"))
  }

  @Test func whereFewerDifferThereAreFewerLetters() {
    var square = session("new", "X = [[1]]", "dense 1", "W = [[2]]", "b = [[1]]", "Y = [[1]]")
    _ = square.interrupt()
    #expect(
      square.respond(to: "vote shape dX").text
        == "no mistake that is known gives anything else for the shape of dX; 'vote' alone picks"
        + " what can be\nasked\n" || square.vote == nil)
    var flat = session("new", "X = [[1, 2]]", "dense 1", "W = [[2], [1]]", "Y = [[1]]")
    _ = flat.interrupt()
    let text = flat.respond(to: "vote shape dX").text
    #expect(
      text == """
        What shape has dX?
          A   (1, 1)      B   (1, 2)      C   (2, 1)
        three letters: there are no other shapes here to be mistaken for it

        """)
  }

  /// Commands pass through, by their beginnings too; the vote is asked on behind them.
  @Test func commandsAndFormulasPassThrough() {
    var session = session("vote dW[0,1]")
    let lines = ["show W", "sho W", "X[0,0]", "X @ W;", ":2 + 3", "step", "W[0,0] = 1", "help dW"]
    for line in lines {
      #expect(!session.respond(to: line).hasFailed, "\(line)")
      #expect(session.prompt == "vote> ", "\(line)")
    }
    #expect(session.vote?.rounds.isEmpty == true)
  }

  @Test func itWorksInAPipeAndIsSavedAsALesson() throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in ["goto dW", "vote dW[0,1]", "", "11 12 5 2", "show X", "3 24 2 1", "reveal"] {
      let response = session.respond(to: line, from: .script)
      #expect(!response.hasFailed, "\(line): \(response.text)")
    }
    #expect(session.vote == nil)
    let text = session.recording.markdown(titled: "A vote")
    for line in ["> vote dW[0,1]", "> 11 12 5 2", "> 3 24 2 1", "> reveal"] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
    #expect(try LessonTest().discrepancies(of: .init(reading: Array(text.utf8))).isEmpty)
  }
}
