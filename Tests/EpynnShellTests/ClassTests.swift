import TestSupport
import Testing

@testable import EpynnShell

/// What the tables of a class add up to, and what is said of it.
@Suite struct ClassTests {
  private static let header =
    "name,lesson,title,version,item,question,outcome,tries,wrong,mistakes\n"

  private func table(_ rows: [String]) -> [UInt8] {
    Array((Self.header + rows.joined(separator: "\n") + "\n").utf8)
  }

  private func text(
    _ files: [(String, [String])], ids: String? = nil, width: Int = 80
  ) throws -> String {
    var report =
      try ids.map { try ClassReport(list: Array($0.utf8), named: "ids.txt") } ?? ClassReport()
    for (file, rows) in files { try report.add(table(rows), fromFile: file) }
    return report.page(on: Screen(width: width)).text
  }

  private static let class3 = [
    (
      "a.csv",
      [
        "Ada,g,Gradients,f0,4,What is dZ?,right,0,,",
        "Ada,g,Gradients,f0,7,What is dW?,helped,2,-13; 7,slope-left-out; ",
      ]
    ),
    (
      "b.csv",
      [
        "Ben,g,Gradients,f0,4,What is dZ?,skipped,0,,",
        "Ben,g,Gradients,f0,7,What is dW?,open,1,-13.0,slope-left-out",
      ]
    ),
    ("c.csv", ["Cyd,g,Gradients,f0,4,What is dZ?,solution,0,,"]),
  ]

  @Test func aClassIsAddedUp() throws {
    let expected = """
      3 of the 4 in 'ids.txt' handed in

      Gradients (g): 3 of 4 began it
      not begun: Dot
        item  first  helped  shown  skip  open  none  wrong  question
           4      1       0      1     1     0     1      0  What is dZ?
           7      0       1      0     0     1     2      3  What is dW?
        most frequent wrong answers, by how many gave them:
        2 ×  item 7  -13  slope-left-out
        1 ×  item 7  7    no mistake is known for it

      first: right at the first try; helped: after a wrong answer or a hint; shown:
        by 'solution'; open: wrong so far; none: not begun; wrong: wrong answers

      """
    #expect(try text(Self.class3, ids: "Ada\nBen\nCyd\nDot\n") == expected)
  }

  @Test func withoutAListWhoHandedInIsTheClass() throws {
    let text = try text(Self.class3)
    #expect(text.hasPrefix("3 handed in\n\nGradients (g): 3 of 3 began it\n  item  first"))
    #expect(!text.contains("not begun:"))
  }

