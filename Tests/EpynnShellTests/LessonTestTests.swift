import EpynnLessons
import Testing

@testable import EpynnShell

@Suite struct LessonTestTests {
  private let text = """
    # One step

    ```epynn
    > goto Z;
    > step;
    > show Z
    ...
      0 ⎡ 3  1 ⎤
      1 ⎢ 3  2 ⎥
      2 ⎢ 3 -2 ⎥
      3 ⎣ 4  4 ⎦
    ```

    ```epynn refused
    > stpe
      stpe
      ^
    no command 'stpe'; did you mean 'step'?
    > 1 / 3
    0.33
    ```

    ```question
    What is Z[0,1]?
    answer: 2×(-1) + 2 + 1
    ```
    """

  private func failures(_ text: String) throws -> [LessonTest.Discrepancy] {
    LessonTest().discrepancies(of: try Lesson(reading: Array(text.utf8)))
  }

  @Test func aLessonThatIsTruePasses() throws {
    #expect(try failures(text) == [])
  }

  @Test func anyDigitChangedIsFound() throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var changed = 0
    for (number, line) in lines.enumerated() where (6...19).contains(number) && line.first != ">" {
      for (place, character) in line.enumerated() {
        guard let digit = character.wholeNumberValue else { continue }
        var other = lines
        other[number] = String(
          line.enumerated().map { $0 == place ? Character("\((digit + 1) % 10)") : $1 })
        changed += 1
        #expect(try !failures(other.joined(separator: "\n")).isEmpty, "\(other[number])")
      }
    }
    #expect(changed == 15)
  }

  /// Each digit of what the lessons say they print, changed to another one.
  @Test(arguments: LessonLibrary.names)
  func noDigitOfTheLessonsIsIdle(name: String) throws {
    let lesson = try #require(LessonLibrary.lesson(named: name))
    var changed = 0
    LessonTest().play(lesson) { exchange, printed in
      #expect(LessonTest.discrepancies(exchange, printed: printed) == [])
      for (number, line) in exchange.output.enumerated() {
        for (place, character) in line.enumerated() {
          guard let digit = character.wholeNumberValue, character.isASCII else { continue }
          var other = exchange
          let text = line.enumerated().map { $0 == place ? Character("\((digit + 1) % 10)") : $1 }
          other = Exchange(
            exchange.command, line: exchange.line, column: exchange.column,
            output: exchange.output.prefix(number) + [String(text)]
              + exchange.output.dropFirst(number + 1))
          changed += 1
          #expect(
            LessonTest.discrepancy(other, printed: printed.lines) != nil,
            "\(name): \(String(text)) passes for \(line)")
        }
      }
    } question: { _, _, _ in
    } exercise: { _ in
    } unrefused: { _ in
    }
    #expect(changed > 50, "\(name): \(changed)")
  }

  @Test func failuresNameTheLineAndShowTheDifference() throws {
    let wrong = text.replacing("3 -2 ⎥", with: "3  2 ⎥")
    #expect(
      try failures(wrong) == [
        LessonTest.Discrepancy(
          line: 6, column: 3,
          message: [
            "'show Z' printed something else", "- ...", "-   0 ⎡ 3  1 ⎤", "-   1 ⎢ 3  2 ⎥",
            "-   2 ⎢ 3  2 ⎥", "+ Z (4, 2)  (m, u)  linear activation", "+       0  1",
            "+   0 ⎡ 3  1 ⎤", "+   1 ⎢ 3  2 ⎥", "+   2 ⎢ 3 -2 ⎥",
          ])
      ])
    let unanswerable = text.replacing("answer: 2×(-1) + 2 + 1", with: "answer: 2×")
    #expect(try failures(unanswerable).map(\.line) == [23])
  }

  @Test func anUpdateTouchesNothingButTheOutput() throws {
    let wrong = text.replacing("3 -2 ⎥", with: "9  9 ⎥").replacing("\n", with: "\r\n")
    let bytes = Array(wrong.utf8)
    let updated = LessonTest().updated(bytes, of: try Lesson(reading: bytes))
    let expected = text.replacing(
      "...\n  0", with: "Z (4, 2)  (m, u)  linear activation\n      0  1\n  0"
    ).replacing("\n", with: "\r\n")
    #expect(String(decoding: updated.bytes, as: UTF8.self) == expected)
    #expect(updated.unwritten == [])
    let again = LessonTest().updated(updated.bytes, of: try Lesson(reading: updated.bytes))
    #expect(again.bytes == updated.bytes)
  }

  /// A refused line stands in a fence that says so, and such a fence holds one.
  @Test(arguments: [
    ("epynn", "> stpe", ["'stpe' is refused; a fence where that is meant reads 'epynn refused'"]),
    ("epynn refused", "> stpe\n...", []), ("epynn refused", "> rate 0.5;\n> stpe\n...", []),
    ("epynn refused", "> rate;", ["nothing in this 'epynn refused' is refused"]),
    ("epynn", "> rate;", []),
  ])
  func aRefusalIsSaidByItsFence(info: String, lines: String, sentences: [String]) throws {
    let found = try failures("# T\n\n```\(info)\n\(lines)\n```\n")
    #expect(found.prefix(1).map { $0.message[0] } == sentences)
  }

  @Test func anUpdateWritesNoComplaintIntoALesson() throws {
    let text = "# T\n\n```epynn\n> stpe\nold\n> rate\nold\n```\n\n```epynn refused\n> W[9,9]\n```\n"
    let (bytes, unwritten) = LessonTest().updated(
      Array(text.utf8), of: try Lesson(reading: Array(text.utf8)))
    let updated = String(decoding: bytes, as: UTF8.self)
    #expect(updated.hasPrefix("# T\n\n```epynn\n> stpe\nold\n> rate\n0.1\n```\n"))
    #expect(updated.contains("```epynn refused\n> W[9,9]\n  W[9,9]\n"))
    #expect(unwritten.map(\.line) == [4])
  }

  /// What a line prints may look like the end of its fence, or like a command.
  @Test(arguments: ["~~~", "```", "> step"])
  func anUpdateBreaksNoFence(line: String) throws {
    let text = "# T\n\n~~~~epynn refused\n> \(line)\nfoo\n> stpe\n~~~~\n"
    let lesson = try Lesson(reading: Array(text.utf8))
    let (bytes, _) = LessonTest().updated(Array(text.utf8), of: lesson)
    let again = try Lesson(reading: bytes)
    func commands(_ lesson: Lesson) -> [[String]] {
      lesson.items.map { item -> [String] in
        guard case .transcript(let exchanges) = item.content else { return [] }
        return exchanges.map(\.command)
      }
    }
    #expect(commands(again) == commands(lesson))
  }

  @Test(arguments: [
    ("answer: 4\nwrong: 2+2 | no", "'wrong: 2+2' is a right answer"),
    ("answer: 4\nwrong: 2+ | no", "'wrong: 2+' cannot be computed: "),
    ("answer: (3, 1)\nwrong: 3x1 | no", "'wrong: 3x1' is a right answer"),
    ("answer: 4\nwrong: 5 | no", nil), ("answer: (3, 1)\nwrong: 3x2 | no", nil),
    ("answer: the units\naccept: u\nwrong: the rows | no", nil),
  ])
  func aWrongAnswerIsWrong(lines: String, start: String?) throws {
    let found = try failures("# T\n\n```question\nWhat?\n\(lines)\n```\n")
    #expect(found.count == (start == nil ? 0 : 1))
    if let start { #expect(found.first?.message.first?.hasPrefix(start) == true, "\(found)") }
  }

  @Test func aLessonMayNotLeave() {
    var session = Session()
    let response = session.respond(to: "quit", from: .lesson)
    #expect(response.text.contains("a lesson may not 'quit'; only the person at the keyboard may"))
    #expect(!response.wantsQuit)
  }

  @Test func aLessonReadsWhatLiesBesideItAndNothingElse() throws {
    let surroundings = Surroundings(
      read: { _ in .success(Array("rate 0.9".utf8)) },
      readBeside: { path, file in
        path == "set-up" && file == "lessons/x.md"
          ? .success(Array("rate 0.25\nquit".utf8)) : .failure(.missing)
      })
    func printed(_ line: String) throws -> [String] {
      let lesson = try Lesson(reading: Array("```epynn\n> \(line)\n?\n```".utf8))
      let test = LessonTest(file: "lessons/x.md", surroundings: surroundings)
      return test.discrepancies(of: lesson).flatMap(\.message)
    }
    #expect(try printed("load ../secret").contains { $0.contains("there is no such file") })
    let inside = try printed("load set-up")
    #expect(inside.contains("+ rate is 0.25"))
    #expect(inside.contains { $0.contains("a lesson may not 'quit'") })
  }

  @Test(arguments: [
    ("a 0.5 b", "a 0.4999 b", true), ("a 0.5 b", "a 0.56 b", false), ("3", "3.0", false),
    ("1.20", "1.2", true), ("[ 1.5 ]", "[  1.52 ]", true), ("a", "b", false),
  ])
  func numbersMatchToTheDigitsWritten(expected: String, printed: String, matches: Bool) {
    #expect(LineMatch.matches(expected, printed) == matches)
  }

  @Test func dotsStandForAnyLines() {
    func matches(_ expected: [String], _ printed: [String]) -> Bool {
      LineMatch.matches(expected[...], printed[...])
    }
    #expect(matches(["..."], []))
    #expect(matches(["a", "...", "z"], ["a", "z"]))
    #expect(matches(["...", "m", "..."], ["a", "m", "z"]))
    #expect(!matches(["...", "m", "..."], ["a", "z"]))
    #expect(!matches(["a"], ["a", "b"]))
  }
}
