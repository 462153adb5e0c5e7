import Foundation
import Testing

@testable import EpynnShell

/// Pictures of screens: what stood there, where it stood, in its colours; those of the README are the
/// program's.
@Suite struct PictureTests {
  private static func picture(_ lines: [String], export: String = "p.svg") throws -> String {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in lines { _ = session.answer(line, in: disk) }
    let answer = session.answer("export \(export)", in: disk).text
    return try #require(disk["p.svg"], "\(answer)")
  }

  /// The letters of a picture by their places, read by a parser of XML: the screen once more.
  private static func screen(_ picture: String) throws -> [String] {
    let xml = try XMLElements(picture)
    var rows: [Int: [(column: Int, text: String)]] = [:]
    for (attributes, text) in zip(xml.named("text"), xml.contents(of: "text")) {
      func number(_ name: String) throws -> Double {
        try #require(attributes[name].flatMap(Double.init))
      }
      let row = Int(((try number("y") - 28.5) / 16).rounded())
      let column = Int(((try number("x") - 16) / 8.43).rounded())
      #expect(abs(try number("textLength") - 8.43 * Double(text.displayWidth)) < 0.1)
      rows[row, default: []].append((column, text))
    }
    return (0...(rows.keys.max() ?? 0)).map { row in
      (rows[row] ?? []).sorted { $0.column < $1.column }.reduce("") { line, piece in
        line + String(repeating: " ", count: piece.column - line.displayWidth) + piece.text
      }
    }
  }

  @Test(arguments: [
    ["step", "step"], ["run"], ["explain dW[0,1]"], ["help"], ["why"],
    ["train 20;", "plot"], ["run;", "focus W[0,1]", "show W"],
    ["set colors plain", "run;", "mine dZ = dA"],
  ])
  func whatStoodOnTheScreenStandsInThePicture(lines: [String]) throws {
    var session = Session()
    var said = ""
    for line in lines {
      let text = session.respond(to: line).text
      if !text.isEmpty { said = "> \(line)\n" + text }
    }
    let screen = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let drawn = try Self.screen(try Self.picture(lines))
    #expect(drawn == screen.map { Line(String($0)).trimmed.text })
  }

  @Test func withoutALineItIsTheStart() throws {
    #expect(
      try Self.screen(try Self.picture([])).first?.hasPrefix("epynn-repl · a debugger") == true)
  }

  @Test func whatWasRefusedStandsInRed() throws {
    let picture = try Self.picture(["nonsense"])
    #expect(picture.contains("class=\"refusal\""))
    #expect(try Self.screen(picture).last == "no command 'nonsense'; 'help' lists the commands")
  }

  /// What stood there before it was covered is no picture any more.
  @Test func aScreenFromBeforeTheCoverStaysHere() throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in ["run;", "show dW", "cover dW;"] { _ = session.answer(line, in: disk) }
    let answer = session.answer("export p.svg", in: disk).text
    #expect(disk["p.svg"] == nil)
    #expect(answer.contains("what the last screen shows"), "\(answer)")
  }

  @Test func aSessionIsAllOfItsLines() throws {
    let screen = try Self.screen(
      try Self.picture(["show W", "show b"], export: "p.svg session"))
    #expect(screen.filter { $0.hasPrefix("> ") } == ["> show W", "> show b"])
  }

  @Test func aNumberThatIsAnotherIsAnotherInThePicture() throws {
    #expect(!(try Self.picture(["show W"])).contains("2.7188"))
    #expect(try Self.picture(["W[1,0] = 2.71875", "show W"]).contains("2.7188"))
  }

  @Test func whatIsHiddenIsNotInIt() throws {
    let picture = try Self.picture(["run;", "cover dW", "show dW"])
    #expect(try Self.screen(picture).contains { $0.contains("?  ?") })
    #expect(!(try Self.picture(["b = [[0.125, 8.25]]", "cover b", "show b"])).contains("8.25"))
  }

  @Test func nothingInItIsAMark() throws {
    let picture = try Self.picture(["note </text><script>alert(1)</script>"])
    #expect(!picture.contains("<script"))
    _ = try XMLElements(picture)
  }

  /// The pictures of the README, and the lines whose last screen each is.
  static let pictures: [(name: String, lines: [String])] = [
    ("card", ["goto dZ;", "step"]),
    ("explain", ["run;", "explain dW[0,1]"]),
    ("mine", ["run;", "mine dW = [[3, -13], [2, -1], [3, -8]]"]),
    ("verdicts", ["run;", "bug gradient-averaged;", "check"]),
  ]

  @Test(arguments: pictures) func theReadmesPicturesAreCurrent(
    name: String, lines: [String]
  ) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = ".github/pictures/\(name).svg"
    let kept = try? String(contentsOf: root.appending(path: file), encoding: .utf8)
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in lines { _ = session.answer(line, in: disk) }
    _ = session.answer("export \(name).svg", in: disk)
    let commands = (lines + ["export \(file) replace"]).map { "-c '\($0)'" }
    #expect(
      kept == disk["\(name).svg"],
      "made by: mkdir -p .github/pictures; epynn-repl \(commands.joined(separator: " "))")
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(file))
  }
}
