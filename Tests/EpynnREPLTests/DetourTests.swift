import Foundation
import Testing

/// A teacher at the projector, 80 × 24: a cell in focus, a detour, and the way back.
@Suite(.serialized, .waitsForPrograms) struct DetourTests {
  private func start(_ program: Program, color: Bool) throws -> PseudoTerminal {
    let extra = color ? [:] : ["NO_COLOR": "1"]
    let terminal = try PseudoTerminal(
      path: try Program.path, arguments: [],
      environment: program.environment.merging(extra) { $1 }, columns: 80, rows: 24)
    try terminal.waitFor("epynn forward(1)>")
    return terminal
  }

  /// The lines between two prompts.
  private func screen(_ terminal: PseudoTerminal, after line: String, prompt: String) throws
    -> [Substring]
  {
    try terminal.send(line + "\r")
    let text = try terminal.waitFor(prompt)
    return text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  @Test func theFocusIsSeenWithAndWithoutColour() throws {
    for color in [false, true] {
      let program = try Program()
      defer { program.remove() }
      let terminal = try start(program, color: color)
      _ = try screen(terminal, after: "goto dW;", prompt: "gradients(1.1)>")
      _ = try screen(terminal, after: "focus dW[2,0]", prompt: "gradients(1.1)>")
      // Enter runs the step at hand.
      let card = try screen(terminal, after: "", prompt: "gradients(1.2)>")
      let text = card.joined(separator: "\n")
      #expect(card.count <= 24, "\(text)")
      #expect(text.contains("dW[2,0] = 1×0 + 1×1 + 0×1 + 2×1 = 3"))
      if color {
        #expect(text.contains("\u{1B}[7m▸\u{1B}[0m\u{1B}[7m1\u{1B}[0m\u{1B}[7m "), "\(text)")
      } else {
        #expect(text.contains("⎣▸3◂-8 ⎦      ⎣▸1  1  0  2◂⎦      ⎢│1│ 0 ⎥"), "\(text)")
        #expect(card.allSatisfy { $0.count <= 80 })
      }
      try terminal.send("quit\r")
      #expect(try terminal.exitStatus() == .code(0))
    }
  }

  @Test func aDetourEndsWhereItBegan() throws {
    let program = try Program()
    defer { program.remove() }
    let terminal = try start(program, color: false)
    _ = try screen(terminal, after: "goto dZ;", prompt: "backward(2)> ")
    _ = try screen(terminal, after: "bookmark class", prompt: "backward(2)> ")
    _ = try screen(terminal, after: "dense 3 tanh;", prompt: "forward(1)> ")
    _ = try screen(terminal, after: "set precision 6;", prompt: "forward(1)> ")
    // Tab knows the name.
    try terminal.send("goto cl\t")
    try terminal.waitFor("ass ")
    try terminal.send("\r")
    #expect(try terminal.waitFor("backward(2)> ").contains("at bookmark class: iteration 1"))
    let status = try screen(terminal, after: "diff class", prompt: "backward(2)> ")
    #expect(status.contains { $0.contains("nothing differs between class and now") })
    _ = try screen(terminal, after: "back", prompt: "forward(1)> ")
    let far = try screen(terminal, after: "diff class", prompt: "forward(1)> ")
    #expect(far.count <= 24 && far.contains { $0.contains("2 units, relu → 3 units, tanh") })
    try terminal.send("quit\r")
    #expect(try terminal.exitStatus() == .code(0))
  }
}
