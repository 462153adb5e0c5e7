import EpynnLessons
import Testing

@testable import EpynnShell

/// Progress in lessons: what is kept, where one goes on, what a teacher collects.
@Suite struct ProgressTests {
  private let text = """
    # Short

    Hello.

    ```epynn
    > step
    ...
    ```

    ## Later

    More.

    ```question
    1 + 1?
    answer: 2
    hint: count
    ```

    The end.
    """

  private func session(_ kept: Disk, lesson: String? = nil) -> Session {
    let text = lesson ?? text
    var surroundings = kept.surroundings
    surroundings.read = { $0 == "short.md" ? .success(Array(text.utf8)) : .failure(.missing) }
    return Session(surroundings: surroundings)
  }

  @Test func aLessonGoesOnWhereItStopped() {
    let kept = Disk()
    var first = session(kept)
    for line in ["lesson short.md", "", ""] { _ = first.answer(line, in: kept) }
    #expect(kept.progressText.hasSuffix("\t3\t5\tLater\tShort\n"), "\(kept.progressText)")
    var second = session(kept)
    let start = second.answer("lesson short.md", in: kept).text
    #expect(start.contains("you stopped before item 4; 'goto 1' begins again\n1 + 1?"))
    #expect(second.machine.next?.step.name == "Z")
    _ = second.answer("3", in: kept)
    _ = second.answer("2", in: kept)
    #expect(second.answer("", in: kept).text == "The end.\n")
    #expect(
      kept.progressText.hasSuffix("answer\thelped\t1\t1 + 1?\nasked\t4\t1\t0\nwrong\t3\n"),
      "\(kept.progressText)")
    #expect(second.answer("lessons", in: kept).text.contains("short              Short"))
    #expect(second.answer("lessons", in: kept).text.contains("5 items            finished"))
    var third = session(kept)
    let again = third.answer("lesson short.md", in: kept).text
    #expect(again.contains("you have finished it before; here it begins again"))
  }

  /// Looked at again, one that was finished stays so: in the list, in the table, for the next start.
  @Test(arguments: ["goto 2", "previous", "goto 4", "again"])
  func aFinishedLessonStaysFinished(line: String) {
    let kept = Disk()
    var first = session(kept)
    for line in ["lesson short.md", "", "", "", "2", "", ""] { _ = first.answer(line, in: kept) }
    #expect(first.player == nil)
    var second = session(kept)
    for line in ["lesson short.md", "", line, "leave"] { _ = second.answer(line, in: kept) }
    #expect(second.answer("lessons", in: kept).text.contains("finished"))
    #expect(second.answer("progress", in: kept).text.contains("finished"))
    _ = second.answer("progress export t.csv", in: kept)
    #expect(kept["t.csv"]?.contains("\"5\",\"5\",\"1 + 1?\",\"right\"") == true)
    var third = session(kept)
    #expect(
      third.answer("lesson short.md", in: kept).text.contains("you have finished it before"))
  }

  @Test func whatWasAnsweredWronglyIsInTheTable() {
    let kept = Disk()
    let text =
      "# T\n\n```question\nOne\nand two?\nanswer: 3\n```\n\n```question\nFour?\nanswer: 4\n```\n"
    var first = session(kept, lesson: text)
    for line in ["lesson short.md", "", "5", "-13"] { _ = first.answer(line, in: kept) }
    _ = first.answer("progress export t.csv", in: kept)
    #expect(kept["t.csv"]?.contains("\"One and two?\",\"open\",\"2\",\"5; '-13\"") == true)
    // The next day.
    var second = session(kept, lesson: text)
    for line in ["lesson short.md", "6", "3", "", "4", "", "progress export u.csv"] {
      _ = second.answer(line, in: kept)
    }
    let table = kept["u.csv"] ?? ""
    #expect(table.contains("\"One and two?\",\"helped\",\"3\",\"5; '-13; 6\""), "\(table)")
    #expect(table.contains("\"Four?\",\"right\",\"0\",\"\""), "\(table)")
    #expect(table.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test func noLineBreakBecomesAQuestionMark() throws {
    for ending in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
      var book = ProgressBook()
      let text = "one\(ending)two"
      book.merge(
        LessonProgress(
          id: text, version: "1", title: text, item: 0, items: 1, heading: text,
          answers: [
            .init(
              question: text, outcome: .helped, tries: 1,
              attempts: [.init(text: text, mistake: text)])
          ]))
      #expect(book.csv.contains("\"one two\",\"helped\",\"1\",\"one two\""))
      let again = try ProgressBook(reading: book.bytes)
      #expect(again.csv == book.csv && again.lessons[0].title == "one two")
    }
  }

  /// What the file spells otherwise is the same question, and the same heading.
  @Test(arguments: ["\u{1F469}\u{200D}\u{1F3EB} What", "so\u{AD}ft", "a\u{200C}b"])
  func whatTheFileSpellsOtherwiseIsKnownAgain(name: String) {
    let text = text.replacing("1 + 1?", with: "\(name) is 1 + 1?").replacing(
      "## Later", with: "## \(name) later")
    let kept = Disk()
    var first = session(kept, lesson: text)
    for line in ["lesson short.md", "", "", "", "5", "quit"] { _ = first.answer(line, in: kept) }
    var second = session(kept, lesson: text)
    for line in ["lesson short.md", "2"] { _ = second.answer(line, in: kept) }
    #expect(kept.progressText.contains("answer\thelped\t1\t"), "\(kept.progressText)")
    var third = session(kept, lesson: text.replacing("Hello.", with: "Hallo."))
    let start = third.answer("lesson short.md", in: kept).text
    #expect(!start.contains("it begins again"), "\(start)")
  }

  @Test func whereTheTextChangedTheSameHeadingCounts() {
    let kept = Disk()
    var first = session(kept)
    for line in ["lesson short.md", "", ""] { _ = first.answer(line, in: kept) }
    var second = session(
      kept, lesson: "# Short\n\nNew.\n\n```epynn\n> step 2\n...\n```\n\n" + "## Later\n\nx")
    let start = second.answer("lesson short.md", in: kept).text
    #expect(
      start.contains("it was changed since you played it; you stopped in 'Later'."), "\(start)")
    #expect(second.machine.next?.step.name == "A")
    var third = session(kept, lesson: "# Other\n\nAll new.")
    #expect(third.answer("lesson short.md", in: kept).text.contains("it begins again"))
  }

  @Test func whatIsWrittenIsBoundedWhateverTheLettersBear() throws {
    let heap = "a" + String(repeating: "\u{1D167}", count: 400)
    var book = ProgressBook()
    for number in 0..<60 {
      book.merge(
        LessonProgress(
          id: "\(number)" + heap, version: heap, title: heap, item: 1, items: 3, heading: heap,
          answers: (0..<ProgressBook.answerLimit).map {
            .init(question: "\($0)" + heap, outcome: .right, tries: 1)
          }))
    }
    #expect(book.bytes.count <= ProgressBook.byteLimit)
    #expect(book.bytes.count > ProgressBook.byteLimit / 2)
    let again = try ProgressBook(reading: book.bytes)
    // Those played last are kept.
    #expect(again["59" + heap] != nil)
    #expect(again["0" + heap] == nil)
  }

  @Test func theBookReadsBackWhatItWrote() throws {
    var book = ProgressBook()
    for number in 0..<400 {
      book.merge(
        LessonProgress(
          id: "lesson \(number)", version: "abc", title: "T\t\u{1B}[31m", item: 2, items: 3,
          heading: "ü", answers: [.init(question: "a\nb", outcome: .skipped, tries: 2)]))
    }
    let again = try ProgressBook(reading: book.bytes)
    #expect(again.lessons.count == ProgressBook.lessonLimit)
    #expect(again["lesson 399"]?.title == "T??[31m")
    #expect(again["lesson 399"]?.answers.first?.question == "a b")
    #expect(again["lesson 0"] == nil)
    #expect(try ProgressBook(reading: again.bytes) == again)
  }

  @Test func howAQuestionFirstWentStays() {
    func progress(_ outcome: LessonProgress.Outcome, version: String = "1") -> LessonProgress {
      LessonProgress(
        id: "a", version: version, title: "", item: 1, items: 2, heading: "",
        answers: [.init(question: "q", outcome: outcome, tries: 0)])
    }
    var book = ProgressBook()
    book.merge(progress(.solution))
    book.merge(progress(.right))
    #expect(book["a"]?.answers.map(\.outcome) == [.solution])
    book.merge(progress(.right, version: "2"))
    #expect(book["a"]?.answers.map(\.outcome) == [.right])
  }

  @Test func aTeacherCollectsATable() throws {
    var book = ProgressBook()
    book.merge(
      LessonProgress(
        id: "=cmd()", version: "f", title: "He said \"x\"", item: 2, items: 9, heading: "",
        answers: [
          .init(question: "1 + 1?", outcome: .right, tries: 0),
          .init(
            question: "a,b", outcome: .helped, tries: 3,
            attempts: [.init(text: "-13", mistake: "slope-left-out"), .init(text: "=x")]),
        ]))
    book.merge(
      LessonProgress(id: "b", version: "e", title: "B", item: 0, items: 4, heading: ""))
    book.rename(to: "@Ada")
    let expected = """
      "name","lesson","title","version","item","items","reached","question","outcome","tries",\
      "wrong","mistakes","hints","minutes"
      "'@Ada","'=cmd()","He said ""x""\","f","","9","2","1 + 1?","right","0","","","0","0"
      "'@Ada","'=cmd()","He said ""x""\","f","","9","2","a,b","helped","3","'-13; '=x",\
      "slope-left-out; ","0","0"
      "'@Ada","b","B","e","","4","0","","","","","","",""

      """
    #expect(book.csv == expected.replacing("\n", with: "\r\n"))
  }

  @Test func exportWritesItWhereAPersonSays() {
    let kept = Disk()
    var session = session(kept)
    _ = session.answer("lesson short.md", in: kept)
    #expect(
      session.answer("progress export class.csv", in: kept).text
        == """
        progress in 1 lesson is in 'class.csv'; it does not say whose: 'progress name
          ADA' would

        """)
    #expect(kept["class.csv"]?.contains("\"short\",\"Short\"") == true)
    #expect(
      session.answer("progress export", in: kept).text.contains("'progress export' needs a file"))
    #expect(
      session.answer("progress exprt x", in: kept).text.contains(
        "no option 'exprt'; there are name NAME and export FILE.csv"))
  }
}
