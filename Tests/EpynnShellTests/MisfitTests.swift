import Testing

@testable import EpynnShell

/// What was set and no longer fits the layer is refused by whoever reads it, and nothing traps.
@Suite struct MisfitTests {
  private static let asked = [
    "nudge W[0,0]", "nudge X[0,0]", "nudge X[4,0]", "nudge b[0,0]", "nudge Z[0,0]",
    "nudge A[0,1]", "check", "check dA", "check dZ", "check dX", "check dW", "check db",
    "path W[0,0]", "path W[2,1]", "explain dA[0,0]", "explain dZ[3,1]", "explain dW[0,0] deeper 3",
    "explain X[4,0]", "explain Y[0,0]", "explain Y[4,0]", "mine dA = A - Y", "mine dA[3,1] = 2",
    "mine dZ = dA", "mine dW[0,0] = 7", "mine dW = dW * 2", "mine loss = [[1], [2], [3], [4]]",
    "mine cost = 3", "mine db = [[1, 2]]", "try W[0,0] = 3", "try rate 0.5", "diff", "score",
    "split 2 1 1", "train 3", "train 3 batch 2", "run", "step 9", "next", "restart", "status",
    "network", "shapes", "show", "show dA", "show Y", "A - Y", "dA - A", "dA", "Y", "predict dA",
    "predict dZ", "cover dA", "bug", "bug best", "bug random", "bug sign-turned",
    "bug loss-averaged", "bug bias-not-summed", "bug gradient-transposed", "goto dA", "goto loss",
    "goto update", "goto dZ", "plot", "display cost", "watch dA[3,1]", "dA[3,1] = 5",
    "dA[4,0] = 5", "Y[4,0] = 5", "X[4,0] = 5", "loss MAE", "loss BCE", "back", "seed 3",
  ]

  /// What drives backward (1), and then another number of samples or of outputs.
  private static let misfits: [[String]] =
    ["dA = [[1, 0], [0, 1], [1, 1], [0, 0]]", "loss MAE"].flatMap { drive in
      ["X = ones(5, 3)", "X = ones(1, 3)", "dense 3 softmax", "dense 1 sigmoid"].map {
        [drive, $0]
      }
    }

  /// A mistake that no longer fits what came after it.
  private static let misfittingBugs = [
    "bias-not-summed", "gradient-transposed", "weights-not-transposed", "bias-wrong-axis",
    "gradient-from-output",
  ].map { name in
    [
      "new", "X = [[1, 2]]", "dense 2 tanh", "Y = [[1, 0]]", "bug \(name)",
      "X = [[1, 2, 3], [3, 1, 4], [5, 6, 1], [1, 1, 1]]",
      "Y = [[1, 0], [0, 1], [1, 1], [0, 0]]",
    ]
  }

  @Test(arguments: misfits + misfittingBugs)
  func nothingTraps(setUp: [String]) {
    var session = Session()
    for line in setUp { _ = session.respond(to: line, from: .script) }
    for line in Self.asked {
      var asked = session
      #expect(!asked.respond(to: line, from: .script).text.isEmpty, "\(line)")
    }
  }

  /// The shape that does not fit stands in the answer, as where the step reads it.
  @Test(arguments: ["nudge W[0,0]", "nudge A[0,0]", "check", "check dA", "path W[0,0]"])
  func aGivenErrorOfAnotherShapeIsNamed(line: String) {
    var session = Session()
    for line in ["dA = [[1, 0], [0, 1], [1, 1], [0, 0]]", "X = ones(5, 3)"] {
      _ = session.respond(to: line, from: .script)
    }
    let answer = session.respond(to: line, from: .script)
    #expect(answer.hasFailed)
    #expect(answer.text.contains("(5, 2)"), "\(answer.text)")
  }
}
