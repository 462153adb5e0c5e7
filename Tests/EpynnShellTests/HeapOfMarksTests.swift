import EpynnLessons
import Testing

@testable import EpynnShell

/// One letter may bear millions of marks, and counts as one: limits count scalars and bytes.
@Suite struct HeapOfMarksTests {
  private let heap = "a" + String(repeating: "\u{301}", count: 30_000)

  @Test func aSentenceQuotesSoManyScalars() {
    #expect(heap.quoted(limit: 40).unicodeScalars.count == 40)
    #expect(String(repeating: "x", count: 40).quoted() == String(repeating: "x", count: 40))
    #expect("e\u{301}té".quoted(limit: 3) == "e\u{301}…")
  }

  /// Whatever a line says about a word of it, it says little.
  @Test(arguments: [
    "#", "# = 3", "show #", "goto #", "lesson #.md", "load #", "data #.csv", "dense #", "loss #",
    "bug #", "set # 3", "set precision #", "mine # = 3", "verify #.npz", "help #", "save #.txt",
    "#(3)", "zeros(2, #=3)", "delete #", "cover #", "predict #", "break dW if #", "progress #",
  ])
  func answersStayShort(line: String) {
    var session = Session()
    let text = session.respond(to: line.replacing("#", with: heap), from: .script).text
    #expect(text.utf8.count < 5_000, "\(line): \(text.utf8.count)")
  }

  @Test func aLessonsTitleIsQuoted() throws {
    let bytes = Array("# \(String(heap.unicodeScalars.prefix(9_000)))\n\n```epynn\n> W\n```\n".utf8)
    var session = Session(surroundings: Surroundings(read: { _ in .success(bytes) }))
    let text = session.respond(to: "lesson x.md").text
    // The prose itself is shown; what is said of it is short.
    #expect(text.utf8.count < 9_000 * 2 + 1_000, "\(text.utf8.count)")
  }

  @Test func whatNobodyCouldReadIsNoLesson() {
    func fault(_ text: String) -> LessonFault? {
      do throws(LessonFault) {
        _ = try Lesson(reading: Array(text.utf8))
        return nil
      } catch { return error }
    }
    let long = String(repeating: "x", count: 20_001)
    #expect(
      fault("# T\n```question\nwhat\nanswer: 3\nhint: \(long)\n```\n")
        == LessonFault(.tooLong(limit: 20_000), line: 2))
    #expect(fault("# T\n```epynn\n> v = \(long)\n```\n") == nil)
    let line = String(repeating: "x", count: 2_000_001)
    #expect(
      fault("# T\n```epynn\n> \(line)\n```\n") == LessonFault(.tooLong(limit: 2_000_000), line: 3))
    #expect(
      LessonFault(.tooLong(limit: 20_000), line: 1).sentence
        == "this is longer than 20000 bytes, the most that is read here; break it into parts")
  }
}
