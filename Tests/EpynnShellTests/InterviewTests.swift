import Testing

@testable import EpynnShell

/// The questions of `new`: what is meant as a line ends them and runs.
@Suite struct InterviewTests {
  private func asked(_ answers: [String] = []) -> Session {
    var session = Session()
    for line in ["new"] + answers { _ = session.respond(to: line) }
    return session
  }

  @Test(arguments: [
    "X = np.array([[0., 0.], [0., 1.]])", "data xor", "dense 2 relu", "rate 0.005", "load a.epynn",
    "W = [[1]]", "v += 1", "X = np.load(\"x.npy\")", "b = 3; # a comment", "X = [[1, 2", "s", "p Z",
  ])
  func aCommandOrAnAssignmentEndsThem(line: String) {
    for answers in [[], ["1 2"], ["1 2", ""], ["1 2", "", "3"], ["1 2", "", "3", "relu"]] {
      var session = asked(answers)
      let text = session.respond(to: line).text
      #expect(session.interview == nil)
      #expect(session.prompt.hasPrefix("epynn"))
      #expect(!text.contains("no row of numbers"), "\(text)")
    }
  }

  @Test func whatAnswersStays() {
    for line in ["1 2", "1, 2", "abc", "help"] {
      var session = asked()
      _ = session.respond(to: line)
      #expect(session.interview != nil, "\(line)")
    }
    var session = asked(["1 2", "", "3"])
    _ = session.respond(to: "relu")
    #expect(session.machine.layers.first?.dense.units == 3)
  }

