import EpynnLessons
import Synchronization
import Testing

@testable import EpynnShell

/// What a student's table says of each question: whose it is, what was wrong because of what, hints
/// and minutes.
@Suite struct HandedInTests {
  private let text = """
    # T

    ```epynn
    > goto dW;
    ```

    ```question
    What is dW[0,1]?
    answer: -9
    wrong: 9 | the sign
    hint: one
    hint: two
    ```

    ```question
    Which?
    choice: this | that is A
    choice: that
    answer: that
    ```
    """

  /// A session whose clock goes on by half a minute whenever somebody looks at it.
  private func session(_ disk: Disk) -> Session {
    var surroundings = disk.surroundings
    surroundings.read = { [text] in
      $0 == "t.md" ? .success(Array(text.utf8)) : .failure(.missing)
    }
    let time = Clock()
    surroundings.seconds = { time.tick(by: 30) }
    return Session(surroundings: surroundings)
  }

  private final class Clock: Sendable {
    private let now = Mutex(0.0)

    func tick(by step: Double) -> Double {
      now.withLock {
        $0 += step
        return $0
      }
    }
  }

  private func answers(_ disk: Disk) throws -> [LessonProgress.Answer] {
    let kept = disk.progress.withLock { $0 }
    return try #require(try ProgressBook(reading: kept)["t"]).answers
  }

  @Test func eachQuestionSaysWhatWasWrongAndHowLongItTook() throws {
    let disk = Disk()
    var session = session(disk)
    for line in ["lesson t.md", "", "", "-13", "9", "1234.5678", "hint", "-9", "", "a", "b"] {
      _ = session.answer(line, in: disk)
    }
    let answers = try answers(disk)
    try #require(answers.map(\.outcome) == [.helped, .helped])
    #expect(answers.map(\.item) == [3, 4])
    #expect(
      answers[0].attempts == [
        .init(text: "-13", mistake: "slope-left-out"), .init(text: "9", mistake: "the sign"),
        .init(text: "1234.5678"),
      ])
    #expect(answers[1].attempts == [.init(text: "this", mistake: "that is A")])
    // The third wrong answer got the first hint, 'hint' the second.
    #expect(answers.map(\.hints) == [2, 0])
    #expect(answers.map(\.seconds) == [120, 60])
    _ = session.answer("progress name Ada Lovelace", in: disk)
    _ = session.answer("progress export t.csv", in: disk)
    let rows = try #require(disk["t.csv"]).split(separator: "\r\n")
    let row =
      "\"What is dW[0,1]?\",\"helped\",\"3\",\"'-13; 9; 1234.5678\",\"slope-left-out; the sign; \","
      + "\"2\",\"2\""
    #expect(rows[1].hasPrefix("\"Ada Lovelace\",\"t\",\"T\","))
    #expect(rows[1].hasSuffix(row), "\(rows[1])")
  }

  /// A hint is not forgotten because the program was left, or the question asked again.
  @Test(arguments: [false, true]) func aHintIsRemembered(isLeft: Bool) throws {
    let disk = Disk()
    var first = session(disk)
    for line in ["lesson t.md", "", "", "hint"] { _ = first.answer(line, in: disk) }
    #expect(try answers(disk).map(\.outcome) == [.open])
    var second = isLeft ? session(disk) : first
    for line in isLeft ? ["lesson t.md", "-9"] : ["again", "-9"] {
      _ = second.answer(line, in: disk)
    }
    #expect(try answers(disk).map(\.outcome) == [.helped])
    #expect(try answers(disk).map(\.hints) == [1])
  }

  /// Once it is settled nothing counts any more.
  @Test func whatIsSettledStays() throws {
    let disk = Disk()
    var session = session(disk)
    for line in ["lesson t.md", "", "", "-9", "previous", "8", "hint", "-9"] {
      _ = session.answer(line, in: disk)
    }
    let answers = try answers(disk)
    #expect(answers.map(\.outcome) == [.right])
    let answer = try #require(answers.first)
    #expect(answer.attempts.isEmpty && answer.hints == 0 && answer.seconds == 30)
  }

  @Test func aNameIsKeptAndShown() throws {
    let disk = Disk()
    var session = session(disk)
    #expect(
      session.answer("progress name  Ada Lovelace ", in: disk).text == """
        your progress is that of 'Ada Lovelace'; 'progress export FILE.csv' writes a
          table of it

        """)
    #expect(
      session.answer("progress", in: disk).text.hasPrefix(
        "this is the progress of 'Ada Lovelace'\n"))
    #expect(
      session.answer("progress export x.csv", in: disk).text
        == "progress in 0 lessons is in 'x.csv'\n")
    _ = session.answer("lesson t.md", in: disk)
    _ = session.answer("progress name \"Zoë\"", in: disk)
    #expect(disk.progressText.hasPrefix("epynn-repl progress 2\nname\tZoë\nlesson\tt\t"))
  }

  @Test(arguments: [
    ("progress name", "'progress name' needs your name; '?progress' shows how"),
    ("progress name ---", "'---' does not work for 'progress name'; it wants letters or digits,"),
    ("progress name a\u{202E}b", "'a?b' does not work for 'progress name'; it wants letters"),
    (
      "progress name " + String(repeating: "a", count: 61),
      "does not work for 'progress name'; it wants letters or digits, 60 at most,"
    ),
  ])
  func aNameThatIsNoneIsRefused(line: String, sentence: String) throws {
    let disk = Disk()
    var session = session(disk)
    #expect(session.answer(line, in: disk).text.oneLine.contains(sentence))
    #expect(!disk.progressText.contains("name\t"))
  }

  @Test func aNameThatCannotBeKeptIsNotSaidToBe() throws {
    let disk = Disk(failingWith: .unwritable)
    var session = session(disk)
    #expect(
      session.answer("progress name Ada", in: disk).text.oneLine
        == "progress is not kept in '': its folder is missing, full, or not yours to write to")
  }

  @Test func aLessonMayNotGiveAName() throws {
    var session = Session()
    #expect(
      session.respond(to: "progress name Ada", from: .lesson).text.contains(
        "a lesson may not 'progress'"))
  }
}
