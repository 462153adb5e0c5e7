import Testing

@testable import EpynnCore
@testable import EpynnShell

/// `help` alone: what one wants to do, on one screen, and lines that do it.
@Suite struct HelpWishTests {
  @Test func everyLineThatIsOfferedWorks() {
    for wish in HelpWish.all {
      for line in wish.typed where !line.contains("mine.npz") && line != "load last" {
        var session = Session(surroundings: Disk().surroundings)
        _ = session.respond(to: "train 5;")
        _ = session.respond(to: "run;")
        // What goes back needs something to go back to.
        if line == "redo" { _ = session.respond(to: "back") }
        if line == "diff" { _ = session.respond(to: "W[0,1] = 0;") }
        if line == "another" { _ = session.respond(to: "mine dW = X.T @ dA / 4;") }
        if ["step", "next", "run"].contains(line) { _ = session.respond(to: "restart;") }
        let response = session.respond(to: line)
        #expect(response.complaint == nil, "\(line): \(response.complaint?.text ?? "")")
      }
    }
  }

  /// Each group of commands has a line that one may want of it.
  @Test func noGroupIsLeftOut() {
    let called = HelpWish.all.flatMap(\.typed).compactMap {
      Command.exact(String($0.prefix { $0 != " " }))
    }
    let groups = Set(called.map(\.group))
    #expect(groups == Set(Command.Group.allCases))
  }

  @Test(arguments: [80, 120, 200]) func itFitsOnAScreen(width: Int) {
    var session = Session(screen: Screen(width: width, height: 24))
    #expect(session.respond(to: "help").output.lines.count <= 22)
  }

  @Test func allCommandsAreListedBehindIt() {
    var session = Session()
    let text = session.respond(to: "help commands").text
    for command in Command.listed { #expect(text.contains(command.name), "\(command.name)") }
  }
}
