import Testing

@testable import EpynnShell

/// What `show` has a table for is known everywhere: by `show` itself, by help, by completion.
@Suite struct ViewTests {
  @Test(arguments: View.all)
  func aViewIsShownToldAndCompleted(view: View) {
    var session = Session()
    let shown = session.respond(to: "show \(view.name)")
    #expect(!shown.hasFailed && !shown.text.isEmpty)
    #expect(session.respond(to: "help show").text.contains("show \(view.name): \(view.summary)."))
    let line = "show \(view.name.prefix(3))"
    let offered = session.completions(of: line, upTo: line.utf8.count).1
    #expect(offered.contains(Suggestion(view.name, note: view.summary)))
  }

  @Test func theViewsAreThese() {
    #expect(View.all.map(\.name) == ["shapes", "all", "steps", "network", "settings"])
  }
}
