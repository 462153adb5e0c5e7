import EpynnLessons
import Testing

@Suite struct LessonReaderTests {
  private func lesson(_ text: String) throws -> Lesson { try Lesson(reading: Array(text.utf8)) }

  private let transpose = """
    # Why the transpose?

    Every unit sends its error back.

    ```epynn
    > goto dX;
    > show dZ
    ...
    ```

    ```question
    Row 3 of dZ is [1, -3]. What is dX[3,0]?
    answer: 4
    hint: feature 0 was sent
      through W[0,:]
    hint: 1×1
    why: each unit's error, times the weight it went through
    ```
    """

  @Test func proseTranscriptsAndQuestionsInTheirOrder() throws {
    let lesson = try lesson(transpose)
    #expect(lesson.title == "Why the transpose?")
    #expect(lesson.id == nil && lesson.allowsSkipping)
    #expect(
      lesson.items == [
        .init(.prose(["# Why the transpose?", "", "Every unit sends its error back."]), line: 1),
        .init(
          .transcript([
            Exchange("goto dX;", line: 6, column: 3),
            Exchange("show dZ", line: 7, column: 3, output: ["..."]),
          ]), line: 5),
        .init(
          .question(
            Question(
              text: "Row 3 of dZ is [1, -3]. What is dX[3,0]?", answer: "4",
              hints: ["feature 0 was sent through W[0,:]", "1×1"],
              why: "each unit's error, times the weight it went through")), line: 11),
      ])
  }

  @Test func lineEndingsAndMarksMakeNoDifference() throws {
    let plain = try lesson(transpose)
    let windows = "\u{FEFF}" + transpose.replacing("\n", with: "\r\n")
    #expect(try lesson(windows) == plain)
    #expect(try lesson(transpose + "\n") == plain)
    #expect(try lesson(transpose.replacing("```", with: "~~~")).items == plain.items)
    #expect(try lesson("!" + transpose).version != plain.version)
  }

  /// A combining mark makes one letter with the sign before it, and changes no sign.
  @Test func marksBehindSignsChangeNoSign() throws {
    let text = "```epynn\n> \u{301}W\n\u{301}\n```\n\n```question\nWhat?\nanswer:\u{301}4\n```\n"
    #expect(
      try lesson(text).items.map(\.content) == [
        .transcript([Exchange("\u{301}W", line: 2, column: 3, output: ["\u{301}"])]),
        .question(Question(text: "What?", answer: "\u{301}4")),
      ])
    let other = try lesson("```\u{301}\nA fence of another language\n> W\n```\n")
    #expect(other.items.count == 1)
    #expect(throws: LessonFault.self) { try lesson("```epynn\nW\n```\u{301}\n") }
  }

  @Test func fencesInsideListsAreRead() throws {
    let lesson = try lesson("1. first\n\n   ```epynn\n   > show W\n     0  1\n   ```\n2. second")
    #expect(
      lesson.items == [
        .init(.prose(["1. first"]), line: 1),
        .init(
          .transcript([Exchange("show W", line: 4, column: 6, output: ["  0  1"])]), line: 3),
        .init(.prose(["2. second"]), line: 7),
      ])
  }

  @Test func everythingElseIsProse() throws {
    let prose = "Title\n=====\n\n> a quote\n\n| a | b |\n|---|---|\n\n```python\n> step\n```\n$x^2$"
    let lesson = try lesson(prose)
    #expect(lesson.title == "Title")
    #expect(
      lesson.items == [
        .init(
          .prose(
            prose.split(
              separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)), line: 1)
      ])
  }

  @Test func theLessonFenceSetsItsNameAndWhetherItMayBeSkipped() throws {
    let lesson = try lesson("```lesson\nid: transpose\nskipping: no\n```\n# T")
    #expect(lesson.id == "transpose")
    #expect(!lesson.allowsSkipping)
    #expect(lesson.items.count == 1)
  }

  @Test func choicesHoldTheAnswer() throws {
    let lesson = try lesson(
      "```question\nWhy?\nchoice: shapes fit\nchoice: each error goes back\nanswer: each error goes back\naccept: the chain rule\n```"
    )
    guard case .question(let question) = lesson.items[0].content else {
      Issue.record("\(lesson.items)")
      return
    }
    #expect(question.choices == [Choice("shapes fit"), Choice("each error goes back")])
    #expect(question.accepted == ["the chain rule"])
  }

  @Test func wrongAnswersAndChoicesHaveReasons() throws {
    let lesson = try lesson(
      """
      ```question
      How much?
      choice: -13 | that is dA, not dZ
      choice: |x|
      choice: -9
      answer: -9
      wrong: 4 | twice
        the slope
      decimals: 3
      ```
      """)
    guard case .question(let question) = lesson.items[0].content else {
      Issue.record("\(lesson.items)")
      return
    }
    #expect(
      question.choices == [
        Choice("-13", reason: "that is dA, not dZ"), Choice("|x|"), Choice("-9"),
      ])
    #expect(question.wrong == [WrongAnswer("4", reason: "twice the slope")])
    #expect(question.decimals == 3)
  }

  @Test func aFenceMaySayThatItIsRefused() throws {
    let lesson = try lesson("```epynn  refused\n> stpe\n```\n```epynn\n> step\n```")
    let expected = lesson.items.map { item -> [Bool] in
      guard case .transcript(let exchanges) = item.content else { return [] }
      return exchanges.map(\.expectsRefusal)
    }
    #expect(expected == [[true], [false]])
  }

  @Test func questionsHaveNamesOfTheirOwn() throws {
    let ask = "```question\nWhat\n  is it?\nanswer: 3\n```\n"
    #expect(try lesson(ask + ask).questionNames == [0: "What is it?", 1: "What is it? (2)"])
  }

  @Test(
    arguments: [
      ("", LessonFault(.empty, line: 1)), (" \n\n", LessonFault(.empty, line: 1)),
      ("a\n\n```epynn\n> step\n", LessonFault(.unclosedFence("```"), line: 3)),
      ("- a\n\n  ~~~~question\n", LessonFault(.unclosedFence("~~~~"), line: 3, column: 3)),
      ("```epynn\nstep\n```", LessonFault(.outputBeforeCommand, line: 2)),
      ("```question\nWhat?\nhint: none\n```", LessonFault(.missingAnswer, line: 1)),
      ("```question\nanswer: 3\n```", LessonFault(.missingQuestion, line: 1)),
      ("```question\nW?\nanswer: 3\nanswer: 4\n```", LessonFault(.repeatedKey("answer"), line: 4)),
      ("```question\nW?\nchoice: a\nanswer: b\n```", LessonFault(.answerIsNoChoice("b"), line: 4)),
      ("```question\nW?\nanswer: 3\nwrong: 4\n```", LessonFault(.missingReason("4"), line: 4)),
      (
        "```question\nW?\nanswer: 3\ndecimals: x\n```", LessonFault(.badDecimals("x"), line: 4)
      ),
      (
        "```question\nW?\nchoice: a\nchoice: a | x\nanswer: a\n```",
        LessonFault(.repeatedChoice("a"), line: 4)
      ),
      (
        "```lesson\nname: x\n```",
        LessonFault(.unknownKey("name", known: ["id", "skipping"]), line: 2)
      ),
      ("```lesson\nskipping: maybe\n```", LessonFault(.badSkipping("maybe"), line: 2)),
      ("```lesson\nid x\n```", LessonFault(.notAKey("id x"), line: 2)),
    ] as [(String, LessonFault)])
  func faultsSayWhere(text: String, fault: LessonFault) {
    #expect(throws: fault) { try lesson(text) }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(throws: LessonFault(.notUTF8, line: 2)) {
      try Lesson(reading: [0x23, 0x20, 0x41, 0x0A, 0xFF, 0x0A])
    }
  }
}
