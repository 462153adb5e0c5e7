import EpynnLessons
import Testing

@testable import EpynnShell

/// What is typed at a lesson's question: every spelling that is right, what is no try, and a reason for
/// what is wrong.
@Suite struct LessonAnswerTests {
  private func session(_ question: String, before: String = "") throws -> Session {
    let text = "# T\n\n\(before)```question\n\(question)\n```\n\nThe end.\n"
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(text.utf8)) }))
    _ = session.respond(to: "lesson x.md")
    for _ in 0..<9 where session.player?.question == nil { _ = session.respond(to: "") }
    try #require(session.player?.question != nil)
    return session
  }

  /// What the line is answered with, whether it was a try, and whether the question still waits.
  private func said(
    _ line: String, to question: String, before: String = ""
  ) throws -> (text: String, isTry: Bool, waits: Bool) {
    var session = try session(question, before: before)
    let text = session.respond(to: line).text.oneLine
    let player = session.player
    return (text, player?.wrongAnswers.isEmpty == false, player?.question != nil)
  }

  @Test(arguments: [
    "(3, 1)", "3x1", "3 × 1", "3 by 1", "3 1", "[3, 1]", "(3,1)", "3X1", "3×1", " ( 3 , 1 ) ",
    "3, 1",
    "3,1", "3 x 1", "3by1", "3*1", "[[3, 1]]", "(m, u)", "m u", "3;1",
  ])
  func aShapeMayBeSpelled(typed: String) throws {
    let before = "```epynn\n> new;\n> X = [[2, 1], [0, 3], [1, -1]];\n> dense 1;\n```\n\n"
    let question = "Which shape?\nanswer: (3, 1)\nwrong: (3, 2) | that is X"
    let answer = try said(typed, to: question, before: before)
    #expect(answer.text == "yes: that is right")
    #expect(!answer.isTry && !answer.waits)
  }

  @Test(arguments: [
    ("(1, 3)", "not that: it is the other way round", true),
    ("3 by 2", "not that: that is X", true), ("3x2", "not that: that is X", true),
    ("31", "two whole numbers are asked for, with brackets or a space between", false),
    ("3.1", "two whole numbers are asked for, with brackets or a space between", false),
    ("W", "W (3, 2) (n, u) weights 0 1 0 ⎡ 1 -1 ⎤ 1 ⎢ 2 -1 ⎥ 2 ⎣ 2 2 ⎦", false),
  ])
  func anotherShapeGetsAReason(typed: String, text: String, isTry: Bool) throws {
    let question = "Which shape?\nanswer: (3, 1)\nwrong: (3, 2) | that is X\nhint: think"
    let answer = try said(typed, to: question)
    #expect(answer.text == text)
    #expect(answer.isTry == isTry && answer.waits)
  }

  private let choices = """
    What is dZ[2,1]?
    choice: -13 | that is dA, not dZ
    choice: 2
    choice: the mean of dA
    choice: the mean of dZ
    choice: -1
    answer: 2
    """

  @Test(arguments: [
    ("b", "yes", false), ("B", "yes", false), ("(b)", "yes", false), ("b)", "yes", false),
    ("b.", "yes", false), ("2", "yes", false), ("2.0", "yes", false),
    ("-13", "not that: that is dA, not dZ", true), ("a", "not that: that is dA, not dZ", true),
    ("-1", "not that.", true), ("e", "not that.", true), ("the mean of dA", "not that.", true),
    ("The Mean  of da", "not that.", true),
    ("the mean", "that may be c or d; give the letter", false),
    ("1", "the choices are a, b, c, d and e", false), ("3", "the choices are", false),
    ("z", "the choices are", false), ("s", "the choices are", false),
    ("step", "── forward (1)", false), ("cost", "cost needs", false), ("mean", "mean", false),
    ("stpe", "no command 'stpe'; did you mean 'step'?", false),
    ("qwertz", "'qwertz' is no answer that can be read", false),
  ])
  func choicesGoByLetterOrBeginning(typed: String, start: String, isTry: Bool) throws {
    let answer = try said(typed, to: choices)
    switch typed {
    // What a formula that looks prints is other tests' business.
    case "cost", "mean": break
    default: #expect(answer.text.contains(start), "\(answer.text)")
    }
    #expect(answer.isTry == isTry)
    #expect(answer.waits == (start != "yes"))
  }

  @Test func theyAreShownWithTheirLetters() throws {
    var session = try session(choices)
    let shown = session.respond(to: "").text
    #expect(shown.contains("\n  a  -13\n  b  2\n  c  the mean of dA\n"), "\(shown)")
    #expect(!shown.contains("that is dA, not dZ"))
  }

  /// A letter that is another choice's text is asked for, not guessed.
  @Test func aLetterThatIsATextIsAskedFor() throws {
    let question = "Which?\nchoice: b\nchoice: W\nanswer: b"
    #expect(try said("b", to: question).text == "that may be a or b; give the letter")
    #expect(try said("a", to: question).text.hasPrefix("yes"))
    #expect(try said("(b)", to: question).isTry)
  }

  @Test(arguments: [
    "show W", "step", "goto dZ", "W[0,0] = 3", "W[0,0] += 1", "v = 3", ":step", "?relu", "help dW",
    "goto 99", "goto Q", "stpe", "four", "3 +", "W", "dW", "W[9,9]", "X @ X", "W[0,1]", "[1, 2]",
    "", "lessons", "sho W", "hint", "cover Z", "bug hidden", "predict on", "mine dW[0,0] = 3",
    "x y",
  ])
  func whatIsNoAnswerIsNoTry(line: String) throws {
    var session = try session("How many?\nanswer: 4\nhint: count")
    _ = session.respond(to: line)
    #expect(session.player?.wrongAnswers == [])
    if session.player?.isAside == true { _ = session.respond(to: "") }
    #expect(session.prompt == "answer> ")
    #expect(session.respond(to: "4").text.hasPrefix("yes"))
    #expect(session.player?.answers.map(\.outcome) == [line == "hint" ? .helped : .right])
  }

  @Test func anAsideComesBackToTheQuestion() throws {
    var session = try session("How many?\nanswer: 4")
    #expect(session.respond(to: "W[0,0] = 9").text.contains("this is an aside"))
    #expect(session.respond(to: "").text == "back in the lesson\nHow many?\n")
  }

  @Test(arguments: [
    ("0.235", "sigmoid'(0.5)\ndecimals: 3", "yes"), ("0.2350", "sigmoid'(0.5)\ndecimals: 3", "yes"),
    ("0.2351", "sigmoid'(0.5)\ndecimals: 3", "yes"), ("0,235", "sigmoid'(0.5)\ndecimals: 3", "yes"),
    ("sigmoid'(0.5)", "sigmoid'(0.5)\ndecimals: 3", "yes"),
    ("0.24", "sigmoid'(0.5)\ndecimals: 3", "3 decimals"),
    ("0.23", "sigmoid'(0.5)\ndecimals: 3", "3 decimals"),
    ("0.2", "sigmoid'(0.5)\ndecimals: 3", "3 decimals"),
    ("0", "sigmoid'(0.5)\ndecimals: 3", "3 decimals"),
    ("0.236", "sigmoid'(0.5)\ndecimals: 3", "not that."),
    ("0.3", "sigmoid'(0.5)\ndecimals: 3", "not that."),
    ("1", "sigmoid'(0.5)\ndecimals: 3", "not that."),
    ("0.25", "0.25", "yes"), ("1/4", "0.25", "yes"), ("0.250", "0.25", "yes"),
    ("0.3", "0.25", "2 decimals"), ("0.2", "0.25", "2 decimals"), ("0.3", "1/4", "2 decimals"),
    ("0.24", "0.25", "not that."), ("-2.25", "-2.25", "yes"), ("-2", "-2.25", "2 decimals"),
    ("-2.3", "-2.25", "2 decimals"), ("0.33", "1/3", "yes"), ("0.3333", "1/3", "yes"),
    ("0.3", "1/3", "2 decimals"), ("0.34", "1/3", "not that."), ("4", "4", "yes"),
    ("4.0", "4", "yes"), ("3", "4", "not that."), ("0.0045", "0.00453979", "8 decimals"),
    ("5e-5", "exp(-10)", "6 decimals"), ("4.5e-5", "exp(-10)", "yes"),
    ("[0.3, 0.5]", "[0.25, 0.5]", "2 decimals"), ("[0.25, 0.5]", "[0.25, 0.5]", "yes"),
  ])
  func aNumberWithTooFewDigitsIsAskedAgain(typed: String, answer: String, start: String) throws {
    let verdict = try said(typed, to: "How much?\nanswer: \(answer)\nhint: count")
    let wanted = start.hasSuffix("decimals") ? "that has too few digits; give \(start)" : start
    #expect(verdict.text.hasPrefix(wanted), "\(typed) for \(answer): \(verdict.text)")
    #expect(verdict.isTry == (start == "not that."))
  }

  /// First what the question says, then what `mine` would find, then the hints.
  @Test func aWrongAnswerIsLookedUp() throws {
    let question = """
      What is dW[0,1]?
      answer: -9
      wrong: -6 | that is sample 0 alone
      hint: 2×(-3) and more
      """
    let before = "```epynn\n> goto dW;\n```\n\n"
    #expect(try said("-6", to: question, before: before).text == "not that: that is sample 0 alone")
    #expect(try said("-6.0", to: question, before: before).text.contains("sample 0 alone"))
    #expect(
      try said("-13", to: question, before: before).text
        == "not that: that is what slope-left-out, from dZ on gives: this is dA as it came; dZ is dA"
        + " times act′(Z)")
    #expect(
      try said("-15", to: question, before: before).text
        == "not that: that is the sum with one of its products counted twice")
    #expect(try said("77", to: question, before: before).text == "not that. 2×(-3) and more")
    // The answer may be written as the cell; the same is found before its step ran.
    let named = question.replacing("answer: -9", with: "answer: dW[0,1]").replacing(
      "What is dW[0,1]?", with: "What?")
    let ran = "```epynn\n> goto update;\n```\n\n"
    #expect(try said("-13", to: named, before: ran).text.contains("slope-left-out"))
    #expect(try said("-13", to: question).text.contains("slope-left-out"))
  }

  /// The mistake that runs is to be found: no reason names it.
  @Test func aHiddenMistakeIsNotNamed() throws {
    let question = "What is dW[0,1]?\nanswer: -9\nhint: think"
    for bug in ["bug slope-left-out", "bug hidden"] {
      let text = try said("-13", to: question, before: "```epynn\n> \(bug);\n```\n\n").text
      #expect(text.contains("slope-left-out") == (bug != "bug hidden"), "\(text)")
    }
  }

  @Test func theTableHasTheChoiceInWords() throws {
    var session = try session(choices)
    for line in ["a", "e", "-13", "b"] { _ = session.respond(to: line) }
    #expect(session.player?.answers.map(\.wrong) == [["-13", "-1", "-13"]])
  }

  @Test func eachHintIsGivenOnceAndTheLastOneStays() throws {
    var session = try session("How many?\nanswer: 4\nhint: one\nhint: two")
    let said = (1...3).map { _ in session.respond(to: "9").text }
    #expect(
      said == [
        "not that. one\n", "not that. two\n", "not that. two ('solution' shows the answer)\n",
      ])
    var bare = try self.session("How many?\nanswer: 4")
    #expect(bare.respond(to: "9").text.contains("'solution' shows the answer and why"))
  }

  @Test(arguments: [
    ("answer: 4\nwhy: two and two", "4: two and two"),
    ("answer: 1/4\nwhy: a quarter", "1/4 = 0.25: a quarter"),
    ("answer: (3, 1)", "(3, 1)"),
    (
      "choice: up\nchoice: down | the slope is positive\nanswer: down",
      "(b) down: the slope is positive"
    ),
  ])
  func skipShowsTheAnswerAndWhy(lines: String, text: String) throws {
    for word in ["skip", "solution"] {
      let answer = try said(word, to: "What?\n\(lines)")
      #expect(answer.text == "the answer is \(text)" + (word == "skip" ? " The end." : ""))
      #expect(!answer.waits && !answer.isTry)
    }
  }
}

extension String {
  /// What a person reads, on one line, whatever the width.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
