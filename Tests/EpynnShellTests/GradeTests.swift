import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnData
@testable import EpynnShell

/// What comes back of an exercise, as classes hand it in, and what is said of it.
@Suite struct GradeTests {
  private static let exercise = """
    # HW

    ```exercise
    title: One layer <backward> & "more"
    layer: 2 relu
    draw: X (4, 3) 0..2; W (3, 2) -2..2; b (1, 2) -1..1; Y (4, 2) 0..5
    where: 1 <= (Z <= 0).sum(axis=0) <= 3
    distinct: slope-left-out, gradient-averaged, bias-averaged, bias-from-da
    given: X W b Y
    find: Z dZ dW db
    points: Z 1, dZ 2
    ```
    """

  private static func own(_ text: String = exercise) throws -> OwnExercise {
    try OwnExercise(reading: Array(text.utf8), file: "hw.md")
  }

  /// What a student hands in: right, but for what is changed.
  private static func csv(
    _ id: String, _ change: (String, [[String]]) -> [[String]] = { $1 }, header: Bool = true
  ) throws -> String {
    let drawn = try own().drawn(for: StudentID(id))
    var blank = ExerciseBlank(drawn: drawn)
    for name in drawn.exercise.find {
      let texts = try #require(drawn.value(of: name)).texts
      blank.answers[name] = change(name.text(of: 1), texts)
    }
    let text = blank.text
    return header ? text : String(text.drop { $0 != "\r\n" }.dropFirst())
  }

  private static func book(
    _ files: [(String, String)], list: [String] = []
  ) throws -> Gradebook {
    try Gradebook(
      own(), files: files.map { ReturnedFile(path: $0, content: .success(Array($1.utf8))) },
      list: list.map { try StudentID($0) })
  }

  private static func screen(_ book: Gradebook) -> String {
    let look = Session().look
    return Page(GradeScreen(book: book, look: look).facts, look).text
  }

  private static func zeroed(_ name: String) -> (String, [[String]]) -> [[String]] {
    { $0 == name ? $1.map { $0.map { _ in "77" } } : $1 }
  }

  /// Every table for a spreadsheet: what people wrote begins no formula in it.
  @Test(arguments: SpreadsheetTextTests.formulas)
  func noTableHoldsAFormula(text: String) throws {
    var progress = ProgressBook()
    progress.merge(
      LessonProgress(
        id: text, version: text, title: text, item: 1, items: 2, heading: text,
        answers: [
          .init(
            question: text, outcome: .helped, tries: 1,
            attempts: [.init(text: text, mistake: text), .init(text: text)])
        ]))
    progress.rename(to: text)
    let grades = GradeReport(
      book: try Self.book([(text, ""), ("ada.csv", try Self.csv("ada"))]), look: Session().look)
    for table in [progress.csv, grades.csv, CSVText.line([text, "a", text])] {
      #expect(SpreadsheetTextTests.formula(in: table) == nil, "\(table)")
      #expect(table.unicodeScalars.contains { "=+-@＝＋－＠".unicodeScalars.contains($0) })
    }
  }

