import Foundation
import Testing

/// `epynn-repl exercise` and `epynn-repl grade` as a teacher uses them, and an exercise at a prompt.
@Suite(.waitsForPrograms) struct ClassCommandTests {
  private let program: Program
  private let folder: URL

  init() throws {
    program = try Program()
    folder = program.state
    try write(
      "hw.md",
      """
      # HW

      ```exercise
      title: One layer backward
      layer: 2 relu
      draw: X (4, 3) 0..2; W (3, 2) -2..2; b (1, 2) -1..1; Y (4, 2) 0..5
      where: 1 <= (Z <= 0).sum(axis=0) <= 3
      distinct: slope-left-out
      given: X W b Y
      find: Z dZ
      ```
      """)
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func make(_ ids: String, _ more: [String] = []) throws -> Program.Result {
    try write("ids.txt", ids)
    return try program.run(
      ["exercise", path("hw.md"), "--ids", path("ids.txt"), "--out", path("out")] + more)
  }

  private func files(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  @Test func aClassGetsItsFilesAndNoneElsewhere() throws {
    defer { program.remove() }
    let before = Set(try files("."))
    let made = try make("ada\n../evil\nbob\nAda\n..\n/etc/x\na\\b\nc:d\nkey\n\u{1B}[2J\n")
    #expect(made.status == 1)
    #expect(made.output == "5 files for 2 students in \(path("out"))\n")
    #expect(try files("out") == ["ada.csv", "ada.md", "bob.csv", "bob.md", "key.md"])
    #expect(
      Set(try files(".")).subtracting(before) == [
        "out", "ids.txt", "input", "output", "complaints",
      ])
    let said = made.complaints.split(separator: "\n").map(String.init)
    #expect(said.count == 8)
    #expect(
      said[0].hasSuffix(":2: '../evil' cannot be a file's name everywhere; letters and digits work")
    )
    #expect(said[1].hasSuffix(":4: 'Ada' stands in line 1 already; one sheet is made"))
    #expect(said[6].hasSuffix(":9: 'key' is the name of the teacher's key; another id works"))
    #expect(!made.complaints.contains("\u{1B}"))
  }

  @Test func nothingIsWrittenOverUnlessItMayBe() throws {
    defer { program.remove() }
    #expect(try make("ada\n").status == 0)
    try write("out/ada.csv", "mine")
    let again = try make("ada\nbob\n")
    #expect(again.status == 2)
    #expect(again.complaints.hasPrefix("'ada.md' and 2 more are in '"))
    #expect(again.complaints.hasSuffix("already; --replace writes over what is there\n"))
    #expect(try String(contentsOfFile: path("out/ada.csv"), encoding: .utf8) == "mine")
    #expect(try !files("out").contains("bob.csv"))
    #expect(try make("ada\nbob\n", ["--replace"]).status == 0)
    // A link in a file's place is replaced, and nothing written where it leads.
    try FileManager.default.removeItem(atPath: path("out/ada.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: path("out/ada.csv"), withDestinationPath: path("elsewhere"))
    #expect(try make("ada\n", ["--replace"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: path("elsewhere")))
  }

  @Test func whatCannotBeDrawnSaysWhichLineFailed() throws {
    defer { program.remove() }
    let text = try String(contentsOfFile: path("hw.md"), encoding: .utf8)
    try write("hw.md", text.replacing("<= 3\n", with: "<= 3\nwhere: abs(Z) > 100\n"))
    let made = try make("ada\n")
    #expect(made.status == 2)
    #expect(made.complaints.contains(":3:1: of "))
    #expect(made.complaints.contains("'where: abs(Z) > 100' failed "))
    #expect(!FileManager.default.fileExists(atPath: path("out")))
  }

  @Test func whatCameBackIsMarked() throws {
    defer { program.remove() }
    #expect(try make("ada\nbob\n").status == 0)
    try FileManager.default.createDirectory(
      atPath: path("back/deep/er"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: path("out/ada.csv"), toPath: path("back/deep/er/a.csv"))
    try write("back/bob.csv", "")
    let graded = try program.run(
      ["grade", path("hw.md"), path("back"), "--csv", path("marks.csv"), "--ids", path("ids.txt")])
    #expect(graded.status == 1)
    #expect(graded.output.contains("ada  0  0   0     not answered\n"))
    #expect(graded.output.contains("bob.csv: this file is empty\n"))
    let marks = try String(contentsOfFile: path("marks.csv"), encoding: .utf8)
    #expect(marks.hasPrefix("id,file,Z,dZ,points,of,first wrong,mistake\r\n"))
    let again = try program.run(["grade", path("hw.md"), path("back"), "--csv", path("marks.csv")])
    #expect(again.status == 2)
    #expect(again.complaints.contains("is there already; --replace writes over it"))
    #expect(
      try program.run(["grade", path("hw.md"), path("none")]).complaints
        .contains("there is no such file"))
  }

  @Test func anExerciseFitsAScreen() throws {
    defer { program.remove() }
    let terminal = try program.terminal()
    try terminal.send("exercise \(path("hw.md")) ada\r")
    try terminal.waitFor("Z shape> ")
    try terminal.send("4 2\r")
    try terminal.waitFor("Z> ")
    try terminal.send(":reveal Z\r")
    let refused = try terminal.waitFor("Z> ")
    #expect(refused.contains("'reveal' waits until the exercise is over"))
    try terminal.send("X @ W + b\r")
    #expect(try terminal.waitFor("dZ shape> ").contains("all 8 cells agree"))
    try terminal.send("\u{3}")
    #expect(try terminal.waitFor("dZ shape> ").contains("the exercise goes on"))
    try terminal.send("leave \(path("ada.csv"))\r")
    #expect(try terminal.waitFor("epynn forward(1)> ").contains("1 of 2 tensors right"))
    #expect(FileManager.default.fileExists(atPath: path("ada.csv")))
  }
}
