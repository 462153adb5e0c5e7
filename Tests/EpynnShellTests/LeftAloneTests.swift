import EpynnCore
import Testing

@testable import EpynnShell

/// What a step leaves alone: a bias that is not there, parameters that are frozen.
@Suite struct LeftAloneTests {
  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0, from: .script).text }
  }

  private static let twoLayers = ["dense 3 relu", "dense 2 identity", "Y = ones(4, 2)"]

  /// The update is every layer's: it writes what any of them lets it.
  @Test(arguments: [
    ("freeze W1 b1", "W ← W − η·dW, b ← b − η·db"), ("freeze W2 b2", "W ← W − η·dW, b ← b − η·db"),
    ("freeze b1 b2", "W ← W − η·dW"), ("freeze W1 W2 b1", "b ← b − η·db"),
    ("convention mazur", "W ← W − η·dW"),
  ])
  func theUpdateIsEveryLayers(line: String, equations: String) {
    let said = answers(
      Self.twoLayers + [
        line, "goto update;", "status", "back;", "step 2", "help update",
      ])
    #expect(said[5].hasSuffix("then: update of iteration 1, \(equations)\n"), "\(said[5])")
    #expect(said[7].contains("each layer's  \(equations)\n"), "\(said[7])")
    for equation in equations.split(separator: ", ") {
      #expect(said[8].contains("as matrices: \(equation)\n"), "\(said[8])")
    }
    let card = answers(Self.twoLayers + [line, "goto update;", "step"])[5]
    #expect(card.contains("Left as they are: "), "\(card)")
    #expect(equations.contains("b ←") == card.contains("bᵏᵤ ←"), "\(card)")
    #expect(equations.contains("W ←") == card.contains("Wᵏₙᵤ ←"), "\(card)")
  }

  @Test func oneLayerWithABiasIsEnough() {
    for layers in [["dense 3 relu nobias", "dense 2"], ["dense 3 relu", "dense 2 nobias"]] {
      let said = answers(layers + ["Y = ones(4, 2)", "goto update;", "status"])[4]
      #expect(
        said.hasSuffix("then: update of iteration 1, W ← W − η·dW, b ← b − η·db\n"), "\(said)")
    }
  }

  /// One word for it on every screen that would have had an equation there.
  @Test(arguments: [
    (["dense 2 relu nobias", "Y = ones(4, 2)"], "db", "gradients (1.2)", "no bias"),
    (["freeze W b"], "update", "update", "frozen"),
    (["dense 2 relu nobias", "freeze W", "Y = ones(4, 2)"], "update", "update", "frozen"),
    (Self.twoLayers + ["freeze W1 b1 W2 b2"], "update", "update", "frozen"),
  ])
  func whatIsPassedOverSaysWhy(setUp: [String], step: String, label: String, why: String) {
    let said = answers(setUp + ["goto \(step);", "status", "step", "back 2;", "step 2"])
    let place = setUp.count
    #expect(
      said[place + 1].hasSuffix("then: \(label) of iteration 1, passed over: \(why)\n"),
      "\(said[place + 1])")
    let digest = said[place + 4].split(separator: "\n").first { $0.hasPrefix("  \(label) ") }
    #expect(digest?.hasSuffix("  \(why)") == true, "\(said[place + 4])")
    let card = said[place + 2]
    #expect(card.contains(why == "frozen" ? "Left as they are: W" : "has no bias"), "\(card)")
    let lines = card.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.last != " " }, "\(card)")
    #expect(!card.contains("\n\n\n"), "\(card)")
  }
}
