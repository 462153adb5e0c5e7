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
}