  @Test func aTableOfAClass() throws {
    let book = try Self.book(
      [
        ("ada.csv", try Self.csv("ada")),
        (
          "bob.csv",
          try Self.csv("bob") { name, rows in name == "dW" ? rows.map { $0.map { _ in "" } } : rows
          }
        ),
        ("cy.csv", try Self.csv("cy", Self.zeroed("Z"))),
        ("dan.csv", ""), ("eve.csv", "Z\n1,x\n"),
      ], list: ["ada", "bob", "cy", "dan", "eve", "fay"])
    #expect(
      Self.screen(book) == """
        id   Z  dZ  dW  db  of 5  first wrong
        ada  1  2   1   1   5
        bob  1  2   0   1   4     not all answered
        cy   0  2   1   1   4     Z: unexplained
        dan.csv: this file is empty
        eve.csv: line 2, column 2: 'x' is not a number, and this column holds numbers

        5 files, 3 marked, 4.33 of 5 points on average
        what went wrong first:
          1  Z: unexplained
        handed nothing in: fay

        """)
  }

  @Test func whoseAFileIs() throws {
    let ada = try Self.csv("ada", header: false)
    let files = [
      ("Ada Lovelace_123_assignsubmission_file/hw.csv", try Self.csv("ada")),
      ("bob_77_assignsubmission_file/hw.csv", try Self.csv("bob", header: false)),
      ("ada.csv", ada),
    ]
    let book = try Self.book(files, list: ["ada", "bob"])
    #expect(book.students.map(\.student.id.text) == ["ada", "bob", "ada"])
    #expect(book.students.allSatisfy { $0.student.marking.points == 5 })
    #expect(
      Self.screen(book).contains("ada.csv: handed in more than once, 'Ada"))
    // Without a list the name of the folder tells where all files are called the same.
    let folders = try Self.book([
      ("ada/hw.csv", ada), ("bob/hw.csv", try Self.csv("bob", header: false)),
    ])
    #expect(folders.students.map(\.student.id.text) == ["ada", "bob"])
  }

  /// What a file system reads in it is read here too, and nothing in it is unseen.
  @Test(arguments: [
    "ada/\u{301}eve", "a\u{D4E}/../x", "a\u{D4E}/b", "a<\u{301}b", ".\u{301}a", "-\u{301}a",
    "a.\u{301}/", "bob\u{34F}",
    "\u{3164}", "\u{115F}a", "a\u{FE00}",
  ]) func whatIsNoNameOfAFileIsNoID(text: String) {
    #expect(throws: IDFault.self) { try StudentID(text) }
  }

  @Test(arguments: ["René", "Rene\u{301}", "李雷", "heart\u{2764}\u{FE0F}", "a.b", "O'Neil"])
  func whatPeopleAreCalledIs(text: String) throws {
    #expect(try StudentID(text).text == text)
  }

  /// Whose file it is follows from the list, its numbers from the spelling for which they were drawn.
  @Test func anIdSpelledOtherwiseIsMarkedByItsOwnNumbers() throws {
    let book = try Self.book([("hw.csv", Self.csv("Ada"))], list: ["ada"])
    #expect(book.students.map(\.student.id.text) == ["ada"])
    #expect(book.students.map(\.student.marking.points) == [5])
    #expect(book.missing.isEmpty)
    let sheet = try Self.csv("ada").replacing("id,ada", with: "id,Ada")
    #expect(
      try Self.book([("hw.csv", sheet)], list: ["ada"]).students.map(\.student.marking.points) == [
        5
      ])
  }

  /// A spreadsheet made 7 of 007: the file is called as the student is.
  @Test func whatIsNoIdOfTheListYieldsToTheFilesName() throws {
    let csv = try Self.csv("007").replacing("id,007", with: "id,7")
    let book = try Self.book([("007.csv", csv)], list: ["007", "008"])
    #expect(book.students.map(\.student.id.text) == ["007"])
    #expect(book.students.map(\.student.marking.points) == [5])
    let other = try Self.book([("x.csv", Self.csv("Carl"))], list: ["007"])
    #expect(Self.screen(other).contains("x.csv: 'Carl' is not in the list of ids"))
  }

  /// Where nothing is said of an answer until it is marked, no page says it, nor holds what would.
  @Test(arguments: ["yes", "no"]) func aPageChecksWhereItMay(checks: String) throws {
    let text = Self.exercise.replacing("points: Z 1, dZ 2", with: "checks: \(checks)")
    let folder = try ExerciseFolder.made(
      of: Array(text.utf8), named: "hw.md", for: Array("ada\n".utf8), named: "ids", as: .html)
    let page = try #require(folder.files.first { $0.name == "ada.html" }?.text)
    #expect(page.contains("data-check=") == (checks == "yes"))
    #expect(
      page.filter { !$0.isWhitespace }.contains("\"givens\":null,\"steps\":null")
        == (checks == "no"))
    #expect(page.contains("ada-answers.csv"))
  }

  /// A complaint points at the line and the word that it is about, however many lines draw.
  @Test(arguments: [
    (6, "draw: W (2, 2) 0..1", 6, 6), (7, "draw: b (1, 2) 0..1; b (1, 2) 1..2", 7, 21),
    (7, "draw: Z (4, 2) 0..1", 7, 6), (6, "draw: W (3, 2) 0..1; W (3, 2) 0..1", 6, 21),
    (5, "draw: X (4, 3) 0.26..0.29 1 decimals", 5, 6),
  ]) func aDrawIsRefusedWhereItStands(place: Int, line: String, row: Int, column: Int) throws {
    var lines = [
      "# HW", "", "```exercise", "layer: 2 relu", "draw: X (4, 3) 0..2", "draw: W (3, 2) 0..1",
      "draw: b (1, 2) 0..1", "draw: Y (4, 2) 0..1", "given: X W b Y", "find: A", "```", "",
    ]
    lines[place - 1] = line
    do {
      _ = try Self.own(lines.joined(separator: "\n"))
      Issue.record("it was read")
    } catch let complaint as Complaint {
      #expect(complaint.trail.last?.line == row && complaint.column == column, "\(complaint)")
    }
  }

  @Test func pointsOfWhatIsNotAskedForAreRefused() throws {
    let text = Self.exercise.replacing("points: Z 1, dZ 2", with: "points: Z 1, dX 2")
    do {
      _ = try Self.own(text)
      Issue.record("it was read")
    } catch let complaint as Complaint {
      #expect(
        complaint.problem.sentence
          == "'dX' does not work for 'points'; it wants a tensor that 'find' names")
    }
  }

  /// A file that could not be marked was handed in all the same.
  @Test func aFileThatIsRefusedWasHandedIn() throws {
    let book = try Self.book([("bob.csv", "x"), ("ada.csv", "")], list: ["ada", "bob", "cy"])
    #expect(book.missing.map(\.text) == ["cy"])
    #expect(Self.screen(book).contains("2 files, none marked\nhanded nothing in: cy\n"))
    let report = GradeReport(book: book, look: Session().look)
    #expect(report.csv.contains("\nbob,bob.csv,"))
  }

  /// To so many decimals: zeros at the end are gone where a spreadsheet has written it.
  @Test(
    arguments: [
      (2, 0.999, "1", 1), (2, 0.999, "1.00", 1), (2, 0.999, "0.99", 0), (2, 0.999, "2", 0),
      (0, -4.8, "-5", 1), (0, -4.8, "-4", 0), (0, 19.8, "20", 1), (2, 0.5, "0.5", 1),
      (2, 0.123, "0.12", 1),
      (2, 0.123, "0.13", 0),
    ] as [(Int, Double, String, Int)])
  func decimalsThatWereAskedForAreEnough(decimals: Int, truth: Double, text: String, right: Int)
    throws
  {
    let fence =
      "# HW\n\n```exercise\nlayer: 1 identity\ndraw: X (1, 1) \(truth)..\(truth) 3 decimals; W (1, 1) 1..1; b (1, 1) 0..0; Y (1, 1) 1..1\ngiven: X W b Y\nfind: A\ndecimals: \(decimals)\n```\n"
    let own = try Self.own(fence)
    let drawn = try own.drawn(for: StudentID("ada"))
    var blank = ExerciseBlank(drawn: drawn)
    blank.answers[TensorName(.a, layer: 1)] = [[text]]
    let book = Gradebook(
      own, files: [ReturnedFile(path: "ada.csv", content: .success(Array(blank.text.utf8)))])
    #expect(book.students.map(\.student.marking.points) == [Double(right)], "\(blank.text)")
  }

  /// One name has one set of numbers, however a disk spells it.
  @Test(arguments: [
    ("René", "Rene\u{301}"), ("Ǟ", "A\u{308}\u{304}"), ("각", "\u{1100}\u{1161}\u{11A8}"),
  ])
  func aNameTakenApartIsTheSame(composed: String, apart: String) throws {
    #expect(Array(composed.utf8) != Array(apart.utf8))
    #expect(try Array(StudentID(apart).text.utf8) == Array(composed.utf8))
    let book = try Self.book([("\(apart).csv", Self.csv(composed, header: false))])
    #expect(book.students.map(\.student.marking.points) == [5])
  }

  @Test func anotherStudentsNumbersAreSaidToBeTheirs() throws {
    let book = try Self.book([
      ("ada.csv", try Self.csv("ada")),
      ("bob.csv", try Self.csv("ada").replacing("id,ada", with: "id,bob")),
    ])
    #expect(Self.screen(book).contains("bob.csv: these are the numbers of 'ada'\n"))
    #expect(!Self.screen(book).contains("ada.csv: these"))
  }

  /// As spreadsheets save them: a byte-order mark, semicolons and decimal commas, quotes, UTF-16.
  @Test func tablesAsSpreadsheetsSaveThem() throws {
    let text = try Self.csv("ada")
    let german = "\u{FEFF}" + text.replacing(",", with: ";")
    let decimals = german.replacing("\r\n1;", with: "\r\n1,0;")
    let quoted = text.replacing("id,ada", with: "\"id\",\"ada\"")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.replacing(",", with: "\t").utf16 {
      wide += [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    for bytes in [Array(german.utf8), Array(decimals.utf8), Array(quoted.utf8), wide] {
      let file = ReturnedFile(path: "x/hw.csv", content: .success(bytes))
      let book = try Gradebook(Self.own(), files: [file])
      #expect(book.students.first?.student.id.text == "ada")
      #expect(book.students.first?.student.marking.points == 5)
    }
  }

  @Test func theGivensAreTheExercisesOwn() throws {
    let cheated = try Self.csv("ada").replacing("\r\nW\r\n", with: "\r\nW\r\n9,9\r\n")
    let text = cheated.replacing("X\r\n", with: "X\r\nseven,\r\n")
    let book = try Self.book([("ada.csv", text)])
    #expect(book.students.first?.student.marking.points == 5)
  }

  @Test func aTableOfMarksKeepsTextText() throws {
    let text = try Self.csv("ada").replacing("id,ada", with: "id,'=1+2")
    let book = try Self.book([("@x.csv", text), ("-2.csv", "")])
    let lines = GradeReport(book: book, look: Session().look).csv.components(separatedBy: "\r\n")
    #expect(lines[0] == "id,file,Z,dZ,dW,db,points,of,first wrong,mistake")
    #expect(lines[1].hasPrefix("'=1+2,'@x.csv,"))
    #expect(lines[2].hasPrefix("\"\",'-2.csv,"))
  }

  @Test func othersReadTheReports() throws {
    let book = try Self.book([
      ("ada.csv", try Self.csv("ada", Self.zeroed("dZ"))), ("dan.csv", ""),
    ])
    let report = GradeReport(book: book, look: Session().look)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.text.utf8)) as? [String: Any])
    let files = try #require(object["files"] as? [[String: Any]])
    #expect(files[0]["points"] as? Double == 3)
    #expect(files[1]["error"] as? String == "this file is empty")
    let suites = try XMLElements(report.junit)
    #expect(suites.named("testcase").count == 5)
    #expect(suites.named("failure").count == 1)
    #expect(suites.named("error").first?["message"] == "this file is empty")
    #expect(report.gradescope == nil)
    let one = GradeReport(
      book: try Self.book([("ada.csv", try Self.csv("ada"))]), look: Session().look)
    let scope = try #require(one.gradescope?.text)
    let scores = try JSONSerialization.jsonObject(with: Data(scope.utf8)) as? [String: Any]
    #expect(scores?["score"] as? Double == 5)
  }

  /// Moodle's questions by a parser of XML, and each field by what Moodle makes of it.
  @Test func moodleReadsTheQuestions() throws {
    let folder = try ExerciseFolder.made(
      of: Array(Self.exercise.utf8), named: "hw.md", for: Array("ada\nbob\n".utf8),
      named: "ids.txt", as: .moodle)
    let file = try #require(folder.files.first { $0.name == "moodle.xml" })
    let xml = try XMLElements(file.text)
    #expect(xml.named("question").compactMap { $0["type"] } == ["category", "cloze", "cloze"])
    for (place, id) in ["ada", "bob"].enumerated() {
      let drawn = try Self.own().drawn(for: StudentID(id))
      let texts = xml.texts(in: "question")[place + 1]
      #expect(texts[0] == "One layer <backward> & \"more\", \(id)")
      let page = try XMLElements("<page>\(texts[1])</page>")
      let fields = page.contents(of: "td").filter { $0.hasPrefix("{") }
      let truth = try drawn.exercise.find.flatMap { try #require(drawn.value(of: $0)).elements }
      #expect(fields.count == truth.count)
      for (field, number) in zip(fields, truth) { try Self.check(field, number) }
      // Two points for dZ's eight cells are as much as one for dW's six.
      #expect(Set(fields.map { $0.prefix { $0 != ":" } }) == ["{3", "{6", "{4", "{12"])
    }
  }

  /// `{3:NUMERICAL:=4:0.005~%0%-13:0.005#…}`.
  private static func check(_ field: String, _ number: Double) throws {
    let parts = field.dropFirst().dropLast().split(separator: ":", maxSplits: 2)
    #expect(parts[1] == "NUMERICAL")
    let answers = parts[2].replacing("\\~", with: "").split(separator: "~")
    let right = answers[0].dropFirst().split(separator: ":")
    #expect(answers[0].first == "=")
    #expect(abs(try #require(Double(right[0])) - number) < 1e-12)
    for wrong in answers.dropFirst() {
      #expect(wrong.hasPrefix("%0%"))
      let value = try #require(Double(wrong.dropFirst(3).prefix { $0 != ":" }))
      #expect(abs(value - number) > 2 * (try #require(Double(right[1]))))
      #expect(wrong.contains("#"))
    }
  }
}
