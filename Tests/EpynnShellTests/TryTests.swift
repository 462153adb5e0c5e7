import EpynnCore
import Testing

@testable import EpynnShell

/// An edit on a copy.
@Suite struct TryTests {
  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0).text }
  }

  @Test func whatIsTriedIsDroppedUnlessKept() {
    var session = Session()
    _ = session.respond(to: "goto update;")
    let before = session.machine
    let text = session.respond(to: "try W[0,1] = 0").text
    #expect(text.contains("cost 3.25 → 1.625"))
    #expect(text.contains("dW    2 of 6   [0,1] -9 → -4, [2,1] -8 → -4"))
    #expect(session.machine == before)
    _ = session.respond(to: "show W")
    #expect(session.respond(to: "keep").text.contains("there is nothing to keep"))
    _ = session.respond(to: "try W[0,1] = 0")
    #expect(session.respond(to: "keep").text.hasPrefix("W[0,1] = 0 is real now"))
    #expect(session.machine.value(of: .w, layer: 1)?.matrix[0, 1] == 0)
    #expect(session.prompt == "epynn update> ")
    #expect(session.respond(to: "diff").text.contains("cost 3.25 → 1.625"))
    // The edit is a stop, and so is each step that led back to where one stood.
    _ = session.respond(to: "back 9")
    #expect(session.machine.value(of: .w, layer: 1)?.matrix[0, 1] == -1)
  }

  /// Enter, an answer, a line beside a question and the lines of one line: each drops it.
  @Test(arguments: [
    [""], ["step;"], ["W;"], ["stpe"], ["predict on", "(3, 2)"], ["vote shape X", "3"],
    ["vote shape X", ":W"], ["step; back"], ["new", "1 2"],
  ])
  func whateverIsTypedNextDropsIt(lines: [String]) {
    var session = Session()
    for line in lines.dropLast() { _ = session.respond(to: line) }
    let isBeside = lines.count > 1
    for line in [isBeside ? ":try W[0,1] = 0" : "try W[0,1] = 0", lines[lines.count - 1]] {
      _ = session.respond(to: line)
    }
    let text = session.respond(to: isBeside ? ":keep" : "keep").text
    #expect(text.contains("there is nothing to keep"), "\(lines): \(text)")
  }

  /// The line that follows is the same one whoever hands it on.
  @Test func itIsKeptBesideAQuestionAndInALesson() throws {
    for lines in [
      ["vote shape X", ":try W[0,1] = 0", ":keep"], ["try W[0,1] = 0; keep"],
      ["try W[0,1] = 0", "keep; W;"], ["W; try W[0,1] = 0", "keep"],
    ] {
      var session = Session()
      let texts = lines.map { session.respond(to: $0).text }
      #expect(session.machine.value(of: .w, layer: 1)?.matrix[0, 1] == 0, "\(texts)")
    }
    let disk = Disk([
      "t.md": "# T\n\n```epynn\n> step\n...\n> try W[0,1] = 0\n...\n> keep\n...\n```\n"
    ])
    var session = Session(surroundings: disk.surroundings)
    let texts = ["lesson t.md", "", "try W[0,1] = 5", "keep", "W[0,1]", "", "", ""].map {
      session.answer($0, in: disk).text
    }
    #expect(texts[3].contains("W[0,1] = 5 is real now"), "\(texts)")
    #expect(texts[4] == "5\n" && texts[7].contains("W[0,1] = 0 is real now"), "\(texts)")
  }
}
