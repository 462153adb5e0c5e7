import EpynnCore
import EpynnLessons
import Testing

@testable import EpynnShell

/// Explanations, proofs, mistakes and trials as a person reads them.
@Suite struct ExplainingScreenTests {
  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0).text }
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func aCellIsTakenApartIntoTheTermsThatRan() {
    #expect(
      answers(["goto update;", "explain dW[0,1]"])[1] == """
        dW[0,1] = -9     gradients (1.1), dW = Xᵀ · dZ     weight: feature 0 to unit 1

          dW         =  Xᵀ               ·  dZ
          (3, 2)        (3, 4)              (4, 2)
          (n, u)        (n, m)              (m, u)
          ⎡ 3▸-9◂⎤      ⎡▸2  0  2  1◂⎤      ⎡ 0│-3│⎤
          ⎢ 2  1 ⎥      ⎢ 0  1  1  0 ⎥      ⎢ 1│ 1│⎥
          ⎣ 3 -8 ⎦      ⎣ 1  1  0  2 ⎦      ⎢ 1│ 0│⎥
                                            ⎣ 1│-3│⎦

          dW[0,1] = sum over samples m of  X[m,0] × dZ[m,1]

            m   X[m,0] × dZ[m,1]   product   sum so far
            0           2 × (-3)        -6           -6
            1              0 × 1         0           -6   the feature is 0
            2              2 × 0         0           -6   relu is off: Z[2,1] = -2
            3           1 × (-3)        -3           -9

        one level down: explain dZ[0,1]

        """)
  }

  @Test func aMeanLossIsItsTermsOverTheOutputs() {
    #expect(
      answers(["goto dA;", "explain loss[0,0]"])[1] == """
        loss[0,0] = 4.5     loss, loss = MSE(Y, A)     sample 0

          loss      = MSE of  Y          and  A
          (4, 1)              (4, 2)          (4, 2)
          (m, 1)              (m, u)          (m, u)
          ⎡▸4.5◂⎤             ⎡▸3  4◂⎤        ⎡▸3  1◂⎤
          ⎢ 1.0 ⎥             ⎢ 2  1 ⎥        ⎢ 3  2 ⎥
          ⎢ 2.5 ⎥             ⎢ 2  2 ⎥        ⎢ 3  0 ⎥
          ⎣ 5.0 ⎦             ⎣ 3  7 ⎦        ⎣ 4  4 ⎦

          loss[0,0] = sum over outputs u of  (y - a)², divided by 2
              y = Y[0,u], a = A[0,u]

            u   (y - a)²   term   sum so far
            0   (3 - 3)²      0            0   the target is met
            1   (4 - 1)²      9            9
            9 / 2 = 4.5, the mean over the outputs

        one level down: explain A[0,1]

        """)
  }

  /// With Z = 0 each of three outputs is 1/3, so J is 2/9 on its diagonal and -1/9 beside it.
  @Test func softmaxShowsTheJacobianOfTheSample() {
    let setUp = [
      "dense 3 softmax;", "loss CCE;", "W = zeros(3, 3);", "Y = eye(4)[:,0:3];", "goto dX;",
    ]
    let lines = answers(setUp + ["explain dZ[1,1]"])[setUp.count]
    #expect(
      lines == """
        dZ[1,1] = -0.6667     backward (2), dZ = dA · J(Z)     sample 1, unit 1

          dZ[1,1] = sum over outputs i of  dA[1,i] × J[i,1]

            J of sample 1 (3, 3) (u, u)
            ⎡  0.2222│-0.1111│-0.1111 ⎤
            ⎢ -0.1111│ 0.2222│-0.1111 ⎥
            ⎣ -0.1111│-0.1111│ 0.2222 ⎦
            J[i,j] = a[i] × ((i = j) - a[j]), a = A[1,:]

            i   dA[1,i] × J[i,1]   product   sum so far
            0      0 × (-0.1111)         0            0   the target is 0
            1      (-3) × 0.2222   -0.6667      -0.6667
            2      0 × (-0.1111)         0      -0.6667   the target is 0

        one level down: explain dA[1,1]

        """)
  }

  @Test func everyCellOfTheExampleCanBeExplainedAlsoAfterTheUpdate() {
    for place in ["goto update;", "run;"] {
      var session = Session()
      _ = session.respond(to: place)
      for name in ["X", "Z", "A", "dA", "dZ", "dX", "dW", "db", "loss"] {
        let response = session.respond(to: "explain \(name)[0,0]")
        #expect(!response.hasFailed, "\(name): \(response.text)")
        #expect(response.text.hasPrefix("\(name)[0,0] = "))
        for line in response.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      }
    }
  }

  @Test func roundedDigitsAreSaidToBe() {
    let lines = [
      "X = [[0.33333, 0.33333, 0.33333]]", "dense 1 identity;",
      "W = [[0.12345], [0.12345], [0.12345]]",
      "step 2;", "explain Z[0,0]",
    ]
    #expect(answers(lines)[4].contains("rounded: the full digits were added, not those shown"))
  }

  @Test func longSumsAreShortenedInTheMiddleWithTheirTotals() {
    let lines = [
      "X = ones(1, 40)", "dense 1 identity;", "W = ones(40, 1)", "step 2;", "explain Z[0,0]",
    ]
    let text = answers(lines)[4]
    #expect(text.contains("31 more"))
    #expect(text.contains(" 4             1 × 1         1            5\n"))
    #expect(text.contains("36             1 × 1         1           37\n"))
    #expect(text.contains("  0           40   b[0,0]\n"))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
  }

  @Test func stepsAreExplainedAndDeeperGoesDown() {
    let answers = answers(["explain dX", "goto update;", "explain dW[0,1] deeper 2", "explain"])
    #expect(words(answers[0]).contains("W has u second, so it is read transposed"))
    #expect(words(answers[0]).contains("Nobody reads dX of the first layer"))
    #expect(answers[2].contains("\ndZ[0,1] = -3 ") && answers[2].contains("\ndA[0,1] = -3 "))
    #expect(words(answers[3]).contains("db has the shape of b"))
  }

  @Test func nudgeAndPathAgreeWithTheGradient() {
    let answers = answers(["goto update;", "nudge W[0,1]", "path W[0,1]"])
    #expect(
      words(answers[1]).contains("slope -9 dW[0,1] -9 slope of the cost that over m = 4 -2.25"))
    #expect(
      answers[2].hasPrefix("from W[0,1] to the loss: 4 routes, largest first\n  -6  =  X[0,0] 2 ×"))
    #expect(answers[2].hasSuffix("  together -9, which is dW[0,1]\n"))
  }

  @Test func theCheckNamesTheFirstWrongStepAndExplainTheDifference() {
    let answers = answers([
      "check", "bug gradient-from-da", "check dW", "goto update;", "explain dW[0,1]",
      "bug is gradient-averaged", "bug is gradient-from-da", "fix", "check",
    ])
    #expect(answers[0].contains("every gradient agrees with finite differences"))
    #expect(
      words(answers[2]).contains(
        "the first wrong step is gradients (1.1), which writes dW: dW[0,1]"
          + " is -13 and the loss says -9"))
    #expect(answers[4].contains("these add up to -9; the layer has -13"))
    #expect(answers[5].hasPrefix("not gradient-averaged"))
    #expect(answers[6].hasPrefix("yes, it is gradient-from-da"))
    #expect(answers[7].hasPrefix("gradient-from-da is out"))
    #expect(answers[8] == answers[0])
  }

  @Test func aHiddenBugIsNotNamedAndCanBeFound() {
    var session = Session()
    let text = session.respond(to: "bug hidden").text
    let bug = session.machine.bug
    #expect(bug?.isHidden == true)
    let name = bug?.mistake.name ?? ""
    #expect(!text.contains(name))
    #expect(session.prompt == "epynn bug forward(1)> ")
    #expect(session.respond(to: "check").text.contains("the first wrong step is "))
    for line in ["show settings", "run", "show", "show steps", "check"] {
      #expect(!session.respond(to: line).text.contains(name), "\(line)")
    }
    #expect(session.respond(to: "bug is \(name)").text.hasPrefix("yes, it is \(name)"))
  }

  @Test(arguments: [
    ("explain dW[0,1]", "dW is not computed yet; gradients (1.1) writes it"),
    ("explain W[9,0]", "rows are 0 to 2, columns 0 to 1"),
    ("explain X @ W", "'X @ W' does not work for 'a cell'; it wants a name like"),
    ("nudge", "'nudge' needs a cell"), ("nudge W[9,9]", "rows are 0 to 2, columns 0 to 1"),
    ("nudge W[0,0] x", "'x' does not work for 'nudge'; it wants a distance above 0"),
    ("path Z[0,0]", "it wants a weight, as in W[0,1]"), ("path W[0,7]", "columns 0 to 1"),
    ("mine loss = 3.25", "loss has (4, 1), a number a sample; their mean is the cost"),
    ("mine dW2 = 3", "no layer 2; there is 1 layer"),
    ("nudge loss[0,0]", "it wants a cell of X, W, b, Z or A"),
    ("explain Y[0,0]", "Y is what you set, no step's sum"), ("display Q", "no name 'Q'"),
    ("break dW if Q > 3", "no name 'Q'"), ("bug is", "'bug is' needs a name"),
    ("mine dW[0] = 3", "it wants one cell or a whole tensor"),
    ("check W", "it wants a gradient: dA, dZ, dX, dW or db"),
    ("bug nonsense", "no mistake 'nonsense'; 'bug' lists them"),
    ("bug bias-not-summed", "'bias-not-summed' makes no difference here, or does not fit"),
    ("fix", "no mistake is in"), ("keep", "there is nothing to keep"),
    ("diff", "nothing was edited yet"), ("try", "'try' needs an edit"),
    ("try dW = 3", "dW is computed by gradients (1.1)"), ("try 2 + 3", "that changes nothing"),
    ("explain dW[0,1] deeper x", "it wants 1 to 20 levels"),
  ])
  func badInputIsToldWhatToDo(line: String, sentence: String) {
    #expect(words(answers([line])[0]).contains(sentence))
  }

  @Test func aMistakeCanBeInOneLayerAlone() {
    var session = Session()
    for line in ["dense 3 tanh", "dense 2 sigmoid", "Y = ones(4, 2) / 2"] {
      #expect(!session.respond(to: line, from: .script).hasFailed)
    }
    for (line, part) in [
      ("bug slope-left-out layer 1", "slope-left-out is in layer 1: this is dA as it came"),
      ("check", "the first wrong step is 1.backward (2), which writes dZ1"),
      ("bug gradient-averaged layer 2", "gradient-averaged is in layer 2"),
      ("check", "the first wrong step is 2.gradients (1.1), which writes dW2"),
      ("bug slope-left-out layer 3", "no layer 3; there are 2 layers"),
      ("bug slope-left-out twice", "no option 'twice'; there is layer K"),
    ] {
      let said = words(session.respond(to: line).text)
      #expect(said.contains(part), "\(line): \(said)")
    }
  }

  /// The worked cell of a card stays true where a mistake runs.
  @Test func aCardTellsWhatTheFormulaGivesAndWhatTheLayerHas() {
    for (bug, place, line) in [
      ("gradient-averaged", "dW", "+ 1×(-3) = -9; the layer has -2.25"),
      ("bias-left-out", "Z", "+ 1×2 + 1 = 1; the layer has 0"),
      ("rate-left-out", "update", "W[0,1] = -1 - 0.1×(-9) = -0.1; the layer has 8"),
    ] {
      var session = Session()
      for setUp in ["bug \(bug)", "goto \(place)"] { _ = session.respond(to: setUp) }
      let card = words(session.respond(to: "step").text)
      #expect(card.contains(line), "\(card)")
    }
  }

  /// What finite differences can see of a mistake that is in none of the gradients.
  @Test func aCheckSaysWhatItSeesOfOtherMistakes() {
    for mistake in Mistake.all where ![.backward, .gradients].contains(mistake.phase) {
      var told = 0
      for setUp in [
        [], ["dense 2 sigmoid", "Y = [[1,0],[0,1],[1,0],[0,1]]"],
        ["dense 2 softmax softmax_temperature=0.5", "loss CCE", "Y = [[1,0],[0,1],[1,0],[0,1]]"],
      ] {
        var session = Session()
        for line in setUp { #expect(!session.respond(to: line, from: .script).hasFailed) }
        guard !session.respond(to: "bug \(mistake.name)", from: .script).hasFailed else { continue }
        told += 1
        let said = words(session.respond(to: "check", from: .script).text)
        let sentence =
          switch mistake.phase {
          case .forward: "is in the forward pass: the differences are of the loss that it gives"
          case .loss: "is in the loss: the differences are of the loss that it gives"
          default:
            "is in the update, which no gradient check sees; 'mine \(mistake.quantity.name) = …' does"
          }
        #expect(said.contains("\(mistake.name) \(sentence)"), "\(said)")
        if mistake.phase == .update { #expect(said.contains("every gradient agrees")) }
      }
      #expect(told > 0, "\(mistake.name)")
    }
  }
}
