import EpynnLessons
import Foundation
import Testing

@testable import EpynnShell

/// The lessons inside the program, and playing them.
@Suite struct LessonTests {
  @Test func thereAreFourAndEachAsksAtLeastSixTimes() {
    #expect(
      LessonLibrary.names == [
        "one-neuron", "activations", "why-the-transpose", "gradients", "which-mistake",
      ])
    for (name, lesson) in LessonLibrary.all {
      let questions = lesson.items.filter { if case .question = $0.content { true } else { false } }
      #expect(questions.count >= 6, "\(name)")
    }
  }

  @Test(arguments: LessonLibrary.names)
  func aLessonPrintsWhatItSays(name: String) throws {
    let lesson = try #require(LessonLibrary.lesson(named: name))
    for failure in LessonTest().discrepancies(of: lesson) {
      Issue.record("lessons/\(name).md:\(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  /// Every question in its place, answered wrongly first, then by its own answer or its letter.
  @Test(arguments: LessonLibrary.names)
  func aLessonCanBePlayedToItsEnd(name: String) throws {
    var session = Session()
    _ = session.respond(to: "W[0,1] = 7")
    let before = session.machine
    var texts = [session.respond(to: "lesson \(name)").text]
    for _ in 0..<200 where session.player != nil {
      if let question = session.player?.question {
        #expect(session.prompt == "answer> ")
        let place = question.choices.firstIndex { $0.text == question.answer }
        let other = question.choices.firstIndex { $0.text != question.answer }
        let wrong = other.map(ChoiceAnswer.letter) ?? question.wrong[0].value
        let said = session.respond(to: wrong).text
        let reason = other.flatMap { question.choices[$0].reason } ?? question.wrong.first?.reason
        #expect(said.oneLine == "not that: \(reason ?? "?")", "\(question.text)")
        texts.append(session.respond(to: place.map(ChoiceAnswer.letter) ?? question.answer).text)
        #expect(texts.last?.hasPrefix("yes: ") == true, "\(question.text)")
      } else {
        texts.append(session.respond(to: "").text)
      }
    }
    #expect(texts.last == "that was the lesson; what you had before it is back\n")
    #expect(session.machine == before)
    for line in texts.joined().split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func aWanderedLineIsAnAsideAndEnterComesBack() {
    var session = Session()
    for line in ["lesson why-the-transpose", ""] { _ = session.respond(to: line) }
    #expect(session.prompt == "lesson backward(1)> ")
    let machine = session.machine
    #expect(!session.respond(to: "show W").text.contains("aside"))
    #expect(session.prompt == "lesson backward(1)> ")
    #expect(session.respond(to: "W[0,0] = 9").text.contains("this is an aside; Enter goes back"))
    #expect(session.prompt == "aside forward(2)> ")
    _ = session.respond(to: "step")
    #expect(session.respond(to: "").text == "back in the lesson\n")
    #expect(session.machine == machine)
  }

  /// What a bare name means in the script is what it meant there, wherever an aside has looked; and what
  /// it meant before the lesson is what it means behind it.
  @Test func anAsideLeavesTheLayerOfTheScript() {
    let text =
      "# T\n\n```epynn\n> dense 2 relu;\n> dense 3 tanh;\n> goto W1;\n> W.shape\n...\n> W.shape\n...\n```\n"
    let disk = Disk(["t.md": text.replacing("> goto W1;\n", with: "> goto Z1;\n")])
    var session = Session(surroundings: disk.surroundings)
    for line in ["dense 3;", "dense 2;", "goto A2;", "step;"] { _ = session.answer(line, in: disk) }
    #expect(session.answer("W.shape", in: disk).text.contains("[ 3  2 ]"))
    let first = ["lesson t.md", ""].map { session.answer($0, in: disk).text }
    #expect(first.joined().contains("[ 3  2 ]"), "\(first)")
    for line in ["goto Z2", "step", "step"] { _ = session.answer(line, in: disk) }
    #expect(session.answer("", in: disk).text == "back in the lesson\n")
    let text2 = session.answer("", in: disk).text
    #expect(text2.contains("[ 3  2 ]"), "\(text2)")
    _ = session.answer("leave", in: disk)
    #expect(session.answer("W.shape", in: disk).text.contains("[ 3  2 ]"))
  }

  /// A line is silent where what runs it finds it so.
  @Test func aSilentLineWithACommentNeedsNoEnter() {
    let disk = Disk(["t.md": "# T\n\n```epynn\n> goto dZ; # quietly\n> W[0,0]\n...\n```\n"])
    var session = Session(surroundings: disk.surroundings)
    let texts = ["lesson t.md", ""].map { session.answer($0, in: disk).text }
    #expect(texts.joined().contains("> W[0,0]"), "\(texts)")
  }

  @Test func whatDoesTheSameAsTheScriptCounts() {
    var session = Session()
    for line in ["lesson gradients"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "goto gradients.1.1").text.hasPrefix("> goto dW;\n> show X"))
    #expect(session.player?.exchange == 2)
    #expect(session.player?.isAside == false)
  }

  @Test func hintsFormALadderAndTheSolutionGoesOn() throws {
    var session = Session()
    for line in ["lesson one-neuron", "", "", ""] {
      _ = session.respond(to: line)
    }
    #expect(session.prompt == "answer> ")
    #expect(session.respond(to: "7").text.hasPrefix("not that. the last row has index 2"))
    #expect(
      session.respond(to: "7").text.oneLine.hasSuffix("index 1 ('solution' shows the answer)"))
    #expect(session.respond(to: ":X[2,1]").text == "-1\n")
    #expect(
      session.respond(to: "solution").text.hasPrefix("the answer is -1: X[2,1] is the row with"))
    #expect(session.player?.question == nil)
    _ = session.respond(to: "again")
    #expect(session.player?.question != nil)
    #expect(session.respond(to: "previous").text.contains("stand for the number of samples"))
    #expect(session.player?.question == nil)
    #expect(session.respond(to: "leave").text.hasPrefix("left the lesson"))
    #expect(session.player == nil)
  }

  @Test func aWholeNumberIsAnItemOfTheLesson() {
    var session = Session()
    _ = session.respond(to: "lesson gradients")
    #expect(session.respond(to: "goto 4").text.contains("What does sample 0 alone add to dW[0,1]?"))
    #expect(session.prompt == "answer> ")
    #expect(session.machine.next?.step.name == "dW")
    #expect(session.respond(to: "-6").text.hasPrefix("yes:"))
    #expect(session.respond(to: "goto 99").text.contains("no item 99; this lesson has"))
  }

  @Test(arguments: [
    ("4", true), ("4.0", true), ("3.96", false), ("4,0", true), ("2+2", true), ("8/2", true),
    ("4.00000000001", false), ("4.00000000000", true), ("4.1", false), ("(4)", true),
    ("four", false), ("", false),
    ("3,5", false),
  ])
  func numbersAreJudgedByTheDigitsGiven(typed: String, isRight: Bool) {
    let judge = AnswerJudge(question: Question(text: "?", answer: "4"), scope: Session().scope)
    #expect(judge.isRight(typed) == isRight)
  }

  @Test func shapesTextsAndThirdsAreJudged() {
    func judge(_ answer: String, accept: [String] = []) -> AnswerJudge {
      AnswerJudge(
        question: Question(text: "?", answer: answer, accepted: accept), scope: Session().scope)
    }
    #expect(judge("(4, 3)").isRight("(4,3)"))
    #expect(!judge("(4, 3)").isRight("(3, 4)"))
    #expect(judge("1/3").isRight("0.33"))
    #expect(judge("1/3").isRight("0,333"))
    #expect(!judge("1/3").isRight("0.34"))
    #expect(judge("the units", accept: ["u"]).isRight(" The  Units"))
    #expect(judge("the units", accept: ["u"]).isRight("U"))
  }
}
