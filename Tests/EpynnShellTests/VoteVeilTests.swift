import Testing

@testable import EpynnCore
@testable import EpynnShell

/// While a vote is open no command tells what is asked.
@Suite struct VoteVeilTests {
  /// Lines that end the vote, or put it aside as a lesson does, are none to look with.
  private static let ends = ["reveal", "leave", "lesson", "quit"]

  private static func lines(about tensor: String) -> [[String]] {
    (VeilTests.lines + VeilTests.lines(about: tensor)).filter { lines in
      !lines.contains { line in ends.contains { line.hasPrefix($0) } }
    }
  }

  /// Every sixteenth of the lines with each tensor, others with each; all of those about it.
  @Test(arguments: [("dW1", 1), ("dX2", 2), ("Z2", 2), ("dZ2", 2), ("loss", 2)])
  func aNumberHasNoDigitOnAnyScreen(tensor: String, layer: Int) throws {
    var ready = Session()
    for line in VeilTests.network { _ = ready.respond(to: line) }
    let quantity = try #require(Quantity(rawValue: tensor.filter { !$0.isNumber }))
    #expect(!ready.respond(to: "vote \(tensor)").hasFailed)
    let first = tensor.unicodeScalars.reduce(0) { $0 + Int($1.value) } % 16
    let lines = VeilTests.lines.enumerated().filter { $0.offset % 16 == first }.map(\.element)
    for lines in lines + VeilTests.lines(about: tensor)
    where !lines.contains(where: { line in Self.ends.contains { line.hasPrefix($0) } }) {
      var session = ready
      for line in lines {
        let before = session.machine
        let answer = session.respond(to: line).text
        #expect(session.vote != nil, "\(lines)")
        let shown = VeilTests.numbers(in: answer).subtracting(VeilTests.numbers(in: line))
        for machine in [before, session.machine] {
          let hidden = VeilTests.digits(
            of: quantity, layer, in: machine, session.settings.precision)
          let told = shown.intersection(hidden)
          #expect(told.isEmpty, "\(lines) tells \(told) of \(tensor):\n\(answer)")
        }
      }
    }
  }

  /// 0.0731 is the rate: what W2 will be is shown nowhere, before the update and after it.
  @Test func anUpdateIsToldByNoScreenEither() throws {
    var ready = Session()
    for line in VeilTests.network { _ = ready.respond(to: line) }
    _ = ready.respond(to: "vote W2[0,1]")
    let format = NumberFormat(for: [0.123456789], precision: .decimals(9))
    let updated = try #require(ready.machine.afterUpdate?.value(of: .w, layer: 2)?.matrix)
    let hidden = Set(updated.elements.map { String(format.text($0).drop { $0 == "-" }) })
    for lines in [
      ["run", "W2", "show"], ["step", "show all"], ["next", "explain W2[0,1]"],
      ["try run"], ["run", "diff"], ["status"], ["run", "path W2[0,1]"], ["run", "nudge W2[0,1]"],
      ["show network"], ["run", "c = W2", "c"], ["run", "W2.T"], ["run", "save x.md"],
    ] {
      var session = ready
      for line in lines {
        let told = VeilTests.numbers(in: session.respond(to: line).text).intersection(hidden)
        #expect(told.isEmpty, "\(lines): \(told)")
      }
    }
  }

  /// While a shape is asked for no screen has it beside the tensor's name, or draws the tensor.
  @Test(arguments: [
    ("dW1", "(4, 3)", "dW1"), ("dX2", "(5, 3)", "dX2|dA1"), ("Z1", "(5, 3)", "Z1"),
  ])
  func aShapeIsToldByNoScreen(tensor: String, shape: String, names: String) throws {
    var ready = Session()
    for line in Self.wide { _ = ready.respond(to: line) }
    let names = names.split(separator: "|").map(String.init)
    let name = tensor
    #expect(ready.respond(to: "vote shape \(name)").text.contains(shape))
    let all = [["goto update;"], ["restart;"]].flatMap { start in
      Self.lines(about: name).enumerated().filter { $0.offset % 12 == start[0].count % 12 }
        .map { start + $0.element }
    }
    for lines in all + Self.looks.map({ ["goto update;"] + $0 }) {
      var session = ready
      for line in lines where session.vote != nil {
        let answer = session.respond(to: line).text
        guard !line.contains(shape) else { continue }
        for row in answer.split(separator: "\n") where row.contains(shape) {
          #expect(!names.contains { row.contains($0) }, "\(lines):\n\(answer)")
        }
        // Its letters would tell it too, and a matrix its rows.
        for name in names {
          #expect(
            !answer.contains("writes \(name.prefix { !$0.isNumber }) ("), "\(lines):\n\(answer)")
          #expect(!answer.contains("\(name) (\(shape.dropFirst())"), "\(lines):\n\(answer)")
        }
      }
    }
    let offered = ready.completions(of: "show ", upTo: 5).1.filter { names.contains($0.text) }
    #expect(offered.count == names.count && offered.allSatisfy { $0.note.isEmpty })
  }

  private static let wide = [
    "X = [[1,2,0,1],[0,1,1,2],[2,0,1,1],[1,1,0,3],[0,2,2,1]];", "dense 3 tanh;", "dense 2 sigmoid;",
    "Y = [[1,0],[0,1],[1,1],[0,0],[1,0]];", "loss MSE;",
  ]

  private static let looks = [
    ["show shapes"], ["show all"], ["show network"], ["show steps"], ["status"], ["show"],
    ["run", "show"], ["restart;", "next", "next", "next", "next"], ["help backward.3"],
    ["explain 2.backward.3"], ["explain 1.gradients.1.1"], ["help gradients.1.1"],
    ["c = W1", "c.shape"], ["diff"], ["back 20"], ["try W1[0,0] = 1"],
  ]

  /// While it is asked at which step a mistake is no command tells.
  @Test(arguments: 1...4)
  func theStepOfAMistakeIsToldByNoCommand(number: Int) throws {
    var ready = Session()
    for line in VeilTests.network + ["bug hidden medium \(number);", "vote bug", "1 2 3 4"] {
      _ = ready.respond(to: line)
    }
    let bug = try #require(ready.machine.bug)
    for line in [
      "check", "check dW1", "chec", "bug", "bug is \(bug.mistake.name)", "fix", "fix reveal",
      ":check", "step; check", "bug hidden",
    ] {
      var session = ready
      let answer = session.respond(to: line)
      #expect(answer.hasFailed, "\(line)")
      #expect(answer.text.oneLine.contains("would tell where the mistake is"), "\(answer.text)")
      #expect(session.machine.bug == bug && session.vote != nil)
    }
    let told = ready.respond(to: "reveal").text.oneLine
    #expect(told.contains("right, \(bug.mistake.name): "), "\(told)")
    #expect(told.contains("'fix' takes it out"))
    #expect(ready.respond(to: "fix").text.contains("\(bug.mistake.name) is out"))
  }
}
