import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A window is closed, or a machine is shut down, while the program computes: it ends at once, and
/// what it promised to keep is kept.
@Suite(.serialized, .waitsForPrograms) struct EndingTests {
  private let program: Program
  private var folder: String { program.state.path }
  private static let soon = Duration.milliseconds(500)

  init() throws {
    program = try Program()
  }

  /// How the end comes from outside.
  enum Outside: CaseIterable {
    case hangUp, shutDown, closedWindow

    var signal: Int32 { self == .shutDown ? SIGTERM : SIGHUP }

    func happen(to terminal: PseudoTerminal) {
      if self == .closedWindow { terminal.hangUp() } else { terminal.signal(signal) }
    }
  }

  /// Large enough for each of the lines below to take seconds.
  private func writeNetwork() throws -> String {
    let lines =
      ["new", "X = np.random.rand(60, 80)"] + Array(repeating: "dense 80 tanh", count: 30)
      + ["Y = np.random.rand(60, 80)", "loss MSE", "goto update;"]
    let file = "\(folder)/deep.epynn"
    try lines.map { $0 + "\n" }.joined().write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  private func wait(for terminal: PseudoTerminal) -> Duration {
    let start = ContinuousClock.now
    while !terminal.hasEnded, ContinuousClock.now - start < .seconds(10) { usleep(500) }
    return ContinuousClock.now - start
  }

  @Test(
    arguments: Outside.allCases.map { ("train 100000000", $0) }
      + [
        "step 100000000", "check", "bug", "bug hidden", "mine dW1 = X.T @ X", "export ~/p.html",
        "np.random.rand(4000, 4000) @ np.random.rand(4000, 4000)",
      ].map { ($0, .closedWindow) })
  func whatTakesLongEndsAndTheSessionIsKept(line: String, outside: Outside) throws {
    defer { program.remove() }
    let terminal = try PseudoTerminal(
      path: try Program.path, arguments: [try writeNetwork()],
      environment: program.environment.merging(["NO_COLOR": "1"]) { $1 })
    try terminal.waitFor("update> ", timeout: .seconds(30))
    try terminal.send("rate 0.25\r")
    try terminal.waitFor("rate is 0.25")
    try terminal.waitFor("update> ")
    try terminal.send(line + "\r")
    try terminal.waitFor("\n")
    usleep(200_000)
    try #require(!terminal.hasEnded && !terminal.transcript.hasSuffix("update> "))
    outside.happen(to: terminal)
    let time = wait(for: terminal)
    #expect(time < Self.soon, "\(line): \(time)")
    #expect(try terminal.exitStatus() == .signal(outside.signal))
    let state = "\(folder)/epynn-repl"
    let last = try String(contentsOfFile: "\(state)/last", encoding: .utf8)
    #expect(last.hasSuffix("\nrate 0.25\n"))
    let history = try String(contentsOfFile: "\(state)/history", encoding: .utf8)
    #expect(history == "rate 0.25\n\(line)\n")
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/p.html"))
  }

  @Test(arguments: Outside.allCases) func progressInALessonIsKept(outside: Outside) throws {
    defer { program.remove() }
    let lesson = "\(folder)/path.md"
    try "# Path\n\n```question\nWhat is 1 - 1?\nanswer: 0\n```\n\nOn.\n".write(
      toFile: lesson, atomically: true, encoding: .utf8)
    let terminal = try program.terminal()
    try terminal.send("lesson \(lesson)\r")
    try terminal.waitFor("lesson forward(1)> ")
    try terminal.send("\r")
    try terminal.waitFor("What is 1 - 1?")
    try terminal.send("0\r")
    try terminal.waitFor("forward(1)> ")
    try terminal.send("train 100000000\r")
    try terminal.waitFor("\n")
    usleep(200_000)
    try #require(!terminal.hasEnded)
    outside.happen(to: terminal)
    let time = wait(for: terminal)
    #expect(time < Self.soon, "\(time)")
    #expect(try terminal.exitStatus() == .signal(outside.signal))
    let progress = try String(contentsOfFile: "\(folder)/epynn-repl/progress", encoding: .utf8)
    #expect(progress.contains("\tPath\n") && progress.contains("\nanswer\tright\t"))
  }

  /// What runs without a prompt has nothing to keep but whole files.
  @Test(arguments: ["test", "export", "exercise", "grade"], [Outside.hangUp, .closedWindow])
  func aRunWithoutAPromptEndsToo(word: String, outside: Outside) throws {
    defer { program.remove() }
    try "# L\n\n```epynn\n> train 100000000\n```\n".write(
      toFile: "\(folder)/l.md", atomically: true, encoding: .utf8)
    try """
    # HW

    ```exercise
    title: One layer
    layer: 2 relu
    draw: X (4, 3) 0..9; W (3, 2) -9..9; b (1, 2) -9..9; Y (4, 2) 0..9
    given: X W b Y
    find: Z dZ dW
    ```

    """.write(toFile: "\(folder)/hw.md", atomically: true, encoding: .utf8)
    let ids = (1...2_000).map { "s\($0)" }
    try ids.joined(separator: "\n").write(
      toFile: "\(folder)/ids", atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: "\(folder)/in", withIntermediateDirectories: false)
    for id in word == "grade" ? ids.prefix(150) : [] {
      try "Z\n1,2\n3,4\n5,6\n7,8\n".write(
        toFile: "\(folder)/in/\(id).csv", atomically: false, encoding: .utf8)
    }
    let words = [
      "test": ["\(folder)/l.md"], "export": ["\(folder)/l.html", "from", "\(folder)/l.md"],
      "exercise": ["\(folder)/hw.md", "--ids", "\(folder)/ids", "--out", "\(folder)/out"],
      "grade": ["\(folder)/hw.md", "\(folder)/in", "--deep"],
    ]
    let terminal = try PseudoTerminal(
      path: try Program.path, arguments: [word] + (words[word] ?? []),
      environment: program.environment)
    usleep(400_000)
    try #require(!terminal.hasEnded, "\(terminal.transcript)")
    outside.happen(to: terminal)
    let time = wait(for: terminal)
    #expect(time < Self.soon, "\(word): \(time)")
    #expect(try terminal.exitStatus() == .signal(outside.signal))
  }

  /// 'nohup' wants a program to go on.
  @Test func aHangUpThatIsIgnoredStaysIgnored() throws {
    defer { program.remove() }
    let terminal = try PseudoTerminal(
      path: "/bin/sh", arguments: ["-c", "trap '' HUP; exec '\(try Program.path)'"],
      environment: program.environment.merging(["NO_COLOR": "1"]) { $1 })
    try terminal.waitFor("> ")
    try terminal.send("step 100000000\r")
    usleep(200_000)
    terminal.signal(SIGHUP)
    usleep(200_000)
    #expect(!terminal.hasEnded)
    terminal.signal(SIGTERM)
    #expect(wait(for: terminal) < Self.soon)
    #expect(try terminal.exitStatus() == .signal(SIGTERM))
  }
}
