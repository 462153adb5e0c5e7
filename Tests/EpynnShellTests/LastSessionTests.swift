import TestSupport
import Testing

@testable import EpynnShell

/// What nobody saved is kept when a session is left, and `load last` brings it back.
@Suite struct LastSessionTests {
  private func left(_ lines: [String], on disk: Disk = Disk()) -> (Session, said: String) {
    var session = Session(surroundings: disk.surroundings)
    for line in lines {
      _ = session.answer(line, in: disk)
      if session.interview != nil { _ = session.interrupt() }
    }
    let said = session.leave(in: disk).text
    return (session, said)
  }

  private static let sentence =
    "nobody saved this session; 'load last' at the next start brings its lines back\n"

  @Test(arguments: [
    ["W[0,1] = 0"], ["rate 0.5"], ["v = 3"], ["train 2"], ["data xor"], ["new"], ["dense 1"],
    ["bug gradient-averaged"], ["bug hidden"],
    ["save x.md", "Y = 2 * Y"], ["load a.epynn", "seed 4"],
  ])
  func whatSomebodySetIsKept(lines: [String]) {
    let disk = Disk(["a.epynn": "rate 0.5\n"])
    let (session, said) = left(lines, on: disk)
    #expect(said == Self.sentence)
    var next = Session(surroundings: disk.surroundings)
    #expect(!next.answer("load last", in: disk).hasFailed)
    #expect(next.machine == session.machine)
    // It stays for another start, and nobody is told twice.
    #expect(next.leave(in: disk).text.isEmpty)
    #expect(disk.session.withLock { $0 } != nil)
  }

  @Test(arguments: [
    [], ["show W"], ["W", "X @ W", "explain dW[0,1]", "help"], ["", "step", "run", "back"],
    ["stpe", "W[9,9] = 1"], ["set precision 2"], ["load a.epynn"], ["rate 0.5", "save x.md"],
    ["lesson one-neuron", "", "", "W = [[1]]"], ["try W[0,1] = 0"], ["load last"],
  ])
  func onlyLookingIsNothingToKeep(lines: [String]) {
    let disk = Disk(["a.epynn": "rate 0.5\n"])
    #expect(left(lines, on: disk).said.isEmpty)
    #expect(disk.session.withLock { $0 } == nil)
  }

  @Test func aPipeKeepsNothing() {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    _ = session.answer("rate 0.5", from: .script, in: disk)
    #expect(disk.session.withLock { $0 } == nil)
  }

  /// Refused lines that changed nothing are left out, and the questions of new ask nobody.
  @Test func itReplaysWithoutAsking() {
    let disk = Disk()
    let (session, _) = left(
      ["new", "X = [[1, 2]]", "stpe", "dense 1 relu", "Y = 3", "predict on", "step", "(1, 2)"],
      on: disk)
    var next = Session(surroundings: disk.surroundings)
    let text = next.answer("load last", in: disk).text
    #expect(text.hasPrefix("7 lines of the last session ran\n"), "\(text)")
    #expect(next.interview == nil)
    #expect(next.machine == session.machine)
    #expect(next.prompt == session.prompt)
  }

  /// A line that fails this time is shown, and the others run.
  @Test func aFileThatIsGoneIsSaidAndTheRestRuns() {
    let disk = Disk(["far/x.csv": "1,2,0\n3,4,1\n", "far/a.epynn": "data x.csv\n"])
    _ = left(["load far/a.epynn", "rate 0.25"], on: disk)
    var next = Session(surroundings: disk.surroundings)
    #expect(!next.answer("load last", in: disk).text.contains("cannot read"))
    #expect(next.machine.data?.matrix.rows == 2)
    let bare = Disk()
    bare.session.withLock { kept in kept = disk.session.withLock { $0 } }
    var poor = Session(surroundings: bare.surroundings)
    #expect(poor.answer("load last", in: bare).text.contains("cannot read 'far/x.csv'"))
    #expect(poor.machine.rate == 0.25)
  }

  @Test func nothingKeptIsSaid() {
    var session = Session()
    #expect(session.respond(to: "load last").text.contains("no last session is kept"))
    #expect(session.respond(to: "load last", from: .lesson).text.contains("cannot read 'last'"))
    let disk = Disk(["last": "rate 0.5\n"])
    session = Session(surroundings: disk.surroundings)
    #expect(!session.answer("load ./last", in: disk).text.contains("no last session"))
  }

  @Test func aWorldThatCannotKeepItSaysSo() {
    let disk = Disk(failingWith: .unwritable)
    #expect(left(["rate 0.5"], on: disk).said.hasPrefix("nobody saved this session, and its lines"))
  }

  @Test func moreThanABoundIsCut() {
    let disk = Disk()
    let long = "v =\(String(repeating: " ", count: 600_000))1"
    let (_, said) = left([long, long, "rate 0.5"], on: disk)
    #expect(said.contains("brings its first 1"), "\(said)")
    #expect((disk.session.withLock { $0 } ?? []).count <= LastSession.byteLimit)
  }

  private static let lines = [
    "", "s", "n", "run", "back", "back 3", "redo", "restart", "W[0,1] = 0.3",
    "X = [[1, 2], [3, 4]]",
    "Y = [[1, 0], [0, 1]]", "dense 2 sigmoid", "loss BCE", "rate 0.05", "seed 4", "v = X @ W",
    "stpe", "W[9,9]", "new", "step 9", "train 2", "goto dW", "data xor", "split 2 1 1", "fix",
    "bug gradient-averaged", "predict on", "predict off", "skip", "clip 0.5", "show W",
    "set precision 2", "cover dW",
  ]

  @Test func randomSessionsComeBackAsTheyWere() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<trials(60) {
      let typed = (0..<25).map { _ in Self.lines.randomElement(using: &generator) ?? "" }
      let disk = Disk()
      let (session, said) = left(typed, on: disk)
      guard !said.isEmpty else { continue }
      var next = Session(surroundings: disk.surroundings)
      let text = next.answer("load last", in: disk).text
      // By their bits, for what is no number equals nothing.
      let (made, replayed) = (Fingerprint(session.machine), Fingerprint(next.machine))
      #expect(made == replayed, "\(typed)\n\(text)\n\(made.difference(from: replayed))")
      #expect(next.settings == session.settings)
    }
  }
}
