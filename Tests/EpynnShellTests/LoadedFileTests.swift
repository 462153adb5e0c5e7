import Testing

@testable import EpynnShell

/// A file's lines are nobody's typing: they ask nothing and leave no question open.
@Suite struct LoadedFileTests {
  private let layer = """
    new
    X = [[1, 2], [3, 4]]
    dense 1 relu
    Y = [[1], [0]]
    """

  private var session: Session {
    let bytes = Array(layer.utf8)
    let outer = Array("load inner.epynn\nnew\nload inner.epynn\n".utf8)
    return Session(
      surroundings: Surroundings(read: { .success($0.hasSuffix("outer.epynn") ? outer : bytes) }))
  }

  @Test(arguments: ["inner.epynn", "outer.epynn"])
  func newInALoadedFileAsksNothing(file: String) {
    var loaded = session
    #expect(!loaded.respond(to: "load \(file)").hasFailed)
    #expect(loaded.prompt == "epynn forward(1)> ")
    #expect(!loaded.respond(to: "run").hasFailed)

    var started = session
    #expect(!started.run(file: file, from: .prompt).hasFailed)
    #expect(started.prompt == "epynn forward(1)> ")
    #expect(!started.respond(to: "run").hasFailed)
  }

  @Test func newThatIsOnlyTriedAsksNothing() {
    var session = session
    _ = session.respond(to: "try new")
    #expect(session.prompt == "epynn forward(1)> ")
  }

  @Test func newThatAPersonTypesAsks() {
    var session = session
    _ = session.respond(to: "load inner.epynn")
    _ = session.respond(to: "new")
    #expect(session.prompt == "X, row 0> ")
  }
}
