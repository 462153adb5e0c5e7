import Foundation
import TestSupport
import Testing

@testable import EpynnShell

/// Tables of progress as students hand them in: as the program writes them, and as a spreadsheet
/// saved them since.
@Suite struct ProgressTableTests {
  static let files = [
    "program", "excel-utf8", "excel-semicolons", "excel-unicode", "excel-sep", "libreoffice",
    "numbers", "carriage-returns", "excel-taken-apart", "excel-windows",
  ]

  /// `Fixtures/make_tables.py` has the same rows.
  @Test(arguments: files) func aSpreadsheetsTableIsTheSame(file: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/tables/\(file)", withExtension: "csv"))
    let rows = try ProgressTable(reading: Array(Data(contentsOf: url))).rows
    // Windows-1252 has no letter for the turned W's mark.
    let mark = file == "excel-windows" ? "?" : "ᵀ"
    var first = LessonProgress.Answer(
      question: "What is dW[0,1]?", outcome: .helped, tries: 2,
      attempts: [.init(text: "-13", mistake: "slope-left-out"), .init(text: "7")])
    (first.item, first.hints, first.seconds) = (7, 1, 240)
    var second = LessonProgress.Answer(
      question: "Which shape has \"dW\", then?", outcome: .open, tries: 1,
      attempts: [.init(text: "(2, 3)", mistake: "the other way round; so W\(mark)")])
    second.item = 10
    let (name, version) = ("Zoë Müller", "bfcdba1fa4a87ef9")
    #expect(
      rows == [
        ProgressRow(
          name: name, lesson: "gradients", title: "Gradients", version: version, answer: first),
        ProgressRow(
          name: name, lesson: "gradients", title: "Gradients", version: version, answer: second),
        ProgressRow(name: name, lesson: "xor", title: "XOR", version: "0a"),
      ])
  }

  /// What the program wrote before it knew names, hints and mistakes.
  @Test func anOlderTableIsRead() throws {
    let text = """
      "lesson","title","version","items","reached","question","outcome","tries","wrong"
      "a","A","f","9","2","1 + 1?","helped","2","'-13; 4"

      """
    let rows = try ProgressTable(reading: Array(text.utf8)).rows
    #expect(
      rows == [
        ProgressRow(
          lesson: "a", title: "A", version: "f",
          answer: .init(
            question: "1 + 1?", outcome: .helped, tries: 2,
            attempts: [.init(text: "-13"), .init(text: "4")]))
      ])
  }

  /// Whatever a book holds, its table says the same.
  @Test func everyBookComesBack() throws {
    var generator = SeededGenerator(seed: 6)
    func text(_ least: Int) -> String {
      let letters: [Character] = [
        "=", "+", "-", "@", "'", ";", " ", ",", "\"", "a", "1", "\n", "\u{1B}", "é", "|", "#",
      ]
      let count = Int.random(in: least...6, using: &generator)
      let middle = (0..<count).map { _ in letters.randomElement(using: &generator) ?? "a" }
      return "x" + String(middle).onOneLine.visible + "x"
    }
    for _ in 0..<trials(100) {
      var book = ProgressBook()
      book.rename(to: text(0))
      for number in 0..<Int.random(in: 1...3, using: &generator) {
        let answers = (0..<Int.random(in: 0...3, using: &generator)).map { place in
          let attempts = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            LessonProgress.Attempt(
              text: String(text(1).dropFirst().dropLast()).trimmingSpaces + "!",
              mistake: Bool.random(using: &generator) ? text(0) : nil)
          }
          var answer = LessonProgress.Answer(
            question: text(0) + "\(place)",
            outcome: .allCases.randomElement(using: &generator) ?? .open,
            tries: attempts.count, attempts: attempts)
          answer.item = place + 1
          answer.hints = Int.random(in: 0...3, using: &generator)
          answer.seconds = 60 * Int.random(in: 0...90, using: &generator)
          return answer
        }
        book.merge(
          LessonProgress(
            id: text(0) + "\(number)", version: text(0), title: text(0), item: 1, items: 4,
            heading: "", answers: answers))
      }
      let expected = book.lessons.flatMap { lesson -> [ProgressRow] in
        let row = ProgressRow(
          name: book.name, lesson: lesson.id, title: lesson.title, version: lesson.version)
        guard !lesson.answers.isEmpty else { return [row] }
        return lesson.answers.map {
          var row = row
          row.answer = $0
          return row
        }
      }
      #expect(try ProgressTable(reading: Array(book.csv.utf8)).rows == expected)
    }
  }

  @Test(arguments: [
    ("", "", "there is nothing in this file"),
    (
      "\n\n", "",
      "this is no table of progress; 'progress export FILE.csv' writes one, in the program"
    ),
    (
      "id,ada\nZ\n1,2\n", "",
      "this is no table of progress; 'progress export FILE.csv' writes one, in the program"
    ),
    ("lesson,question,outcome\n", "", "no lesson is begun in it"),
    ("lesson,question,outcome\na,\"b\n", ":2:2", "the quote that opens here is never closed"),
    (
      "lesson,question,outcome\na,b,right,x\n", ":2",
      "this row has 4 fields and the first has 3; all rows must be equally long"
    ),
    (
      "lesson,question,outcome\n\na,b,maybe\n", ":3",
      "'maybe' does not work for 'outcome'; the table is another, or was changed"
    ),
    (
      "lesson,question,outcome,tries\na,b,right,-1\n", ":2",
      "'-1' does not work for 'tries'; the table is another, or was changed"
    ),
    (
      "lesson,question,outcome,item\na,b,right,99999999999999999999\n", ":2",
      "'99999999999999999999' does not work for 'item'; the table is another, or was changed"
    ),
    (
      "lesson,question,outcome\n,b,right\n", ":2",
      "'' does not work for 'lesson'; the table is another, or was changed"
    ),
  ])
  func whatIsNoneIsSaid(text: String, place: String, sentence: String) {
    do throws(ProgressTableFault) {
      _ = try ProgressTable(reading: Array(text.utf8))
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.sentence == sentence)
      #expect(error.place == place)
    }
  }

  /// Whatever is changed in a table, it is read or refused, and nothing of it is obeyed.
  @Test func everyDamageIsReadOrRefused() throws {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/tables/program", withExtension: "csv"))
    let whole = Array(try Data(contentsOf: url))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<trials(200) {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
      guard let rows = try? ProgressTable(reading: bytes).rows else { continue }
      for row in rows {
        let texts = [row.name, row.lesson, row.title] + (row.answer?.wrong ?? [])
        #expect(texts.allSatisfy { $0 == $0.visible })
      }
    }
  }
}
