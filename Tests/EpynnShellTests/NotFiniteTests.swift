import EpynnCore
import Testing

@testable import EpynnShell

/// NaN and infinity are called by their names: nothing that holds them is proved, trained or 'ok'.
@Suite struct NotFiniteTests {
  private func answer(_ line: String, after lines: [String]) -> Response {
    var session = Session()
    for line in lines {
      let response = session.respond(to: line, from: .script)
      #expect(!response.hasFailed, "\(line): \(response.text)")
    }
    return session.respond(to: line, from: .script)
  }

  /// Weights that an update made NaN, a Z that overflows, a loss that does.
  private static let states = [
    ["X[0,0] = 1e160;", "rate 1e200;", "run;", "run;"],
    ["W[0,1] = 1e308;", "W[0,0] = 1e308;", "X[0,0] = 1e10;"],
    ["W[0,0] = 1e200;"],
    [
      "dense 2 tanh;", "dense 2 identity;", "Y = ones(4, 2);", "W2[0,0] = 1e300;",
      "W2[1,0] = 1e300;",
    ],
    ["dense 1 softplus;", "loss MSLE;", "Y = ones(4, 1);", "W = [[1e308], [1e308], [1e308]];"],
  ]

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// In the first two states every gradient holds such a number.
  @Test(
    arguments: states.prefix(2),
    ["check", "check dA", "check dZ", "check dX", "check dW", "check db"])
  func checkProvesNothingOfThem(state: [String], line: String) throws {
    let response = answer(line, after: state)
    #expect(response.text.contains("not finite"), "\(response.text)")
    #expect(!response.text.contains(" ok"), "\(response.text)")
    #expect(words(response.text).contains("of which nothing can be proved"), "\(response.text)")
    #expect(response.hasFailedCheck)
  }

  @Test func checkNamesTheFirst() {
    #expect(
      words(answer("check dW", after: Self.states[1]).text).contains(
        "dW holds NaN or infinity, of which nothing can be proved; the first such number is Z[0,0],"
          + " which forward (2) writes"))
    #expect(
      words(answer("check", after: Self.states[0]).text).contains(
        "dA, dZ, dX, dW and db hold NaN or infinity, of which nothing can be proved; W[0,0] was so"
          + " before this iteration, and 'back' goes to before it became so"))
    #expect(
      words(answer("check dA", after: Self.states[3]).text).contains(
        "the first such number is loss[0,0], which loss writes"))
  }

  /// Where it was so before, and where it becomes so: the epoch, the batch and the tensor.
  @Test func trainingSaysWhereItBecameSo() {
    #expect(
      answer("train 5", after: Self.states[0]).text.contains(
        "W[0,0] of layer 1 is NaN or infinite; 'back' goes to before it became so"))
    #expect(
      answer("train 5", after: Self.states[1]).text.contains(
        "stopped in epoch 1, batch 1, at forward (2): Z[0,0] became infinite;"))
  }

  /// Each sample's loss is a number, and all of them together are none.
  @Test func aSumThatOverflowsIsSaid() {
    let lines = ["X = [[1], [1], [1], [1]];", "W = [[1.2e154, 1]];", "rate 1e-300;"]
    #expect(
      answer("train 3", after: lines).text.hasPrefix(
        "stopped in epoch 1, batch 1, at loss: the sum of all losses became infinite;"))
  }

  /// What computes answers in every such state, and calls nothing right.
  @Test(arguments: states)
  func nothingIsCalledRight(state: [String]) {
    for line in [
      "step", "next", "run", "goto dW", "goto update", "train 2", "check", "mine dW[0,0] = 3",
      "mine dW = ones(n, u)", "bug", "bug hidden", "explain dW[0,0]", "explain W[0,0]",
      "nudge W[0,0]", "path W[0,0]", "score", "heat dW", "diff", "status", "plot", "why dW",
    ] {
      let text = answer(line, after: state).text
      for word in ["every gradient agrees", "is finished", "trained 2"] {
        #expect(!text.contains(word), "\(line): \(text)")
      }
    }
  }
}