  @Test func leavingThemSaysWhatIsSetAndWhatIsNot() {
    for (answers, sentence) in [
      ([], "nothing is set; 'back' brings back what was there"),
      (
        ["1 2"], "nothing is set; what was typed of X is dropped; 'back' brings back what was there"
      ),
      (["1 2", ""], "X is set; the layer and Y are not; 'back' undoes all of it"),
      (
        ["1 2", "", "3"],
        "X is set; the layer and Y are not; 'dense 3' makes the layer; 'back' undoes all of it"
      ),
      (
        ["1 2", "", "1", "relu"],
        "X and the layer are set; Y is not; W is as drawn, b is 0; 'back' undoes all of it"
      ),
      (
        ["1 2", "", "1", "relu", "1", "2"],
        "X and the layer are set; Y is not; b is 0; 'back' undoes all of it"
      ),
      (
        ["1 2", "", "1", "relu", "1", "2", "3"],
        "X and the layer are set; Y is not; 'back' undoes all of it"
      ),
    ] {
      var session = asked(answers)
      let text = session.interrupt().text.replacing("\n  ", with: " ").replacing("\n", with: " ")
      #expect(text == "no more questions: \(sentence) ")
    }
    // A command says it too, where something was answered.
    var session = asked(["1 2", ""])
    #expect(
      session.respond(to: "rate 0.5").text
        == "no more questions: X is set; the layer and Y are not\nrate is 0.5\n")
    session = asked()
    #expect(session.respond(to: "rate 0.5").text == "rate is 0.5\n")
  }

  @Test func whatWasHalfAnsweredIsUndoneByOneBack() {
    let answers = ["1 2", "", "1", "relu", "1", "2", "3"]
    for count in 0...answers.count {
      for end in ["", "rate 0.5"] {
        var session = asked(Array(answers.prefix(count)))
        let before = Session().machine
        if end.isEmpty { _ = session.interrupt() } else { _ = session.respond(to: end) }
        if !end.isEmpty { _ = session.respond(to: "back") }
        _ = session.respond(to: "back")
        #expect(session.machine == before, "\(count) answers")
        _ = session.respond(to: "redo")
        #expect(session.machine.data == nil || session.machine.data?.matrix.columns == 2)
        #expect((session.machine.layers.first != nil) == (count >= 4))
      }
    }
  }

  /// What is saved undoes as much in a lesson, where each answer is a line of its own.
  @Test func aSavedSessionUndoesThemToo() throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in [
      "new", "1 2", "", "1", "relu", "rate 0.5", "back 2", "redo 2", "back", "back;", "step",
      "save x.md",
    ] {
      _ = session.answer(line, in: disk)
    }
    #expect(
      session.recording.exchanges.map(\.line) == [
        "new", "X = [[1, 2]]", "dense 1 relu", "rate 0.5", "back 4", "redo 4", "back", "back 3;",
        "step",
      ])
    #expect(try disk.discrepancies(of: "x.md") == [])
  }

  @Test func aMatrixIsAnAnswerWhereDataIsAsked() {
    for matrix in ["[[1, 2], [3, 4]]", "np.array([[1, 2], [3, 4]])", "[[1 2] [3 4]]"] {
      var session = asked()
      #expect(session.joinsLines)
      #expect(session.respond(to: matrix).text == "X is set, (2, 2)\n")
      #expect(session.prompt == "units> ")
      _ = session.respond(to: "2")
      _ = session.respond(to: "relu")
      #expect(session.respond(to: "[[1, 2, 3]]").text.contains("3 numbers and 2 are wanted"))
      #expect(session.respond(to: "zeros(3, 2)").text.contains("3 rows and 2 are wanted"))
      #expect(session.prompt == "W, row 0> ")
      #expect(session.respond(to: matrix).text.hasPrefix("W is set, (2, 2)\n"))
      #expect(session.respond(to: "[[1, 2]]").text.hasPrefix("b is set, (1, 2)\n"))
      #expect(session.respond(to: matrix).text.hasPrefix("Y is set, (2, 2)\n"))
      #expect(session.interview == nil)
    }
    // A row in brackets is a row.
    var session = asked()
    _ = session.respond(to: "[1, 2]")
    #expect(session.prompt == "X, row 1> ")
  }

  @Test func theyBeginOnlyWhereNewStandsAloneAndIsTyped() {
    let disk = Disk(["a.epynn": "new\nX = [[1, 2]]\n", "b.epynn": "new\n"])
    for (line, source) in [
      ("new", Session.Source.paste), ("new", .script), ("new", .lesson), ("new;", .prompt),
      ("load a.epynn", .prompt), ("load b.epynn", .prompt), ("try new", .prompt),
    ] {
      var session = Session(surroundings: disk.surroundings)
      _ = session.answer(line, from: source, in: disk)
      #expect(session.interview == nil, "\(line)")
    }
    var session = Session(surroundings: disk.surroundings)
    _ = session.answer(file: "b.epynn", from: .prompt, in: disk)
    #expect(session.interview == nil)
  }

  @Test func helpIsGivenBesideThem() {
    for line in ["help", "h", "help relu", "?relu", "relu?"] {
      for answers in [[], ["1 2", "", "3"]] {
        var session = asked(answers)
        #expect(!session.respond(to: line).hasFailed, "\(line)")
        #expect(session.interview != nil)
      }
    }
    for line in ["quit", "q", "exit"] {
      var session = asked()
      #expect(session.respond(to: line).wantsQuit)
    }
  }

  /// Whatever runs beside a question, what is then typed is an answer, or refused with a sentence.
  @Test func rowsAreAnsweredAfterAnyCommandBesideAnyQuestion() {
    let answers = ["1 2", "", "2", "relu", "1 2", "3 4", "", "1 2"]
    let beside =
      Command.all.flatMap { [":\($0.name)", ":\($0.example)"] } + [":W = [[1]]", ":X = 3"]
    for count in 0...answers.count {
      let ready = asked(Array(answers.prefix(count)))
      for line in Set(beside) where !line.hasPrefix(":train") {
        var session = ready
        _ = session.respond(to: line)
        for row in ["1 2", "3", "4 5 6", "", "1 2", "3", ""] {
          _ = session.respond(to: row)
          let rows = session.interview?.rows ?? []
          #expect(Set(rows.map(\.count)).count < 2, "\(count) answers, \(line), \(row)")
        }
      }
    }
  }

  @Test func newBehindAColonBeginsThemAnew() {
    for count in 0...5 {
      var session = asked(Array(["1 2", "", "2", "relu", "1 2"].prefix(count)))
      let text = session.respond(to: ":new").text
      #expect(text.contains("emptied: no data, no layer"))
      #expect(text.contains("no more questions") == (count > 0))
      #expect(session.prompt == "X, row 0> ")
      #expect(session.machine.layers.isEmpty)
    }
  }

  /// A `new` in the midst of a paste ends the questions that were open, and asks none.
  @Test func newInAPasteEndsTheQuestions() {
    var session = asked(["1 2", "", "2", "relu"])
    _ = session.respond(to: "new", from: .paste)
    #expect(session.interview == nil)
    #expect(session.prompt.hasPrefix("epynn"))
  }
}
