import EpynnLessons
import Testing

@testable import EpynnShell

/// `typed: number`: a question that a formula would answer too easily.
@Suite struct NumberAnswerTests {
  private func session(_ question: String) throws -> Session {
    let text = "# T\n\n```question\n\(question)\n```\n\nThe end.\n"
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
    _ = session.respond(to: "lesson x.md")
    for _ in 0..<9 where session.player?.question == nil { _ = session.respond(to: "") }
    try #require(session.player?.question != nil)
    return session
  }

  private let question = """
    What is Z[0,1]?
    answer: X[0,:] @ W[:,1] + b[0,1]
    wrong: X[0,:] @ W[:,1] | b is missing
    typed: number
    """

  /// Whatever would be computed is refused, and is no try; neither is the answer as it is written.
  @Test(arguments: [
    "X[0,:] @ W[:,1] + b[0,1]", "X[0,:] @ W[:,1]", "2*-1 + 0*-1 + 1*2 + 1", "1/1",
    "(X @ W + b)[0,1]",
    "sum([1])", "relu(1)", "b[0,1]", "X[0,2]", "-(-1 - 0)", "1 if 1 else 2",
  ])
  func aFormulaIsRefused(typed: String) throws {
    var session = try session(question)
    let text = session.respond(to: typed).text.oneLine
    let refusal =
      "'\(typed)' is a formula, and a number is wanted; work it out by hand, and type what comes"
    if typed == "1 if 1 else 2" {
      #expect(text == "'1 if 1 else 2' is no answer that can be read; 'hint' helps, 'skip' goes on")
    } else {
      #expect(text == refusal)
    }
    #expect(session.player?.question != nil && session.player?.wrongAnswers == [])
  }

  @Test(arguments: ["1", "1.0", "+1", " 1 ", "1,0", "1e0"])
  func aNumberIsTaken(typed: String) throws {
    var session = try session(question)
    #expect(session.respond(to: typed).text == "yes: that is right\n")
  }

  @Test func aWrongNumberIsATryAndHasItsReason() throws {
    var session = try session(question)
    #expect(session.respond(to: "0").text == "not that: b is missing\n")
    #expect(session.player?.wrongAnswers == ["0"])
  }

  /// A tensor by its name is looked at: it is what one computes with.
  @Test(arguments: ["W", "X[0,:]", "W.T"]) func aLookIsShown(typed: String) throws {
    var session = try session(question)
    let text = session.respond(to: typed).text
    #expect(!text.contains("a formula") && !text.contains("not that"), "\(text)")
    #expect(session.player?.question != nil && session.player?.wrongAnswers == [])
  }

  @Test(arguments: [
    ("(m, u)", "'(m, u)' is a formula,"), ("X.shape", "'X.shape' is a formula,"),
    ("m u", "'m u' is a formula,"), ("4x2", "yes:"), ("4 by 2", "yes:"), ("(4, 2)", "yes:"),
    ("2 4", "not that: it is the other way round"),
  ])
  func aShapeIsTypedInNumbers(typed: String, start: String) throws {
    var session = try session("Which shape has Z?\nanswer: (4, 2)\ntyped: number")
    let text = session.respond(to: typed).text
    #expect(text.hasPrefix(start), "\(text)")
  }

  @Test func aTextThatIsAcceptedIsTaken() throws {
    var session = try session("How often?\nanswer: 0\naccept: never\ntyped: number")
    #expect(session.respond(to: "Never").text == "yes: that is right\n")
  }

  @Test func whatCannotBeIsAFault() throws {
    func fault(_ lines: String) -> LessonFault? {
      do throws(LessonFault) {
        _ = try Lesson(reading: Array("```question\nW?\n\(lines)\n```\n".utf8))
        return nil
      } catch { return error }
    }
    #expect(
      fault("answer: 3\ntyped: letters")?.sentence
        == "'letters' does not work for 'typed'; it is number or formula")
    #expect(
      fault("answer: 3\ntyped:")?.sentence
        == "'' does not work for 'typed'; it is number or formula")
    #expect(
      fault("answer: 3\ntyped: number\ntyped: number") == .init(.repeatedKey("typed"), line: 5))
    #expect(
      fault("choice: 3\nchoice: 4\nanswer: 3\ntyped: number")?.sentence
        == "'typed: number' does not go with choices, which are answered by letter; leave out one")
    let text = "```question\nW?\nanswer: yes\naccept: y\ntyped: number\n```\n"
    let found = LessonTest().discrepancies(of: try Lesson(reading: Array(text.utf8)))
    #expect(
      found.map(\.message) == [
        [
          "the answer 'yes' is no number, which 'typed: number' asks for: no name 'yes'; give"
            + " it a value with 'yes = …'"
        ]
      ])
  }
}
