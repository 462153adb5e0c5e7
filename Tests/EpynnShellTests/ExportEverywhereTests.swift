import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnShell

/// What holds of every format: its numbers are the machine's, and nothing hidden is in it.
@Suite struct ExportEverywhereTests {
  private static let formats = ExportFormat.all.map(\.ending)
  /// But for pictures, which show what the last line said.
  private static let withBlanks = formats.filter { $0 != ".svg" }

  private static func leaving(
    _ export: String, after lines: [String], on disk: Disk = Disk()
  ) -> (answer: String, file: [UInt8]?) {
    var session = Session(surroundings: disk.surroundings)
    for line in lines { _ = session.answer(line, in: disk) }
    let answer = session.answer("export \(export)", in: disk).text
    return (
      answer.split { $0.isWhitespace }.joined(separator: " "),
      disk.bytes(of: String(export.prefix { $0 != " " }))
    )
  }

  /// Where a number stands in a file: as text, shortened or whole, or as the bits of a float64.
  private static func holds(_ number: Double, _ file: [UInt8]) -> Bool {
    let bits = (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * $0)) }
    if file.ranges(of: bits).count > 0 { return true }
    let written = Set(
      file.split { !"0123456789.-e".utf8.contains($0) }.map { String(decoding: $0, as: UTF8.self) })
    return [number.text(.standard), number.shortestText].contains(where: written.contains)
  }

  /// What is set by hand, and what a step makes of it: Z[0,1] = 2·2.71875 - 1·0 + 2 + 1.
  @Test(arguments: formats) func oneNumberChangedIsChangedInEveryFormat(ending: String) throws {
    for (line, tensor, numbers) in [
      ("W[0,1] = 2.71875", "W", [2.71875]), ("W[0,1] = 2.71875", "Z", [8.4375]),
      ("X[3,2] = 0.59375", "X", [0.59375]), ("b = [[-1, 8.28125]]", "b", [8.28125]),
      ("Y[3,1] = 77.53125", "Y", [77.53125]),
    ] {
      let shown = ending == ".svg" ? ["goto dA", "show \(tensor)"] : []
      let before = try #require(Self.leaving("\(tensor)\(ending)", after: shown).file)
      let after = try #require(Self.leaving("\(tensor)\(ending)", after: [line] + shown).file)
      for number in numbers {
        #expect(!Self.holds(number, before), "\(line)")
        #expect(Self.holds(number, after), "\(line)")
      }
    }
  }

  /// Numbers with many digits, and layers of several kinds.
  private static let network = [
    "X = [[0.31, 1.27], [0.79, -0.59], [-1.13, 0.41]]", "dense 3 softplus",
    "W = [[0.37, -0.83, 0.61], [0.19, 0.47, -0.29]]", "b = [[0.11, -0.07, 0.23]]",
    "Y = [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3], [0.9, 0.05, 0.05]]",
  ]

  private static var machine: Machine {
    var session = Session()
    for line in network { _ = session.respond(to: line) }
    return session.machine.restarted
  }

  /// The numbers of tensors, and those of W and b behind the update, that stand in no other tensor.
  private static func numbers(of quantities: [Quantity], updated: [Quantity] = []) throws
    -> [Double]
  {
    let ran = try machine.ranAnew(to: .update)
    let new = try #require(machine.afterUpdate)
    let hidden =
      quantities.compactMap { ran.value(of: $0, layer: 1)?.matrix }
      + updated.compactMap { new.value(of: $0, layer: 1)?.matrix }
    let open =
      Quantity.allCases.filter { !quantities.contains($0) }.compactMap {
        ran.value(of: $0, layer: 1)?.matrix
      }
      + [.w, .b].filter { !updated.contains($0) }.compactMap {
        new.value(of: $0, layer: 1)?.matrix
      }
    let costs = quantities.contains(.loss) ? [] : [ran.cost, ran.totalLoss].compactMap(\.self)
    let texts = Set((open.flatMap(\.elements) + costs).map { $0.text(.standard) })
    let newCost = try #require(try new.ranAnew(to: .backward).cost)
    let found = (hidden.flatMap(\.elements) + (updated.isEmpty ? [] : [newCost])).filter {
      $0.text(.standard).count > 5 && !texts.contains($0.text(.standard))
    }
    #expect(found.count > 3)
    return found
  }

  /// What is hidden, what is said where it cannot be left out, and the numbers that tell it.
  private static let hidden: [(lines: [String], name: String, [Quantity], updated: [Quantity])] = [
    (["cover dW"], "dW, which is hidden; 'reveal' first", [.dW], [.w]),
    (["cover dZ"], "dZ, which is hidden; 'reveal' first", [.dZ, .dX, .dW, .db], [.w, .b]),
    (["goto dZ", "cover Z"], "Z, which is", [.z, .a, .loss, .dA, .dZ, .dX, .dW, .db], [.w, .b]),
    (
      ["goto dZ", "predict on"], "dZ, dX, dW and db, which are hidden; 'predict off' first",
      [.dZ, .dX, .dW, .db], [.w, .b]
    ),
    (["goto dW", "predict dW"], "dW, which is hidden; 'predict off' first", [.dW], [.w]),
    (["vote dW[0,1]"], "what the room is asked, which is hidden; 'reveal' first", [.dW], []),
  ]

  @Test(arguments: formats, Self.hidden.indices)
  func nothingHiddenIsInAFile(ending: String, place: Int) throws {
    let (lines, name, quantities, updated) = Self.hidden[place]
    let numbers = try Self.numbers(of: quantities, updated: updated)
    for option in ending == ".svg" ? [""] : ["", " session", " blank dX key"] {
      let format = try #require(ExportFormat.of(ending))
      guard option != " blank dX key" || !format.needsAll else { continue }
      let (answer, file) = Self.leaving("dW\(ending)\(option)", after: Self.network + lines)
      guard let file else {
        #expect(answer.contains("a \(ending) would hold \(name)"), "\(answer)")
        continue
      }
      #expect(!format.needsAll && option != " session")
      // The cost is a mean of what may be seen.
      for number in numbers { #expect(!Self.holds(number, file), "\(ending)\(option) \(number)") }
    }
  }

  @Test(arguments: ["blank dW", "blank dZ", "blank dZ dW", "blank Z", "blank A", "blank dA"])
  func whatTellsABlankIsLeftOutToo(blank: String) throws {
    let order: [Quantity] = [.z, .a, .loss, .dA, .dZ, .dX, .dW, .db]
    let words = blank.split(separator: " ").dropFirst().map(String.init)
    let first = try #require(order.firstIndex { words.contains($0.name) })
    let following = words.contains("dW") && words.count == 1 ? [.dW] : Array(order[first...])
    let numbers = try Self.numbers(
      of: following, updated: following == [.dW] ? [.w] : [.w, .b])
    for ending in Self.withBlanks {
      let (answer, file) = Self.leaving("dW\(ending) \(blank)", after: Self.network)
      guard let file else {
        #expect(
          answer.contains("holds every number, so nothing in it is left to be filled in"),
          "\(answer)")
        continue
      }
      for number in numbers { #expect(!Self.holds(number, file), "\(ending) \(number)") }
      let (said, record) = Self.leaving("dW\(ending) session \(blank)", after: Self.network)
      #expect(record == nil && said.contains("a \(ending) of a session holds every number"))
    }
  }

  /// In a paper only what is asked for is a box.
  @Test func whatFollowsFromABlankIsNoBox() throws {
    let file = try #require(Self.leaving("p.tex blank dZ", after: []).file)
    let paper = String(decoding: file, as: UTF8.self)
    #expect(paper.ranges(of: "\\underline").count == 8)
    #expect(paper.contains("? & ?"))
  }

  /// The documentation's formulas would find the mistake: a page that checks by them does not.
  @Test(arguments: [".html", ".md", ".tex"]) func aMistakeToBeFoundIsNotTold(ending: String) throws
  {
    let lines = Self.network + ["bug hidden"]
    let right = try Self.machine.ranAnew(to: .update)
    var session = Session()
    for line in lines { _ = session.respond(to: line) }
    let wrong = try session.machine.restarted.ranAnew(to: .update)
    let wrongs = Set(
      Quantity.allCases.flatMap { wrong.value(of: $0, layer: 1)?.matrix.elements ?? [] }
        .map { $0.text(.standard) })
    let numbers = [Quantity.dA, .dZ, .dW, .db].flatMap {
      right.value(of: $0, layer: 1)?.matrix.elements ?? []
    }.filter { $0.text(.standard).count > 5 && !wrongs.contains($0.text(.standard)) }
    #expect(!numbers.isEmpty)
    let page = try #require(Self.leaving("p\(ending)", after: lines).file)
    for number in numbers { #expect(!Self.holds(number, page), "\(number)") }
    guard ending == ".html" else { return }
    let blanks = try #require(Self.leaving("p.html blank dZ", after: lines).file)
    let text = String(decoding: blanks, as: UTF8.self)
    #expect(text.contains("\"steps\": null"))
    #expect(text.contains("\"mistakes\": []"))
  }

  /// What ran is seen again, and what is to be predicted has neither numbers nor a formula, in words
  /// or in what it is made of.
  @Test func whatIsPredictedHasNoFormula() throws {
    let lines = Self.network + ["goto dZ", "predict on"]
    let page = String(
      decoding: try #require(Self.leaving("p.md", after: lines).file), as: UTF8.self)
    let parts = page.components(separatedBy: "\n## ")
    let shown = try #require(parts.first { $0.hasPrefix("forward (2) Z") })
    let hidden = try #require(parts.first { $0.hasPrefix("backward (2) dZ") })
    #expect(shown.contains("z^{k}_{mu}") && shown.contains("\\cdot") && !shown.contains("?"))
    #expect(hidden.contains("\\underset{dZ}") && hidden.contains("? & ?"))
    for part in ["\\odot", "softplus", "\\delta", "\\underset{dA}", "×"] {
      #expect(!hidden.contains(part), "\(part)")
    }
    let html = String(
      decoding: try #require(Self.leaving("p.html blank dZ", after: lines).file), as: UTF8.self)
    let sections = html.components(separatedBy: "<section class=\"stop\"")
    let section = try #require(sections.first { $0.contains("backward (2):") })
    #expect(section.contains("<p class=\"equation\">?</p>"))
    for part in ["⊙", "softplus", "data-tensor=\"dA1\"", "×"] {
      #expect(!section.contains(part), "\(part)")
    }
    #expect(html.contains("\"steps\": null"))
  }

  /// In a second layer a step has run on the page, and not yet for whoever predicts it.
  @Test func aStepThatIsPredictedHasAFormulaInNoLayer() throws {
    let lines = ["dense 2 tanh", "dense 2 sigmoid", "predict on"]
    let page = String(
      decoding: try #require(Self.leaving("p.tex", after: lines).file), as: UTF8.self)
    for part in ["z^{k}_{mu}", "\\cdot", "tanh of", "sigmoid of", "\\times"] {
      #expect(!page.contains(part), "\(part)")
    }
  }

  @Test func whatIsRevealedMayLeave() throws {
    let lines = Self.network + ["cover dW", "goto update", "reveal dW[0,1]"]
    let dW = try #require(try Self.machine.ranAnew(to: .update).value(of: .dW, layer: 1)).matrix
    let page = try #require(Self.leaving("p.md", after: lines).file)
    #expect(Self.holds(dW[0, 1], page) && !Self.holds(dW[0, 2], page))
  }

  /// Whoever looks for one of the two finds the other.
  @Test func savingAndExportingNameEachOther() {
    var session = Session()
    #expect(session.respond(to: "help save").text.contains("'export FILE.md'"))
    #expect(session.respond(to: "help export").text.contains("'save' writes a lesson to"))
  }
}