  /// No order of the files changes anything but the order in which they are named.
  @Test func theOrderOfFilesDoesNotMatter() throws {
    var generator = SeededGenerator(seed: 3)
    let outcomes = LessonProgress.Outcome.allCases.map(\.rawValue)
    for _ in 0..<trials(60) {
      let files = (0..<6).map { number -> (String, [String]) in
        let rows = (1...3).map { item -> String in
          let outcome = outcomes.randomElement(using: &generator) ?? "open"
          let wrong = ["", "-13", "7; -13", "7.0"].randomElement(using: &generator) ?? ""
          let name = ["Ada", "ada", "Ben", "Cyd"].randomElement(using: &generator) ?? ""
          return "\(name),g,G,f\(number % 2),\(item),Question \(item)?,\(outcome),0,\(wrong),"
        }
        return ("\(number).csv", rows)
      }
      func numbers(_ files: [(String, [String])]) throws -> String {
        let text = try text(files, ids: "Ada\nBen\nCyd\nDot\n")
        return text.split(separator: "\n").filter { !$0.contains("csv") && !$0.hasPrefix("  '") }
          .joined(separator: "\n")
      }
      #expect(try numbers(files) == numbers(files.shuffled(using: &generator)))
      // Handed in again, nothing counts twice.
      let again = files.map { ("again/" + $0.0, $0.1) }
      let once = try numbers(files)
      let table = try numbers(files + again)
      #expect(
        table.contains(once.split(separator: "\n").dropFirst().prefix(5).joined(separator: "\n")))
    }
  }

  @Test func aTableHandedInTwiceCountsOnceAndIsSaid() throws {
    let text = try text([
      ("a.csv", ["Ada,g,G,f,4,What?,open,1,3,"]),
      ("new/a.csv", [" ada ,g,G,f,4,What?,helped,2,3; 5,"]),
    ])
    #expect(text.contains("   4      0       1      0     0     0     0      2  What?\n"))
    #expect(
      text.contains(
        """

        'Ada' handed in 2 tables, 'a.csv' and 'new/a.csv'; each question counts once,
          as the fuller one has it
        taken for one: 'Ada' and 'ada'

        """))
  }

  @Test func versionsAreSaid() throws {
    let rows = [("a.csv", "Ada", "f0"), ("b.csv", "Ben", "f0"), ("c.csv", "Cyd", "=f1")].map {
      ($0, ["\($1),g,G,\($2),4,What?,right,0,,"])
    }
    #expect(
      try text(rows).contains(
        """
        G (g): 3 of 3 began it
        2 versions of it were played, f0 by 2 and =f1 by 1; questions of the same text
          are counted together

        """))
  }

  @Test func duplicatesAndStrangersAreSaid() throws {
    let text = try text(
      [("a.csv", ["Eve,g,G,f,4,What?,right,0,,"])],
      ids: "\u{FEFF}id\r\nAda\r\n# who left\r\nada\r\n a d a\r\n../b\r\n")
    #expect(
      text.hasPrefix(
        """
        0 of the 1 in 'ids.txt' handed in
        not in 'ids.txt', and counted: 'Eve'
        'ada' stands in 'ids.txt' twice, in lines 2 and 4; it counts once
        line 6 of 'ids.txt' is passed over: '../b' cannot be a file's name everywhere;
          letters and digits work
        'a d a' in 'ids.txt' is taken for 'Ada'

        G (g): 1 of 2 began it
        not begun: Ada

        """), "\(text)")
  }

  @Test func nobodyHandedIn() throws {
    #expect(
      try text([], ids: "Ada\nBen\n")
        == "0 of the 2 in 'ids.txt' handed in\nnot begun: Ada, Ben\n")
  }

  /// Whose a table without a name is: an id in the name of file or folder, a folder of Moodle's.
  @Test(arguments: [
    ("ada.csv", "Ada", nil), ("x/ADA/progress.csv", "Ada", nil), ("hand_in_ada_2.csv", "Ada", nil),
    ("Ben Bee_4711_assignsubmission_file_/p.csv", "Ben Bee", nil),
    ("x/ada.ben.csv", "x/ada.ben.csv", "x/ada.ben.csv"), ("canada.csv", "canada.csv", "canada.csv"),
  ])
  func aTableWithoutANameIsSomebodys(path: String, name: String, nameless: String?) throws {
    var book = ClassBook(roster: try Roster(Array("Ada\n".utf8)), named: "ids.txt")
    try book.add(table([",g,G,f,4,What?,right,0,,"]), fromFile: path)
    let owner = try #require(book.people.first { !$0.files.isEmpty })
    #expect(owner.name == name)
    #expect(owner.isNameless == (nameless != nil))
    if let nameless {
      #expect(
        ClassNotes(book: book).nameless == [
          "1 table without a name, which 'progress name ADA' would give: '\(nameless)'"
        ])
    }
  }

  @Test(arguments: ["", "\n \n", "# nobody\n", "id\n"]) func anEmptyListIsRefused(list: String) {
    #expect(
      throws: ClassReport.Refusal(
        place: "", sentence: "there is no id in it; one stands on each line")
    ) { try ClassReport(list: Array(list.utf8), named: "ids.txt") }
  }

  /// Whatever is in a table, a line is not wider than the screen, and nothing is obeyed.
  @Test(arguments: [40, 80, 200]) func itFitsTheScreen(width: Int) throws {
    let long =
      String(repeating: "ｗｉｄｅ and long ", count: 30) + "e"
      + String(repeating: "\u{301}", count: 300)
    let names = (0..<40).map { "Student with a long name \($0)" }
    let files = names.enumerated().map { number, name in
      (
        "\(long.prefix(90))/\(number).csv",
        [
          "\(name),\(long.prefix(150)),\(long.prefix(150)),f\(number),12345,\(long),helped,9,"
            + "\(long.prefix(120)); 2,\(long.prefix(150));",
          "\(name),l,\u{1B}[31m\u{202E}red,f,1,What\u{1B}]0;x\u{7}?,right,0,\u{1B}[2J; 3,",
        ]
      )
    }
    let text = try text(files, ids: names.joined(separator: "\n") + "\nA\n a\n", width: width)
    for line in text.split(separator: "\n") {
      #expect(String(line).displayWidth <= max(width, 78), "\(line)")
    }
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{7F}" })
    #expect(!text.contains("\u{202E}") && !text.contains("\u{1B}"))
  }

  /// However much is handed in, no more is kept than there is room for.
  @Test func whatIsTooMuchIsPassedOver() throws {
    var book = ClassBook(byteLimit: 1 << 20)
    let filling = String(repeating: "x", count: 1000)
    let bytes = table((0..<200).map { "Ada,g,G,f,\($0),Question \($0)?,right,0,,\(filling)" })
    for number in 0..<4 { try book.add(bytes, fromFile: "\(number).csv") }
    do throws(ProgressTableFault) {
      try book.add(bytes, fromFile: "4.csv")
      Issue.record("a fifth table of 200 KB was kept in 1 MB")
    } catch {
      #expect(
        error.sentence == "it is passed over: the tables before it fill the 1 MB that are kept")
    }
    #expect(book.people.first?.files.count == 4)
    // A small one has room still.
    try book.add(table(["Ben,g,G,f,1,What?,right,0,,"]), fromFile: "5.csv")
  }
}
