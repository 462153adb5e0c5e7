import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Performs a session, and says what did not hold.
final class TerminalDriver {
  private let session: TerminalSession
  private let program: Program
  private let terminal: PseudoTerminal
  private var folder: String { program.state.path }
  private(set) var faults: [String] = []
  /// How long Ctrl-C took to bring the prompt back, for each line that was at work then.
  private(set) var stops: [(line: String, time: Duration)] = []
  private(set) var endedEarly = false
  private(set) var suspensions = 0

  private static let stopped = "[the job is stopped]"
  private static let patience = Duration.seconds(20)

  init(_ session: TerminalSession) throws {
    self.session = session
    program = try Program()
    let folder = program.state.path
    for (name, text) in [
      ".editrc": session.editrc.map { $0 + "\n" }.joined(), "deep.epynn": TerminalWorks.network,
      "long.md": TerminalWorks.lesson,
      "l.md": "# P\n\n```question\nWhat is 1 - 1?\nanswer: 0\n```\n\nOn.\n",
    ] { try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
    let call = "'\(try Program.path)' \(session.isDeep ? "deep.epynn" : "")"
    // A shell that goes on when the job stops, and wakes it when it is told to.
    let job = """
      trap : INT; mkfifo wake; \(call); s=$?; while [ $s = 148 ]; do echo '\(Self.stopped)'
      read x < wake; fg > /dev/null; s=$?; done; exit $s
      """
    var environment = program.environment
    if !session.isColored { environment["NO_COLOR"] = "1" }
    terminal = try PseudoTerminal(
      path: "/bin/sh",
      arguments: [
        session.isJob ? "-mc" : "-c", "cd '\(folder)'; \(session.isJob ? job : "exec " + call)",
      ],
      environment: environment, columns: session.columns, rows: session.rows)
  }

  deinit { program.remove() }

  func perform() {
    do {
      try waitForPrompt()
      for action in session.actions { try perform(action) }
      try end()
    } catch {
      if terminal.hasEnded { endedEarly = true } else { faults.append("\(error)") }
    }
    // A second Ctrl-C that nobody obeys for a second ends it, as it should on a machine so slow.
    if endedEarly { expectEnd([.code(0), .signal(SIGINT)]) }
    if terminal.hasEnded { judge() }
  }

  private func perform(_ action: TerminalAction) throws {
    switch action {
    case .type(let bytes): try terminal.send(bytes)
    case .resize(let columns, let rows): terminal.resize(columns: columns, rows: rows)
    case .suspend: try suspend()
    case .stop(let isCooked):
      terminal.signal(SIGSTOP)
      if isCooked { terminal.setModesBefore() }
      terminal.signal(SIGCONT)
    case .interrupt: try interrupt()
    case .work(let line, let milliseconds): try stop(line, after: milliseconds)
    case .pause(let milliseconds): usleep(UInt32(milliseconds) * 1_000)
    }
  }

  /// The program says where it reads a line, if it edits; else its prompts end like this.
  private var prompts: [String] {
    session.edits ? ["\u{1B}[?2004h"] : [")> ", "update> ", "loss> ", "answer> ", "epynn> "]
  }

  private func hasPrompt() throws -> Bool {
    try prompts.contains { prompt in try terminal.hasShown(prompt) }
  }

  /// Waits until a prompt stands behind what was waited for last.
  private func comeToPrompt() throws {
    let deadline = ContinuousClock.now + Self.patience
    while try !hasPrompt(), ContinuousClock.now < deadline, !terminal.hasEnded {
      // Ctrl-Z may have waited until now.
      if try terminal.hasShown(Self.stopped) { try wake() }
      usleep(1_000)
    }
    guard try !hasPrompt() else { return }
    try terminal.waitFor(prompts[0], timeout: .zero)
  }

  private func waitForPrompt() throws {
    try comeToPrompt()
    for prompt in prompts where try terminal.hasShown(prompt) {
      try terminal.waitFor(prompt)
      return
    }
  }

  /// A line of its own, whatever was begun.
  private func interrupt() throws {
    try terminal.settle()
    // Without editing Ctrl-V quotes the next key.
    try terminal.send(session.edits ? "\u{3}" : "x\u{3}")
    try waitForPrompt()
  }

  private func answer(to line: String) throws -> String {
    try terminal.send(line + "\r")
    try terminal.waitFor("\n")
    try comeToPrompt()
    return try terminal.settle()
  }

  private func suspend() throws {
    try terminal.settle()
    try terminal.send("\u{1A}")
    let deadline = ContinuousClock.now + .milliseconds(300)
    while ContinuousClock.now < deadline, try !terminal.hasShown(Self.stopped) { usleep(2_000) }
    // A search or the like may have taken the key.
    guard try terminal.hasShown(Self.stopped) else { return }
    try wake()
  }

  private func wake() throws {
    suspensions += 1
    try terminal.waitFor(Self.stopped)
    if terminal.modes != terminal.modesBefore {
      faults.append("stopped, the terminal is \(terminal.modes as Any)")
    }
    try "\n".write(toFile: "\(folder)/wake", atomically: false, encoding: .utf8)
  }

  private func stop(_ line: String, after milliseconds: Int) throws {
    for _ in 0..<2 { try interrupt() }
    terminal.resize(columns: 80, rows: 24)
    try terminal.settle()
    let before = [try answer(to: "status"), try answer(to: "W")]
    try terminal.send(line + "\r")
    try terminal.waitFor("\n")
    usleep(UInt32(milliseconds) * 1_000)
    let isAtWork = try !hasPrompt()
    let start = ContinuousClock.now
    try terminal.send("\u{3}")
    try waitForPrompt()
    if isAtWork { stops.append((line, ContinuousClock.now - start)) }
    guard isAtWork, TerminalWorks.changesNothing(line) else { return }
    try terminal.settle()
    let after = [try answer(to: "status"), try answer(to: "W")]
    if before != after { faults.append("\(line) changed \(before) to \(after)") }
  }

  private func end() throws {
    switch session.ending {
    case .quit, .endOfInput:
      for _ in 0..<2 { try interrupt() }
      terminal.resize(columns: 80, rows: 24)
      // A question of a lesson outlives Ctrl-C.
      _ = try answer(to: "leave")
      try terminal.send("7 * 191\r")
      try terminal.waitFor("1337\r\n", timeout: Self.patience)
      try waitForPrompt()
      try terminal.settle()
      try terminal.send(session.ending == .quit ? "quit\r" : "\u{4}")
      expectEnd([.code(0)])
    case .signal(let number):
      terminal.signal(number)
      expectEnd([.signal(number), .code(0)])
    case .closedWindow:
      terminal.hangUp()
      expectEnd([.signal(SIGHUP), .code(0), .code(2)])
    case .closedWhilePrinting:
      try terminal.send("\rzeros(3000, 3)\r")
      terminal.hangUp()
      expectEnd([.signal(SIGHUP), .code(0), .code(2)])
    }
  }

  private func expectEnd(_ wanted: [PseudoTerminal.Exit]) {
    do {
      let exit = try terminal.exitStatus(timeout: Self.patience)
      if !wanted.contains(exit) { faults.append("it ended with \(exit), not \(wanted)") }
    } catch { faults.append("\(error)") }
  }

  /// What holds once it has ended.
  private func judge() {
    if let modes = terminal.modes, modes != terminal.modesBefore,
      [.quit, .endOfInput].contains(session.ending) || endedEarly
    {
      faults.append("afterwards the terminal is \(modes), not \(terminal.modesBefore as Any)")
    }
    faults += ShownSequences.strangers(in: terminal.shown).prefix(3).map { "it showed \($0)" }
    for name in ["history", "last"] {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/epynn-repl/\(name)")
      else { continue }
      let isWhole =
        bytes.last == 10 && String(validating: bytes, as: UTF8.self) != nil
        && !bytes.contains { $0 < 32 && $0 != 10 || $0 == 127 }
      if !isWhole { faults.append("\(name) holds \(String(decoding: bytes, as: UTF8.self))") }
    }
  }
}
