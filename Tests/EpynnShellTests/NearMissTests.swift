import EpynnLessons
import Testing

@testable import EpynnShell

/// A word that is nearly one of a lesson's is told, and no other.
@Suite struct NearMissTests {
  private func found(_ text: String) throws -> [LessonTest.Discrepancy] {
    try LessonTest.nearMisses(in: Array(text.utf8))
  }

  /// A word with one letter left out, added, doubled, changed or moved, or in another case.
  private static func slips(of word: String) -> [String] {
    let letters = Array(word)
    var slips = [word.uppercased(), word.capitalized, word + "s"]
    for place in letters.indices {
      slips.append(String(letters[..<place] + letters[(place + 1)...]))
      slips.append(String(letters[...place] + letters[place...]))
      slips.append(String(letters[..<place] + ["k"] + letters[(place + 1)...]))
      if place > 0 {
        var swapped = letters
        swapped.swapAt(place, place - 1)
        slips.append(String(swapped))
      }
    }
    return slips.filter { $0 != word }
  }

  @Test(arguments: [FenceKind.transcript, .question, .lesson].map(\.word))
  func everySlipInAFence(word: String) throws {
    let slips = Self.slips(of: word)
    #expect(slips.count >= 4 * word.count)
    for slip in slips + ["{\(word)}", ".\(word)", "\(word) more"] {
      let found = try found("# T\n\n```\(slip)\n> x\n```\n")
      #expect(found.map(\.line) == [3], "\(slip)")
      #expect(found.first?.message.first?.contains("is not played; '\(word)'") == true, "\(slip)")
    }
    #expect(try found("``\(word)\n> step\n``\n").map(\.line) == [1])
  }

  @Test func aCommentThatIsNeverClosed() throws {
    let found = try found("# T\n\n<!-- one\n\n```epynn\n> step\n...\n```\n")
    #expect(found.map(\.line) == [3])
    #expect(
      found.first?.message == [
        "the comment that begins here is never closed; a line that ends in '-->' closes it"
      ])
  }

  @Test(arguments: FenceKind.question.keys)
  func everySlipInAKey(word: String) throws {
    let slips = Self.slips(of: word).map { "\($0):" }
    let forms = [
      "  \(word):", "\t\(word):", "\(word) :", "- \(word):", "**\(word):**", "\(word) 2:",
    ]
    for slip in slips + forms {
      let found = try found("# T\n\n```question\nWhat?\nanswer: 3\n\(slip) x\n```\n")
      #expect(found.map(\.line) == [6], "\(slip)")
      #expect(found.first?.message.first?.contains("'\(word):' at the line's start") == true)
    }
  }

  @Test(arguments: [
    ("choice: up choice: down\nanswer: up", 5), ("choice: up, answer: up\nanswer: up", 5),
    ("answer: 3 hint: count", 5), ("answer: 3\nhint: one hint: two", 6),
    ("answer: 3\nwrong: 4 | x wrong: 5 | y", 6), ("choice: up\n  choice: down\nanswer: up", 6),
    ("answer: up\nchoice: up\nand choice: down", 7),
  ])
  func whatRunsIntoOneLine(lines: String, line: Int) throws {
    #expect(try found("# T\n\n```question\nWhat?\n\(lines)\n```\n").map(\.line) == [line])
  }

  @Test func aChoiceAloneIsNone() throws {
    let text = "# T\n\n```question\nWhat?\nchoice: up\nanswer: up\n```\n"
    let failures = LessonTest().discrepancies(of: try Lesson(reading: Array(text.utf8)))
    #expect(failures.map(\.message) == [["there is one choice only; each has a line of its own"]])
  }

  @Test(arguments: [
    "```python\nanswers: 3\n```", "```json\n{}\n```", "```less\n```", "```swift\n> step\n```",
    "```\nx\n```",
    "An epyn, a quesion; Hint: none.", "``code`` and `epyn`", "~~struck~~ epynn",
    "```question\nNote: what is it?\nWho: me\nanswer: 3\nhint: the answer: it is odd\nwhy: so\n  and so\n```",
    "```lesson\nid: x\nskipping: no\n```", "```epynn refused\n> x y\n```",
    "```epynn\n> step\nHint: x\n```",
  ])
  func whatIsNoneIsLeftAlone(text: String) throws {
    #expect(try found(text) == [])
  }

  @Test(arguments: LessonLibrary.names)
  func theBuiltInLessonsHaveNone(name: String) throws {
    let lesson = try #require(LessonLibrary.lesson(named: name))
    #expect(
      lesson.items.contains {
        if case .question(let q) = $0.content { !q.wrong.isEmpty } else { false }
      })
  }
}
