import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnShell

/// Papers: an iteration as Markdown and for LaTeX, with boxes and a key, and nothing of a stranger's
/// that a typesetter would obey.
@Suite struct PaperTests {
  private static func paper(_ export: String, _ lines: [String] = []) throws -> String {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in lines { _ = session.answer(line, in: disk) }
    let answer = session.answer("export \(export)", in: disk).text
    let file = String(export.prefix { $0 != " " })
    return try #require(disk[file], "\(answer)")
  }

  /// Looked at: rendered by GitHub's Markdown, and compiled by pdflatex.
  @Test(arguments: ["example.md", "example.tex"])
  func theExamplesPaperIsTheOneThatWasLookedAt(file: String) throws {
    let folder = try #require(Bundle.module.resourceURL)
    let golden = try String(
      contentsOf: folder.appending(path: "Fixtures/pages/\(file)"), encoding: .utf8)
    #expect(try Self.paper("\(file) blank dZ dW key") == golden)
  }

  @Test(arguments: ["p.md", "p.tex"]) func everyNumberIsTheMachines(file: String) throws {
    let paper = try Self.paper(file)
    for (line, number) in [
      ("W[1,0] = 2.71875", "2.7188"), ("b = [[0.5, 8.25]]", "8.25"), ("Y[3,1] = 77.5", "77.5"),
    ] {
      #expect(!paper.contains(number))
      #expect(try Self.paper(file, [line]).contains(number), "\(line)")
    }
  }

  @Test(arguments: ["p.md", "p.tex"]) func whatIsHiddenHasNoNumber(file: String) throws {
    let set = "W[0,0] = 1.2345"
    let machine = try #require(
      {
        var session = Session()
        _ = session.respond(to: set)
        return session.machine.afterUpdate
      }())
    let dW = try #require(machine.value(of: .dW, layer: 1)).matrix
    let hidden = dW.elements.map { $0.text(.standard) }.filter { $0.count > 5 }
    #expect(!hidden.isEmpty)
    let open = try Self.paper(file, [set])
    for covered in [
      try Self.paper(file, [set, "cover dW"]), try Self.paper("\(file) blank dW", [set]),
    ] {
      for number in hidden {
        #expect(open.contains(number))
        #expect(!covered.contains(number), "\(number)")
      }
    }
    #expect(try Self.paper("\(file) blank dW key", [set]).contains(hidden[0]))
  }

  /// A name is text, whatever stands in it.
  @Test func noTitleIsACommand() throws {
    let title = "a$b_\\input{x}%#<script>"
    let tex = try Self.paper("'\(title).tex'".replacing("'", with: ""))
    #expect(!tex.contains("\\input{x}"))
    #expect(tex.contains("a{\\char36}b\\_\\textbackslash{}input\\{x\\}\\%\\#\\textless{}scr"))
    let markdown = try Self.paper("\(title).md")
    #expect(markdown.hasPrefix("# a&#36;b\\_\\\\input{x}%\\#\\<script\\>\n"))
  }

  @Test func aSessionIsWhatStoodOnTheScreen() throws {
    let paper = try Self.paper("p.md session", ["step", "show W"])
    #expect(paper.contains("```text\n> show W\nW (3, 2)  (n, u)  weights\n"))
    #expect(paper.contains("> step\n"))
  }

  /// A page is as long as it takes, and a curve is not.
  @Test(arguments: ["p.md", "p.tex"]) func aCurveIsNoHigherThanWide(file: String) throws {
    let paper = try Self.paper("\(file) session", ["train 30", "plot"])
    #expect(paper.split(separator: "\n").count < 120)
    #expect(!paper.contains("?"))
  }

  /// A record of what was said would hold what was seen before it was covered.
  @Test(arguments: ["p.md", "p.tex", "p.html"]) func aRecordWaitsUntilNothingIsHidden(file: String)
  {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in ["goto update", "show dW", "cover dW"] { _ = session.answer(line, in: disk) }
    let answer = session.answer("export \(file) session", in: disk).text
    #expect(answer.contains(" would hold dW, which is hidden;"), "\(answer)")
    #expect(disk[file] == nil)
  }

  @Test(arguments: ["vote dW[0,1]", "vote shape dX"]) func nothingLeavesWhileTheRoomVotes(
    vote: String
  ) {
    for format in ExportFormat.all {
      let disk = Disk()
      var session = Session(surroundings: disk.surroundings)
      _ = session.answer(vote, in: disk)
      let file = "dW\(format.ending)"
      let answer = session.answer("export \(file)", in: disk).text
      #expect(answer.contains("what the room is asked, which is"), "\(answer)")
      #expect(disk[file] == nil)
    }
  }

  /// A line of text is that text, wherever its marks stand.
  @Test(arguments: [
    ("1. of two", "1\\. of two"), ("- not a list", "\\- not a list"), ("2) b", "2\\) b"),
    ("W (3, 2) + b!", "W (3, 2) + b!"), ("a - b", "a - b"), ("# no", "\\# no"),
    ("$x$", "&#36;x&#36;"), ("=== ", "\\=== "), ("-3", "\\-3"), ("1.5", "1\\.5"), ("12", "12"),
    ("[a](b)", "\\[a\\](b)"), ("<b>&", "\\<b\\>\\&"), ("> q", "\\> q"), ("dW[0,1]", "dW\\[0,1\\]"),
  ])
  func plainTextHasNoMarks(text: String, markdown: String) {
    #expect(MarkdownText.plain(text) == markdown)
  }

  /// A sheet and a key for LaTeX hold what those in Markdown hold.
  @Test func sheetsAreForLaTeXToo() throws {
    let exercise = Array(
      """
      # HW

      ```exercise
      title: One & <two>
      layer: 2 relu
      loss: MSE
      draw: X (4, 3) 0..2; W (3, 2) -2..2; b (1, 2) -1..1; Y (4, 2) 0..5
      distinct: gradient-averaged
      given: X W b Y
      find: Z dW
      points: dW 2
      ```
      """.utf8)
    func files(_ format: ExerciseFolder.Format) throws -> [String: String] {
      let folder = try ExerciseFolder.made(
        of: exercise, named: "hw.md", for: Array("ada\nbob\n".utf8), named: "ids", as: format)
      return Dictionary(uniqueKeysWithValues: folder.files.map { ($0.name, $0.text) })
    }
    let (markdown, tex) = (try files(.markdown), try files(.tex))
    #expect(
      tex.keys.sorted() == ["ada.csv", "ada.tex", "bob.csv", "bob.tex", "key.tex"])
    #expect(tex["ada.csv"] == markdown["ada.csv"])
    for name in ["ada", "bob", "key"] {
      let sheet = try #require(tex["\(name).tex"])
      let numbers = try #require(markdown["\(name).md"]).split(separator: "\n")
        .filter { $0.hasPrefix("| **") }
        .map { $0.split(separator: "|").dropFirst().map { $0.trimmingSpaces } }
      let rows = sheet.split(separator: "\n").filter { $0.contains(" & ") }
        .map { $0.replacing("\\\\", with: "").split(separator: "&").map { $0.trimmingSpaces } }
      #expect(!numbers.isEmpty && numbers == rows, "\(name)")
      #expect(sheet.contains("\\section*{One \\& \\textless{}two\\textgreater{}"))
      #expect(sheet.contains("\\item dW: 2 points") == (name != "key"))
      #expect(sheet.contains("gradient{-}averaged: dW") == (name == "key"))
    }
  }
}
