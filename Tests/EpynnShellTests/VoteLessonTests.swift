import EpynnLessons
import Testing

@testable import EpynnShell

/// `vote:` in a lesson's question: the choices are made where it is asked.
@Suite struct VoteLessonTests {
  private static let lesson = """
    # A vote

    ```epynn
    > goto dW;
    ```

    ```question
    Which number is dW[0,1]?
    vote: dW[0,1]
    why: the same weight served all four samples
    ```

    ```question
    And which shape has dX?
    vote: shape dX
    ```

    The end.

    """

  private func session(_ text: String) -> Session {
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
    _ = session.respond(to: "lesson x.md")
    for _ in 0..<9 where session.player?.question == nil { _ = session.respond(to: "") }
    return session
  }

  @Test func itsLettersArePlayedAndAWrongOneGetsTheMistakesReason() {
    var session = session(Self.lesson)
    #expect(
      session.respond(to: "").text == """
        Which number is dW[0,1]?
          a  -13
          b  -9
          c  -2.25
          d  9

        """)
    #expect(
      session.respond(to: "a").text.oneLine
        == "not that: Xᵀ · dA: this is what Xᵀ · dA gives; dW uses dZ")
    #expect(session.respond(to: "2").text == "the choices are a, b, c and d\n")
    #expect(
      session.respond(to: "b").text.oneLine
        == "yes: the same weight served all four samples")
    _ = session.respond(to: "")
    #expect(session.respond(to: "").text.contains("  d  (4, 3)\n"))
    #expect(
      session.respond(to: "b").text == "not that: rows and columns have changed places\n")
    #expect(session.respond(to: "solution").text == "the answer is (d) (4, 3)\n")
  }

  /// What is asked is hidden until it is answered, and shown again behind the answer.
  @Test func whatIsAskedIsHidden() {
    var session = session(Self.lesson)
    for line in ["step", "dW", "explain dW[0,1]", "show all", "dW * 1"] {
      let text = session.respond(to: ":\(line)").text
      #expect(!text.contains("-9") && !text.contains("-8"), "\(line): \(text)")
    }
    _ = session.respond(to: "")
    #expect(session.respond(to: "b").text.hasPrefix("yes: "))
    _ = session.respond(to: "step")
    #expect(session.respond(to: "dW[0,1]").text == "-9\n")
  }

  @Test func itIsTestedAndWhatCannotBeAskedIsReported() throws {
    func failures(_ text: String) throws -> [String] {
      try LessonTest().discrepancies(of: Lesson(reading: Array(text.utf8))).map { $0.message[0] }
    }
    #expect(try failures(Self.lesson).isEmpty)
    let bad = Self.lesson.replacing("vote: dW[0,1]", with: "vote: dW[9,9]")
      .replacing("vote: shape dX", with: "vote: Y[0,0]")
    #expect(
      try failures(bad) == [
        "'vote: dW[9,9]' cannot be asked: 'dW[9,9]' is outside (3, 2): rows are 0 to 2, columns 0"
          + " to 1",
        "'vote: Y[0,0]' cannot be asked: Y is given, and no step computes it; a vote is on a result,"
          + " as on dW[0,1]",
      ])
    for key in ["answer: -9", "choice: 3", "decimals: 2"] {
      let text = Self.lesson.replacing("why: the", with: "\(key)\nwhy: the")
      #expect(
        throws: LessonFault(
          .voteBesides(String(key.prefix { $0 != ":" })), line: 10)
      ) { try Lesson(reading: Array(text.utf8)) }
    }
  }

  @Test func aVoteInAScriptIsVotedByIt() throws {
    let text = """
      # A vote

      ```epynn
      > goto dW;
      > vote dW[0,1]
      What is dW[0,1]?
        A   -13      B   -9      C   -2.25      D   9
      > 1 2 0 0
        A  █   1
        B  ██  2
        C      0
        D      0
      > reveal
        B  -9     right, Xᵀ · dZ
      ...
      ```

      The end.

      """
    #expect(
      try LessonTest().discrepancies(of: Lesson(reading: Array(text.utf8))).isEmpty)
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
    _ = session.respond(to: "lesson x.md")
    // Enter is the lesson's, whose script has begun the vote.
    for _ in 0..<3 { _ = session.respond(to: "") }
    #expect(session.vote == nil)
    #expect(session.respond(to: "").text == "The end.\n")
  }

  /// A vote that a person has begun waits outside while a lesson plays.
  @Test func aVoteWaitsOutsideALesson() {
    let text = Self.lesson
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
    for line in ["vote dZ", "1 2 3 4", "lesson x.md"] { _ = session.respond(to: line) }
    #expect(session.vote == nil)
    _ = session.respond(to: "leave")
    #expect(session.vote?.rounds == [[1, 2, 3, 4]] && session.prompt == "vote> ")
  }
}
