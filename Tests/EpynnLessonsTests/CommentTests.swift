import EpynnLessons
import Testing

/// Comments of Markdown in a lesson: nobody sees them, and nothing in them plays.
@Suite struct CommentTests {
  private func lesson(_ text: String) throws -> Lesson { try Lesson(reading: Array(text.utf8)) }

  @Test(arguments: [
    "<!-- one -->", "  <!-- one -->  ", "<!--\none\n-->", "<!-- one\n\n# two\n\nthree -->",
    "<!--\n```epynn\n> W\n```\n-->", "<!--\n```question\nno answer\n```\n-->", "<!--\n```\n-->",
    "<!---->", "<!-- a -->\n<!-- b -->",
  ])
  func theyAreLeftOut(comment: String) throws {
    let lesson = try lesson("# T\n\nA.\n\n\(comment)\n\n```epynn\n> rate\n```\n")
    #expect(lesson.items.map(\.content).count == 2)
    #expect(lesson.items[0].content == .prose(["# T", "", "A."]))
    #expect(lesson.title == "T")
    let fence = try #require(lesson.items.last)
    // Lines are counted with the comments.
    #expect(
      fence.line == 5 + comment.split(separator: "\n", omittingEmptySubsequences: false).count + 1)
  }

  /// What does not end a line, or never ends, stands as it is: nothing is lost.
  @Test(arguments: ["<!-- one --> two", "<!-- one", "a <!-- one -->", "<!-- a --> b <!-- c -->"])
  func whatIsNoneIsShown(text: String) throws {
    let lesson = try lesson("# T\n\n\(text)\n\n```epynn\n> rate\n```\n")
    #expect(lesson.items.first?.content == .prose(["# T", "", text]))
    #expect(lesson.items.count == 2)
  }

  /// A mark behind the end belongs to it on the screen, and is text behind it; at the beginning it
  /// begins a comment all the same.
  @Test func aMarkHidesNeitherItsBeginningNorItsEnd() throws {
    let one = try lesson("# T\n\n<!-- a -->\u{301}\n\n```epynn\n> rate\n```\n\n<!-- b -->\n")
    #expect(one.items.count == 2)
    let other = try lesson("# T\n\nA.\n\n<!--\u{301} the answer is 5 -->\n")
    #expect(other.items.map(\.content) == [.prose(["# T", "", "A."])])
  }

  @Test func insideAFenceItIsALine() throws {
    let lesson = try lesson("```question\n<!-- What? -->\nanswer: 3\n```\n")
    guard case .question(let question) = lesson.items[0].content else {
      Issue.record("\(lesson.items)")
      return
    }
    #expect(question.text == "<!-- What? -->")
  }

  @Test func oneThatIsNeverClosedIsKnown() throws {
    #expect(try LessonSource(Array("a\n<!-- b\n<!-- c\n".utf8)).unclosedComment == 2)
    #expect(try LessonSource(Array("a\n<!-- b\n-->\n".utf8)).unclosedComment == nil)
  }

  /// However many begin and never end, the lines are read once.
  @Test func aHeapOfThemTakesNoTime() throws {
    let heap = String(repeating: "<!-- a\n", count: 100_000)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try LessonSource(Array(heap.utf8)) }
    #expect(time < .seconds(5))
  }
}
