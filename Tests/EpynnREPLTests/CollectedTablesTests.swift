import Foundation
import Testing

/// `epynn-repl class`, as a teacher uses it on a folder of what was handed in.
@Suite(.waitsForPrograms) struct CollectedTablesTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func write(_ text: String, _ name: String) throws -> String {
    let file = program.state.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func table(_ name: String, outcome: String = "right") -> String {
    "name,lesson,title,item,question,outcome\n\(name),g,Gradients,4,What?,\(outcome)\n"
  }

  @Test func aFolderIsAddedUpAndWhatIsNoTableStopsNothing() throws {
    defer { program.remove() }
    let ids = try write("Ada\nBen\nCyd\n", "ids.txt")
    _ = try write(table("Ada"), "in/ada/progress.csv")
    _ = try write(table("Ben", outcome: "skipped"), "in/ben/deep/PROGRESS.CSV")
    let empty = try write("", "in/empty.csv")
    let foreign = try write("a,b\n1,2\n", "in/foreign.csv")
    let damaged = try write(table("Cyd", outcome: "maybe"), "in/damaged.csv")
    _ = try write("nothing", "in/notes.txt")
    _ = try write("nothing", "in/__MACOSX/._progress.csv")
    let folder = program.state.appending(path: "in").path
    // A folder within itself.
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/loop", withDestinationPath: folder)
    let result = try program.run(["class", "--ids", ids, folder, "/nowhere.csv"])
    #expect(result.status == 2)
    #expect(
      result.complaints == """
        \(damaged):2: 'maybe' does not work for 'outcome'; the table is another, or was changed
        \(empty): there is nothing in this file
        \(foreign): this is no table of progress; 'progress export FILE.csv' writes one, in the program
        /nowhere.csv: cannot be read: there is no such file

        """)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("2 of the 3 in '") == true, "\(result.output)")
    #expect(lines.contains("Gradients (g): 2 of 3 began it"))
    #expect(lines.contains("not begun: Cyd"))
    #expect(lines.contains("     4      1       0      0     1     0     1      0  What?"))
  }

  @Test func allWellIsZeroAndEachTableIsReadOnce() throws {
    defer { program.remove() }
    let ada = try write(table("Ada"), "ada.csv")
    let result = try program.run(["class", ada, ada])
    #expect(result.status == 0)
    #expect(result.complaints.isEmpty)
    #expect(result.output.hasPrefix("1 handed in\n\nGradients (g): 1 of 1 began it\n"))
    #expect(!result.output.contains("2 tables"))
  }

  @Test func aListOrFolderThatIsNoneIsSaid() throws {
    defer { program.remove() }
    let ada = try write(table("Ada"), "ada.csv")
    let nobody = try write("\n", "nobody.txt")
    let missing = try program.run(["class", "--ids", "/nowhere.txt", ada])
    #expect(missing.status == 2 && missing.output.isEmpty)
    #expect(missing.complaints == "/nowhere.txt: cannot be read: there is no such file\n")
    let empty = try program.run(["class", "--ids", nobody, ada])
    #expect(empty.status == 2 && empty.output.isEmpty)
    #expect(empty.complaints == "\(nobody): there is no id in it; one stands on each line\n")
    try FileManager.default.createDirectory(
      at: program.state.appending(path: "none"), withIntermediateDirectories: true)
    let folder = program.state.appending(path: "none").path
    let none = try program.run(["class", folder])
    #expect(none.status == 2 && none.output.isEmpty)
    #expect(none.complaints == "\(folder): there is no .csv file in this folder\n")
    #expect(try program.run(["class"]).status == 2)
    #expect(try program.run(["class", "--help"]).status == 0)
  }

  /// Thirty tables, and five hundred, in the time of a breath.
  @Test func aLargeClassIsFast() throws {
    defer { program.remove() }
    for number in 0..<500 { _ = try write(table("S\(number)"), "in/\(number % 20)/\(number).csv") }
    let start = ContinuousClock.now
    let result = try program.run(["class", program.state.appending(path: "in").path])
    #expect(result.output.hasPrefix("500 handed in\n\nGradients (g): 500 of 500 began it\n"))
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
