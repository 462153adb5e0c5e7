import EpynnLessons
import Foundation
import Testing

@testable import EpynnShell

/// Every transcript of the README, typed or pasted at the prompt, prints what the README shows.
@Suite(.serialized, .waitsForPrograms) struct ReadmeAtThePromptTests {
  private static let start = "\u{1B}[200~"
  private static let stop = "\u{1B}[201~"

  private func transcripts() throws -> [[Exchange]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let bytes = try Data(contentsOf: root.appending(path: "README.md"))
    return try Lesson(reading: Array(bytes)).items.compactMap { item in
      if case .transcript(let exchanges) = item.content { exchanges } else { nil }
    }
  }

  /// Where the terminal is dumb nothing tells a paste from a line that is typed.
  @Test(arguments: ["dumb", "xterm"])
  func typedTheyPrintWhatItShows(kind: String) throws {
    try play(terminalOf: kind) { exchanges, terminal, answer in
      for exchange in exchanges {
        try terminal.send(exchange.command + "\r")
        try answer(exchange, .prompt)
      }
    }
  }

  @Test func pastedTheyPrintWhatItShows() throws {
    try play(terminalOf: "xterm") { exchanges, terminal, answer in
      let lines = exchanges.map { "> \($0.command)\r\r" }.joined()
      try terminal.send(Self.start + lines + Self.stop)
      for exchange in exchanges { try answer(exchange, .paste) }
    }
  }

  private func play(
    terminalOf kind: String,
    _ body: ([Exchange], PseudoTerminal, (Exchange, Session.Source) throws -> Void) throws -> Void
  ) throws {
    let program = try Program()
    defer { program.remove() }
    let terminal = try program.terminal(environment: ["TERM": kind])
    // Knows which prompt comes next.
    var session = Session()
    for exchanges in try transcripts() {
      try body(exchanges, terminal) { exchange, source in
        _ = session.respond(to: exchange.command, from: source)
        let mark = kind == "dumb" ? "\n" : "\u{1B}[?2004h"
        let shown = try terminal.waitFor(mark + session.prompt, timeout: .seconds(30))
        let printed = Self.lines(shown).dropFirst().dropLast()
        // The questions of 'new' explain themselves, and a bar stands for the epochs.
        var expected = exchange.output
        if kind != "dumb" { expected.removeAll { $0.hasPrefix("  epoch ") } }
        if exchange.command == "new", source == .prompt { expected.append("...") }
        while expected.last?.isEmpty == true { expected.removeLast() }
        #expect(
          LineMatch.matches(expected[...], Array(printed)[...]),
          "line \(exchange.line): \(exchange.command)\n\(printed.joined(separator: "\n"))")
      }
    }
  }

  /// The lines of a screen's text, without what moves the cursor.
  private static func lines(_ text: String) -> [String] {
    text.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        String(line[(line.lastIndex(of: "\r").map(line.index(after:)) ?? line.startIndex)...])
      }
  }
}
