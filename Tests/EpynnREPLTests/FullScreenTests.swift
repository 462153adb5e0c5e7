import Foundation
import TestSupport
import Testing

/// Lines that fill the screen, and keys that nobody would press: the prompt goes on.
@Suite(.serialized, .waitsForPrograms) struct FullScreenTests {
  static let sizes = [(80, 24), (40, 10), (20, 5)]

  private func terminal(
    _ program: Program, viKeys: Bool, columns: Int, rows: Int
  ) throws -> PseudoTerminal {
    if viKeys {
      try "bind -v\n".write(
        to: program.state.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    }
    return try program.terminal(columns: columns, rows: rows)
  }

  /// libedit loses its cursor on the last row of its screen, and the next key leaves its buffers.
  @Test(arguments: sizes, [false, true])
  func aLineMayFillTheScreenAndMore(size: (columns: Int, rows: Int), viKeys: Bool) throws {
    let prompt = "epynn forward(1)> "
    for screens in [1, 2, 9] {
      for extra in -1...1 {
        let program = try Program()
        defer { program.remove() }
        let terminal = try terminal(program, viKeys: viKeys, columns: size.columns, rows: size.rows)
        let fill = (size.rows * screens + 1) * size.columns - prompt.count + extra
        try terminal.send(String(repeating: "1", count: fill))
        let keys =
          viKeys
          ? ["\u{1B}0", "$", "a", "2", "\u{1B}", "k", "j", "G", "x", "i3"]
          : ["\u{1}", "\u{5}", "2", "\u{1}", "\u{1B}[C", "\u{5}", "3", "\u{8}", "\u{15}", "\u{19}"]
        for key in keys { try terminal.send(key) }
        try terminal.send("\u{3}")
        try terminal.send("7 * 191\r")
        try terminal.waitFor("1337")
      }
    }
  }

  /// A wide character that does not fit leaves the last column free: so many columns are lost.
  @Test(arguments: [(5, 1), (7, 3), (81, 24)])
  func aLineOfWideCharactersMayFillTheScreen(columns: Int, rows: Int) throws {
    let program = try Program()
    defer { program.remove() }
    let terminal = try PseudoTerminal(
      path: try Program.path, environment: program.environment, columns: columns, rows: rows)
    try terminal.waitFor("\u{1B}[?2004h")
    for count in Array(2...40) + [4_000] {
      for start in ["", "1"] {
        let line = start + String(repeating: "漢", count: count)
        try terminal.send(line + "\u{1B}[D漢\u{1}漢\u{5}漢", timeout: .seconds(60))
        try terminal.send("\u{3}")
        try terminal.waitFor("\u{1B}[?2004h", timeout: .seconds(60))
      }
    }
    try terminal.send("7 * 191\r")
    try terminal.waitFor("1337\r\n")
  }

  /// A search with the vi keys that finds nothing empties the line, wherever its cursor was drawn.
  @Test func aSearchThatEmptiesTheLineMayBeTypedAfter() throws {
    let program = try Program()
    defer { program.remove() }
    try "bind -v\n".write(
      to: program.state.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal(
      path: try Program.path, environment: program.environment, columns: 5, rows: 1)
    try terminal.waitFor("\u{1B}[?2004h")
    for count in 10...20 {
      try terminal.send(String(repeating: "9", count: count) + "\u{1B}")
      try terminal.settle(.milliseconds(100))
      try terminal.send("\u{12}Wn" + String(repeating: "漢", count: 60) + "\u{3}")
      try terminal.waitFor("\u{1B}[?2004h")
    }
    try terminal.send("7 * 191\r")
    try terminal.waitFor("1337\r\n")
  }

  private static let sessions = trials(24)

  private static let keys =
    (32..<127).map { String(UnicodeScalar($0)) }
    + (1..<27).filter { ![3, 4, 26].contains($0) }.map { String(UnicodeScalar($0)) }
    + ["\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~"]
    + ["\u{1B}b", "\u{1B}f", "\u{1B}d", "\u{1B}[1;5D", "\u{1B}[1;5C", "\u{1B}", "\u{7F}"]
    + ["漢", "é", "e\u{301}", "η", "𝓛", "\u{200B}", "\u{FFFD}", "W[0,1] = 3\r", "help\r", "new\r"]
    + ["\u{1B}[200~", "\u{1B}[201~", "\u{1B}[200~step\r\r\tW\r\u{1B}[201~", "\u{1B}[20"]
    + ["\u{19}\u{19}\u{19}", String(repeating: "9", count: 90), String(repeating: "漢", count: 60)]

  @Test(arguments: 0..<sessions)
  func randomKeysEndNothing(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let size = Self.sizes[seed % 3]
    let program = try Program()
    defer { program.remove() }
    let terminal = try terminal(
      program, viKeys: seed % 2 == 1, columns: size.0, rows: size.1)
    var typed = ""
    for _ in 0..<400 {
      typed += Self.keys.randomElement(using: &generator) ?? ""
      if Int.random(in: 0..<100, using: &generator) == 0 {
        try terminal.send(typed)
        typed = ""
        let size = Self.sizes.randomElement(using: &generator) ?? (80, 24)
        terminal.resize(columns: size.0, rows: size.1)
      }
    }
    try terminal.send(typed)
    // A word that ends the program may have been among them; a signal never.
    if try terminal.stillAnswers() { return }
    let status = try terminal.exitStatus()
    #expect(status == .code(0), "seed \(seed): \(status), \(terminal.transcript.suffix(400))")
  }
}

extension PseudoTerminal {
  /// Whether a line is answered after the one at hand is dropped; not where the program has ended.
  fileprivate func stillAnswers() throws -> Bool {
    for _ in 0..<40 {
      do {
        // Twice while a line is being answered would end the program, as it should.
        try send("\u{3}", timeout: .milliseconds(500))
        usleep(20_000)
        try send("7 * 191\r", timeout: .milliseconds(500))
        try waitFor("1337\r\n", timeout: .milliseconds(500))
        return true
      } catch {
        if hasEnded { return false }
      }
    }
    return false
  }
}
