import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnShell

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pages: what stands on them is the machine's, and nothing that is to be found does.
@Suite struct HTMLPageTests {
  private static func page(
    _ lines: [String] = [], _ export: String = "export page.html", named file: String = "page.html"
  ) throws -> String {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in lines { _ = session.answer(line, in: disk) }
    let answer = session.answer(export, in: disk).text
    return try #require(disk[file], "\(answer)")
  }

  /// What keeps a reader of XML from the end of a page; `nil` where it is well formed.
  private static func fault(of page: String) -> String? {
    let parser = XMLParser(data: Data(page.utf8))
    return parser.parse() ? nil : "\(parser.lineNumber): \(parser.parserError as Any)"
  }

  /// Looked at in a browser, light and dark, and on paper.
  @Test func theExamplesPageIsTheOneThatWasLookedAt() throws {
    let folder = try #require(Bundle.module.resourceURL)
    let golden = try String(
      contentsOf: folder.appending(path: "Fixtures/pages/example.html"), encoding: .utf8)
    let page = try Self.page([], "export example.html", named: "example.html")
    let (found, wanted) = (page.split(separator: "\n"), golden.split(separator: "\n"))
    let place = zip(found, wanted).enumerated().first { $1.0 != $1.1 }
    #expect(place == nil)
    #expect(page == golden)
    #expect(page.utf8.count < 200_000)
  }

  @Test func everyNumberIsTheMachines() throws {
    let page = try Self.page()
    for (line, numbers) in [
      ("W[1,0] = 2.71875", ["2.7188"]), ("X[0,0] = 3.14159", ["3.1416", "2.1416"]),
      ("b = [[0.5, 8.25]]", ["8.25"]), ("Y[3,1] = 77.5", ["77.5"]),
    ] {
      let changed = try Self.page([line])
      for number in numbers {
        #expect(!page.contains(">\(number)<"), "\(number)")
        #expect(changed.contains(">\(number)<"), "\(line): \(number)")
      }
    }
  }

  private static func numbers(in page: String) -> Set<String> {
    Set(
      page.utf8.split { !"0123456789.-e".utf8.contains($0) }.map {
        String(decoding: $0, as: UTF8.self)
      })
  }

  private static let odd = [
    "X = [[0.31, 1.27], [0.73, -0.59], [-1.13, 0.41]]", "dense 3 softplus",
    "W = [[0.37, -0.83, 0.61], [0.19, 0.47, -0.29]]", "b = [[0.11, -0.07, 0.23]]",
  ]

  @Test(arguments: [("softplus", "MSE"), ("softmax", "CCE")])
  func noDigitOfABlankIsInThePage(activation: String, loss: String) throws {
    let lines =
      Self.odd + [
        "activation \(activation)", "loss \(loss)",
        "Y = [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3], [0.9, 0.05, 0.05]]",
      ]
    var session = Session()
    for line in lines { _ = session.respond(to: line) }
    let solved = try session.machine.restarted.ranAnew(to: .update)
    for quantity in [Quantity.z, .dA, .dZ, .dW] {
      let page = try Self.page(lines, "export page.html blank \(quantity.name)")
      let truth = try #require(solved.value(of: quantity, layer: 1)).matrix
      // Another tensor, or the cost, may have the same digits by chance.
      let others = Quantity.allCases.filter { $0 != quantity }.flatMap {
        solved.value(of: $0, layer: 1)?.matrix.elements.map { $0.text(.standard) } ?? []
      }
      let costs = [solved.cost, solved.totalLoss].compactMap { $0?.text(.standard) }
      let written = Self.numbers(in: page).subtracting(others + costs)
      for number in truth.elements where number.shortestText.count > 5 {
        for digits in [number.text(.standard), number.shortestText] {
          #expect(!written.contains(digits), "\(activation) \(quantity.name) \(digits)")
        }
      }
      #expect(page.components(separatedBy: "<input").count == truth.elements.count + 1)
      #expect(page.contains("data-check=\"\(TensorName(quantity, layer: 1).key)\""))
      #expect(Self.fault(of: page) == nil)
    }
    let key = try Self.page(lines, "export page.html blank dZ key")
    #expect(key.contains("<h2>Key</h2>"))
  }

