import Testing

@testable import EpynnCore
@testable import EpynnShell

/// A metric is shown where it means something.
@Suite struct ScoreTests {
  private func answers(_ lines: [String], width: Int = 80) -> [String] {
    var session = Session(screen: Screen(width: width))
    return lines.map { line in
      let answer = session.respond(to: line, from: .script)
      #expect(!answer.hasFailed, "\(line): \(answer.text)")
      return answer.text
    }
  }

  /// Six samples of three classes, counted by hand: of 0, two in three are found; of 1, one in two;
  /// of 2, none. 2 is never answered.
  private static let threeClasses = [
    "new", "X = [[1,0,0],[1,0,0],[0,1,0],[0,1,0],[1,0,0],[0,1,0]]", "dense 3 identity",
    "W = [[1,0,0],[0,1,0],[0,0,1]]", "Y = [[1,0,0],[1,0,0],[1,0,0],[0,1,0],[0,1,0],[0,0,1]]",
  ]

  @Test func beyondTwoClassesEachHasItsRecallAndPrecision() {
    #expect(
      answers(Self.threeClasses + ["score"]).last == """
                           training
          samples          6
          cost             0.3333
          accuracy         0.5
          mean recall      0.3889
          mean precision   0.3333

          training samples by class
          is \\ called  0  1  2  recall  precision
          0            2  1  0  0.6667  0.6667
          1            1  1  0  0.5     0.3333
          2            0  1  0  0       none

        """)
  }

  @Test func whatDoesNotStandBesideTheCountsFollowsThem() {
    let text = answers(Self.threeClasses + ["score"], width: 38).last ?? ""
    #expect(
      text.contains(
        "  2            0  1  0\n\n  class  recall  precision\n  0      0.6667  0.6667\n"))
  }

  @Test func ofManyClassesOnlyTheSharesAreShown() {
    let text =
      answers(
        ["new", "X = eye(14)", "dense 14 identity", "W = eye(14)", "Y = eye(14)", "score"]
      ).last ?? ""
    #expect(text.contains("  class  samples  recall  precision\n  0      1        1       1\n"))
    #expect(!text.contains("called"))
  }

  @Test func ofTwoClassesTheMetricsAreEpyNNs() {
    let text = answers(["new", "data xor", "dense 1 sigmoid", "score"]).last ?? ""
    for name in ["accuracy", "recall", "precision", "F-score", "specificity", "NPV"] {
      #expect(text.contains("\n  \(name) "), "\(name)")
    }
    #expect(!text.contains("mean recall") && text.contains("is \\ called  0  1\n"))
  }

  /// Class 0 is the positive one: 3 found, 1 missed, 4 called so that are not, 2 left out rightly.
  @Test func ofTwoClassesTheMetricsAreCounted() {
    let target = [0.0, 0, 0, 0, 1, 1, 1, 1, 1, 1]
    let output = [0.1, 0.2, 0.3, 0.9, 0.4, 0.1, 0.2, 0.3, 0.8, 0.7]
    let score = Score(target: Matrix(target.map { [$0] }), output: Matrix(output.map { [$0] }))
    #expect(score.confusion == [[3, 1], [4, 2]])
    #expect(score.accuracy == 0.5)
    #expect(score.recall == 3.0 / 4)
    #expect(score.precision == 3.0 / 7)
    #expect(score.fScore == 3 / 5.5)
    #expect(score.specificity == 2.0 / 6)
    #expect(score.npv == 2.0 / 3)
  }

  /// Targets and whether they name classes: in trainings, plot and score alike, and while one runs.
  @Test(arguments: [
    (["new", "data xor", "dense 2 tanh", "dense 1 sigmoid"], true),
    (["new", "data iris scale", "dense 3 softmax", "loss CCE"], true), ([], false),
    (["new", "data xor", "Y = 2 * Y - 1", "dense 1 tanh"], false),
    (["new", "data xor", "Y = Y / 2", "dense 1 sigmoid"], false),
    (["new", "data xor", "dense 2 sigmoid", "Y = [[0, 0], [1, 0], [1, 0], [0, 1]]"], false),
  ])
  func accuracyIsShownWhereTargetsNameClasses(setUp: [String], namesClasses: Bool) {
    let texts = answers(setUp + ["rate 0.001", "train 20", "plot", "score", "train 4 batch 2"])
    let shown = texts.suffix(4).map { $0.contains("accuracy") }
    #expect(shown == Array(repeating: namesClasses, count: 4), "\(setUp)")
    #expect(
      texts.suffix(2)[texts.count - 2].contains("only the cost means something here")
        == !namesClasses)
    #expect(texts.suffix(4).allSatisfy { $0.contains("cost") })
  }

  @Test func theProgressBarShowsAccuracyOnlyThen() {
    let look = Look(settings: Settings(), screen: Screen())
    for (accuracy, figures) in [(0.75, "cost 0.5  accuracy 0.75"), (nil, "cost 0.5")] {
      let status = TrainingStatus(
        epoch: 1, planned: 2, endsEpoch: true, cost: 0.5, accuracy: accuracy)
      #expect(
        TrainingView(status, epochs: 2, look: look, through: Session().veil).figures == figures)
    }
  }
}
