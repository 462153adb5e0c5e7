import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnData
@testable import EpynnShell

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What cannot be written, and names that would be more than names.
@Suite struct ExportFaultTests {
  private static let formats = ExportFormat.all.map(\.ending)

  private static func words(_ response: Response) -> String {
    response.text.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test(arguments: formats) func whatTheDiskRefusesIsSaid(ending: String) {
    let disk = Disk(failingWith: .unwritable)
    var session = Session(surroundings: disk.surroundings)
    #expect(
      Self.words(session.answer("export nowhere/dW\(ending)", in: disk)).contains(
        "cannot write 'nowhere/dW\(ending)': its folder is missing, full, or not yours to write to")
    )
  }

  @Test func anUnknownEndingIsToldTheKnownOnes() {
    for name in ["p", "p.doc", "p.", ".hidden", "p.html.gz", "html", "torch.pyc"] {
      let disk = Disk()
      var session = Session(surroundings: disk.surroundings)
      #expect(
        Self.words(session.answer("export \(name)", in: disk)).contains(
          "'\(name)' does not say what is wanted; its name ends in .html, .md, .tex, .svg, .npz, .npy,"
            + " .csv, .safetensors, .py, _torch.py or .ipynb"))
      #expect(disk[name] == nil)
    }
  }

  private static let hostile =
    "a'\"</script><b>&$%_#{}^~\\`|]]>-->\u{1B}[2J\u{202E}\nimport antigravity\u{7F}"
  /// A mark behind a sign makes one character of both, and the sign is there all the same.
  private static let marked = String(
    String.UnicodeScalarView(
      hostile.unicodeScalars.flatMap { $0.properties.isAlphabetic ? [$0] : [$0, "\u{301}"] }))

  /// A title and a line of a session, in each format nothing but text.
  @Test(arguments: formats, [hostile, marked])
  func hostileNamesAreText(ending: String, hostile: String) throws {
    var session = Session()
    _ = session.respond(to: hostile)
    for isWhole in [false, true] {
      var content = try session.exportContent(titled: hostile.visible, isWhole: isWhole)
      if isWhole {
        content.lines.append(
          ExportedLine(
            line: hostile, facts: [.sentence(hostile), .literal([Line(hostile)])],
            isRefused: true))
      }
      let bytes = try #require(ExportFormat.of("dW\(ending)")).bytes(
        content, ExportOptions(file: "dW\(ending)"))
      try Self.check(bytes, ending)
    }
  }

  /// Tensors that a verified file calls so.
  @Test(arguments: formats) func hostileTensorsAreText(ending: String) throws {
    let disk = Disk()
    let name = "a'</script>&$%_#{}^~\\`|]]>-->é"
    let table = Session().machine.restarted
    let ran = try table.ranAnew(to: .update)
    let dZ = try #require(ran.value(of: .dZ, layer: 1)).matrix
    disk.put(
      Array((CSVText.line([name]) + dZ.texts.map { CSVText.line($0) }.joined()).utf8),
      at: "mine.csv")
    var session = Session(surroundings: disk.surroundings)
    let answer = Self.words(session.answer("verify mine.csv dZ=\(name)", in: disk))
    #expect(answer.contains("agree"), "\(answer)")
    var content = try session.exportContent(titled: "x", isWhole: false)
    #expect(content.names != nil)
    content.lines = []
    let bytes = try #require(ExportFormat.of("dW\(ending)")).bytes(
      content, ExportOptions(file: "dW\(ending)"))
    try Self.check(bytes, ending)
    guard [".npz", ".csv", ".safetensors"].contains(ending) else { return }
    let (arrays, others) = try FileFormat.arrays(in: bytes, of: "dW\(ending)") { all in
      FileFormat.Wanted(Set(all.indices))
    }
    #expect((arrays.map(\.name) + others).contains(name))
  }

  /// Reads a file as those do who have it: nothing in it is a mark, a command, or a line of its own.
  private static func check(_ bytes: [UInt8], _ ending: String) throws {
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    scalars.removeAll { $0 == "\u{301}" }
    let text = String(scalars)
    switch ending {
    case ".npz", ".npy", ".csv", ".safetensors":
      let (arrays, _) = try FileFormat.arrays(in: bytes, of: "dW\(ending)") { all in
        FileFormat.Wanted(Set(all.indices))
      }
      #expect(!arrays.isEmpty)
      return
    case ".svg":
      let parser = XMLParser(data: Data(bytes))
      #expect(parser.parse(), "\(parser.lineNumber): \(parser.parserError as Any)")
      #expect(!text.contains("<b>") && !text.contains("<script"))
    case ".html":
      let parser = XMLParser(data: Data(bytes))
      #expect(parser.parse(), "\(parser.lineNumber): \(parser.parserError as Any)")
      #expect(text.components(separatedBy: "</script>").count == 3)
      #expect(!text.contains("<b>"))
    case ".md":
      // Outside of fences each mark has a \ before it.
      let outside = text.components(separatedBy: "```").enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
        .replacing("\\\\", with: "").replacing("\\<", with: "")
      #expect(!outside.contains("<"))
    case ".tex":
      #expect(!text.contains("\\script") && !text.contains("%_") && !text.contains("\\b>"))
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
    case ".ipynb":
      let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
      let cells = json?["cells"] as? [[String: Any]] ?? []
      let sources = cells.flatMap { $0["source"] as? [String] ?? [] }.joined()
      #expect(!sources.contains("\nimport antigravity\n") && !sources.contains("<b>"))
    default:
      #expect(
        !text.contains("\nimport antigravity\n") && text.contains("print(\"all numbers agree\")"))
    }
    #expect(
      !text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F || $0.value == 0x202E
      })
  }

  /// A record has an end, and that is said; what came after it is in no line before.
  @Test(arguments: [".html", ".md", ".tex"]) func aRecordThatIsTooLongIsCut(ending: String) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for _ in 1..<Recording.limit { session.recording.add("rate 0.1;") }
    for line in ["show W", "show X", "show Y"] { _ = session.answer(line, in: disk) }
    #expect(session.recording.exchanges.last?.line == "show W")
    #expect(session.recording.exchanges.last?.printed.count == 5)
    _ = session.answer("export p\(ending) session", in: disk)
    let text = try #require(disk["p\(ending)"])
    #expect(
      text.contains("further lines are left out: the record of a session has an end"))
    #expect(text.utf8.count < 2_000_000)
    if ending != ".html" { #expect(text.contains("\n2 further lines")) }
  }
}