  @Test func whatIsCoveredIsNotInThePage() throws {
    let page = try Self.page(Self.odd + ["Y = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "cover dW"])
    let open = try Self.page(Self.odd + ["Y = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]"])
    let table = try #require(open.firstMatch(of: /data-tensor="dW1"(.|\n)*?<\/table>/)).output.0
    let numbers = table.matches(of: /<td>(-?\d+\.\d+)</).map { $0.output.1 }
    #expect(numbers.count == 6)
    let written = Self.numbers(in: page)
    for number in numbers { #expect(!written.contains(String(number)), "\(number)") }
    #expect(!page.contains("<input"))
  }

  /// Whatever a file, a line or a label is called, it is text.
  @Test(arguments: ["</script><img src=x>\"'&amp;<!--\u{1B}[2J\u{202E}]]><template>"])
  func whatIsTypedIsText(hostile: String) throws {
    let content = try Session().exportContent(
      titled: hostile, isWhole: false,
      blanks: [
        TensorName(.dZ, layer: 1)
      ])
    var session = Session()
    for line in [hostile, "show '\(hostile)'", "predict \(hostile)"] {
      _ = session.respond(to: line)
    }
    var record = try session.exportContent(titled: hostile, isWhole: true)
    record = ExportContent(
      title: record.title, machine: record.machine, stops: [],
      lines: record.lines + [
        ExportedLine(line: hostile, facts: [.sentence(hostile)], isRefused: true)
      ], screen: record.screen, curves: [], blanks: [], key: [], look: record.look)
    for page in [try HTMLPage(content).text(), try HTMLPage(record).text()] {
      #expect(Self.fault(of: page) == nil, "\(hostile)")
      #expect(page.components(separatedBy: "</script>").count == 3)
      #expect(!page.contains("<img") && !page.contains("\u{1B}") && !page.contains("\u{202E}"))
    }
  }

  /// A line of each sort of fact.
  @Test func aSessionLeavesWithAllThatItSaid() throws {
    let lines = [
      "next", "next 1", "show all", "status", "explain Z[0,1]", "path W[0,0]", "convention",
      "run", "train 3", "plot", "heat W", "history", "help", "why", "network", "shapes",
    ]
    let page = try Self.page(lines, "export page.html session")
    #expect(Self.fault(of: page) == nil)
    for typed in ["show all", "explain Z[0,1]", "train 3"] {
      #expect(page.contains("<h2><code>\(typed)</code></h2>"))
    }
    for part in ["<polyline", "<rect", "class=\"terms\"", "<dl>", "class=\"listing\"", "<pre>"] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test func whatCannotBeFilledInIsRefused() {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    _ = session.answer("next", in: disk)
    for (options, reason) in [
      ("blank W", "W"), ("blank X", "X"), ("session blank dZ", "a .html of a session"),
    ] {
      let answer = session.answer("export page.html \(options)", in: disk).text
      #expect(answer.contains(reason), "\(answer)")
      #expect(disk["page.html"] == nil)
    }
  }

  /// It says of which tensors there was no room to tell where they come from.
  @Test func aPageKeepsToItsSize() throws {
    var session = Session()
    for line in ["dense 6 tanh", "dense 2 sigmoid", "Y = [[1, 0], [0, 1], [1, 0], [0, 1]]"] {
      _ = session.respond(to: line)
    }
    let content = try session.exportContent(titled: "x", isWhole: false)
    let whole = try HTMLPage(content).text()
    #expect(!whole.contains("To keep the page small"))
    let small = try HTMLPage(content, limit: 120_000).text()
    #expect(small.contains("To keep the page small it does not say where the cells of"))
    #expect(small.utf8.count < whole.utf8.count - 20_000)
    let script = HTMLPage.script.utf8.count + HTMLPage.style.utf8.count
    #expect(small.utf8.count < 120_000 + script + 5_000)
  }

  /// All that steps and mistakes are made of is in the script.
  @Test func theScriptCanComputeAllThatIsAsked() throws {
    let script = HTMLPage.script
    #expect(!script.contains("]]>") && !script.contains("</"))
    for activation in Activation.Rule.all {
      for loss in Loss.all {
        var session = Session()
        for line in [
          "dense 3 \(activation.name)", "dense 2 \(activation.name)", "loss \(loss.name)",
          "Y = [[1, 0], [0, 1], [1, 0], [0, 1]]",
        ] { _ = session.respond(to: line) }
        let machine = session.machine
        for stop in machine.stops where stop.step.phase != .update {
          let json = FormulaJSON(machine: machine, layer: stop.evaluationLayer)
          for assignment in machine.formulas(of: stop) {
            #expect(json.text(of: assignment.expression) != nil, "\(activation.name) \(stop.label)")
          }
          for mistake in Mistake.all where stop.step.writes.contains(mistake.quantity) {
            guard let wrong = machine.formula(of: mistake, layer: stop.evaluationLayer) else {
              continue
            }
            #expect(json.text(of: wrong) != nil, "\(activation.name) \(mistake.name)")
          }
        }
      }
    }
    for name in FormulaJSON.functions {
      #expect(script.contains(" \(name):") || script.contains(" \(name),"), "\(name)")
    }
  }

  @Test func anExerciseIsAPageThatSavesWhatGradeReads() throws {
    let folder = try #require(Bundle.module.resourceURL)
    let bytes = Array(
      try Data(contentsOf: folder.appending(path: "Fixtures/exercises/relu.md")))
    let made = try ExerciseFolder.made(
      of: bytes, named: "relu.md", for: Array("ada\no'neil & co\n".utf8), named: "ids.txt",
      as: .html)
    #expect(made.files.map(\.name).contains("ada.html") && made.files.last?.name == "key.md")
    let drawn = try OwnExercise(reading: bytes, file: "relu.md").drawn(for: StudentID("ada"))
    let page = try #require(made.files.first { $0.name == "ada.html" }).text
    #expect(Self.fault(of: page) == nil)
    // The saved table begins as the blank one does.
    let blank = ExerciseBlank(drawn: drawn).text
    let head = try #require(blank.range(of: "\r\nZ\r\n"))
    let json = JSONText.string(String(blank[..<head.lowerBound]) + "\r\n").text
    #expect(page.contains("\"csv\": \(json)"))
    // The mistakes that it tells apart come first.
    let dW = try #require(page.range(of: "{\"tensor\": \"dW1\", \"name\""))
    let first = try #require(page[dW.upperBound...].firstMatch(of: /"says": "(.*?)"/)).output.1
    #expect(first.hasPrefix("yours is this / 4"))
    let other = try #require(made.files.first { $0.name == "o'neil & co.html" }).text
    #expect(Self.fault(of: other) == nil)
    #expect(other.contains("<h1>One layer backward, o&#39;neil &amp; co</h1>"))
  }
}
