import EpynnCore
import Synchronization
import TestSupport
import Testing

@testable import EpynnShell

/// Words thrown together: whatever comes, there is an answer and the session goes on.
@Suite struct NonsenseTests {
  private static let words =
    Command.all.map(\.name) + Mistake.all.map(\.name) + more

  private static let more = [
    "tensor", "is", "hidden", "random", "on", "off", "deeper", "if", "layer", "epoch", "batch",
    "mine dW[0,1] = -13", "mine dW =", "predict on", "predict dZ", "try W[0,1] =", "(4, 2)", "3 2",
    "train 3", "display cost", "watch W[0,1]", "break dW if", "dense 2 tanh", "a.csv", "data xor",
    "step", "next", "run", "back", "redo", "goto", "restart", "show", "new", "dense", "seed",
    "loss",
    "rate", "set", "load", "history", "help", "lesson", "lessons", "hint", "solution", "skip",
    "again", "previous", "leave", "save", "X", "W", "b", "Z", "A", "Y", "dA", "dZ", "dX", "dW",
    "db",
    "X1", "W2", "dA1", "cost", "m", "n", "u", "v", "data", "given", "η", "=", "+=", "==", "+", "-",
    "*", "/", "@", "**", "<", ">=", "(", ")", "[", "]", ",", ":", ".", "'", ";", "#", "?", "0", "1",
    "2", "-1", "3.5", "1e308", "1e15", "1e-320", "99999999999999999999", "[0,1]", "[5:2]", "[-1]",
    "[:,0]", "[1e15]", ".T", ".shape", ".shape[0]", ".sum(axis=0)", ".sum(axis=7)", "act(", "act'(",
    "relu(", "softmax'(", "MSE(", "exp(", "log(-1)", "zeros(2, 3)", "ones(0,1)", "eye(2)",
    "ones(1e9, 1e9)", "round(X, 400)", "[[1, 2], [3, 4]]", "[[1,2],[3]]", "relu", "softmax",
    "lrelu",
    "LRELU_alpha=", "softmax_temperature=0", "MSE", "CCE", "BCE", "precision", "full", "notation",
    "numpy", "latex", "shapes", "steps", "settings", "update", "backward.3", "one-neuron", "",
    "gradients (1.1)", "2000000000", "1000000000000", "\u{1B}", "漢", "é", "\"", "`", "\\",
  ]

  @Test(arguments: 0..<trials(20))
  func nothingTraps(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let screen = Screen(width: [20, 40, 80, 120][seed % 4], height: [8, 24][seed % 2])
    // As if Ctrl-C were pressed after a while: a long run ends.
    let asked = Mutex(0)
    var session = Session(
      screen: screen,
      surroundings: Surroundings(
        read: { _ in .success(Array("dW\n3,-9\n2,1\n3,\(seed)\nZ\n1\n".utf8)) },
        isInterrupted: {
          asked.withLock {
            $0 += 1
            return $0 > 50
          }
        }))
    for _ in 0..<300 {
      if random(8) == 0 { _ = session.interrupt() }
      let line = (0...random(6)).map { _ in Self.words[random(Self.words.count)] }
        .joined(separator: random(3) == 0 ? "" : " ")
      asked.withLock { $0 = 0 }
      let response = session.respond(to: line, from: random(4) == 0 ? .script : .prompt)
      let isSafe = response.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 }
      #expect(isSafe, "\(line.debugDescription)")
      #expect(!session.prompt.isEmpty)
    }
    asked.withLock { $0 = 0 }
    _ = session.respond(to: "predict off", from: .script)
    #expect(session.respond(to: "rate 0.5", from: .lesson).text.contains("rate is 0.5"))
  }
}
