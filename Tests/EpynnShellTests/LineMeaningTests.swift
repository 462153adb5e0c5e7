import EpynnCore
import Testing

@testable import EpynnShell

/// Whether a line calls a command or assigns, wherever it is typed.
@Suite struct LineMeaningTests {
  private func kind(_ line: String) -> String {
    switch LineMeaning(line) {
    case .help(let topic): return "help \(topic)"
    case .command(let command, _): return command.name
    case .assignment: return "assignment"
    case .other: return "other"
    }
  }

  @Test func commandsAreKnownByNameAndShortForm() {
    for (line, command) in [
      ("step", "step"), ("  s 3", "step"), (":show W", "show"), ("p W", "show"), ("q", "quit"),
      ("load /tmp/x", "load"), ("loss MSE", "loss"), ("heat [[1, 2]]", "heat"),
      ("nudge W[0,1] 0.1", "nudge"), ("try W = 0", "try"), ("mine dW = [[1, 2", "mine"),
    ] {
      #expect(kind(line) == command, "\(line)")
    }
    for command in Command.all { #expect(kind(command.name) == command.name) }
  }

  @Test(arguments: [
    "W = 3", "W=3", "b[0,1] = 3", "W[0, 1] += 1", "v += 1", "X = [[1, 2", "rate = 0.1", "s = 2",
    "W @= X", "loss = 3", ":W = 1", "x = Z == A",
  ])
  func assignments(line: String) { #expect(kind(line) == "assignment") }

  @Test(arguments: [
    "W", "Z == A", "Z >= 1", "Z != A", "close(Z, A)", "because dZ = 0", "3 = W", "loss[0]",
    "loss * 2", "X.T @ dZ = dW", "ste", "1 2", "", "close(Z, x=3)",
  ])
  func othersAreNeither(line: String) { #expect(kind(line) == "other") }

  @Test func helpIsAskedInMoreThanOneWay() {
    for line in ["?dW", "dW?", ".help dW", ":help dW", "\\?dW"] {
      #expect(kind(line) == "help dW", "\(line)")
    }
  }

  /// No variable takes a command's name, so that a line means the same whatever was set.
  @Test func noVariableHasACommandsName() {
    for command in Command.all {
      for name in command.words
      where !Vocabulary.names.contains(name) {
        var session = Session()
        _ = session.respond(to: "\(name) = 3")
        #expect(session.machine.variables.isEmpty, "\(name)")
      }
    }
  }
}
