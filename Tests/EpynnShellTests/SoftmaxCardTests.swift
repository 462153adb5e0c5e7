import Testing

@testable import EpynnShell

/// Where a slope is a matrix for each sample, the screens say so, and what a pair of loss and
/// activation comes to.
@Suite struct SoftmaxCardTests {
  private static let classes = [
    "new;", "X = [[1, 3], [2, 4], [-1, 1]];", "dense 3 softmax;",
    "W = [[1, 0.5, -1], [0.2, 0.4, 0.1]];", "Y = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];", "loss CCE;",
  ]

  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0, from: .script).text }
  }

  /// Every screen that has the equation, in every notation that is read by people.
  @Test(arguments: ["docs", "matrix", "ascii", "latex"])
  func noScreenMultipliesCellByCell(notation: String) {
    let lines =
      Self.classes + [
        "set notation \(notation)", "goto dZ", "step", "show steps", "explain dZ", "help dZ",
        "explain dZ[0,1]", "restart", "goto dA", "run",
      ]
    for (line, text) in zip(lines, answers(lines)) {
      for wrong in ["softmax′", "softmax'", "odot", "* act"] {
        let equations = text.split(separator: "\n").filter { $0.contains("=") }
        #expect(!equations.contains { $0.contains(wrong) }, "\(line): \(text)")
      }
    }
  }

  @Test func theCardNamesTheJacobianAndItsSample() {
    let card = answers(Self.classes + ["goto dZ", "step"]).suffix(2)
    #expect(card.first?.contains("then: backward (2), dZ = dA · J(Z)") == true)
    #expect(card.last?.contains("∂𝓛/∂zᵏₘᵤ = δᵏ⁺¹ₘᵤ · Jᵏₘ  (2)") == true)
    #expect(card.last?.contains("J of sample 0 (3, 3) (u, u)") == true)
  }

  /// The numbers a worked cell takes from elsewhere are told from where.
  @Test func numbersOfWorkedCellsHaveASource() {
    let cards = answers(Self.classes + ["goto A", "step", "step", "step"]).suffix(3)
    let told = [
      "The row's largest z", "y from Y and a from A.", "y from Y and a from A.",
    ]
    for (card, sentence) in zip(cards, told) {
      #expect(card.replacing("\n  ", with: " ").contains(sentence))
    }
  }

  @Test(arguments: [
    (classes, "softmax and CCE together: dZ comes to A - Y."),
    (
      classes.dropLast(4) + ["dense 3 softmax softmax_temperature=2;"] + classes.suffix(2),
      "softmax and CCE together: dZ comes to (A - Y) / 2, by the temperature."
    ),
    (
      [
        "new;", "X = [[1], [2]];", "dense 1 sigmoid;", "W = [[0.5]];", "Y = [[1], [0]];",
        "loss BCE;",
      ],
      "sigmoid and BCE together: dZ comes to A - Y."
    ),
    (
      ["new;", "X = [[1], [2]];", "dense 2 sigmoid;", "Y = [[1, 0], [0, 0]];", "loss BCE;"],
      "sigmoid and BCE together: dZ comes to (A - Y) / 2, by the u outputs."
    ),
  ])
  func aPairComesToTheDifference(lines: [String], sentence: String) {
    let card = answers(lines + ["goto dZ;", "step"]).last ?? ""
    #expect(card.contains(sentence), "\(card)")
  }

  /// Targets that are no shares of 1, a mistake, or a saturated output: the numbers are others.
  @Test(arguments: [
    classes + ["Y = [[1, 1, 0], [0, 1, 0], [0, 0, 1]];"],
    classes + ["bug gradient-from-da;", "W = [[90, 0, 0], [90, 0, 0]];"],
    [
      "new;", "X = [[1], [2]];", "dense 1 sigmoid;", "W = [[60]];", "Y = [[0], [0]];", "loss BCE;",
    ],
  ])
  func itIsSaidOnlyWhereItIsSo(lines: [String]) {
    let card = answers(lines + ["goto dZ;", "step"]).last ?? ""
    #expect(!card.contains("comes to"), "\(card)")
  }
}
