import EpynnCore
import TestSupport
import Testing

@testable import EpynnShell

/// What stands on the screens where another course's conventions are set.
@Suite struct ConventionScreenTests {
  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map {
      session.respond(to: $0, from: .script).text.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
  }

  @Test(arguments: [
    (
      "convention pytorch",
      "as in pytorch: dA divided by m: the loss is a mean over samples too"
    ),
    (
      "convention epynn",
      "as in EpyNN's documentation: sums over the samples; the cost alone is a mean"
    ),
    (
      "convention update-averaged",
      "update-averaged: the update divided by m: a step is η/m of the sum"
    ),
    (
      "convention mazur off",
      "no convention is set: sums over the samples; the cost alone is a mean"
    ),
    (
      "convention outputs-summed",
      "outputs-summed: BCE is summed over the outputs, not their mean; the loss here is MSE, which it"
        + " leaves as it is"
    ),
    ("freeze b", "the update leaves b alone; its gradient is computed all the same"),
    ("unfreeze W b", "the update moves W and b again"),
    ("freeze", "nothing is frozen"),
    ("activation tanh", "Dense 1: tanh; W, b, X and Y stay"),
    (
      "activation = Z * sigmoid(Z)",
      "Dense 1: own(z) = z * sigmoid(z), with the slope sigmoid(z) + z * sigmoid'(z); W, b, X and Y"
        + " stay"
    ),
    ("activation", "Dense 1: relu"),
    ("lr = 0.5", "rate is 0.5"),
  ])
  func theAnswerIs(line: String, sentence: String) {
    #expect(answers([line])[0] == sentence)
  }

  @Test(arguments: [
    ("freeze Z", "no update moves 'Z'; it moves W and b, as in 'freeze b1'"),
    ("freeze q", "'q' does not work for 'freeze'; it wants W or b of a layer, as in 'b1'"),
    ("freeze b7", "no layer 7; there is 1 layer"),
    (
      "convention x",
      "no convention 'x'; there are epynn, deeplearning.ai, pytorch, nielsen, mazur, half-squares,"
        + " outputs-summed, loss-averaged, gradients-averaged, update-averaged and biases-frozen"
    ),
    (
      "activation = X",
      "'X' is not Z, and an activation is a formula of Z alone, as in 'activation = Z * sigmoid(Z)'"
    ),
    (
      "activation = Z @ W",
      "a matrix product looks at more than one cell; an activation of one's own works cell by cell,"
        + " as in 'activation = Z * sigmoid(Z)'"
    ),
    ("activation relu layer 4", "no layer 4; there is 1 layer"),
    ("onehot([0, 0.5])", "'0.5' in row 1 is no class: they are whole numbers from 0"),
    ("onehot([1, 5], 3)", "'5' in row 1 is no class: with 3 of them they are 0 to 2"),
  ])
  func oneSentenceSaysWhatIsWrongAndNothingChanges(line: String, sentence: String) {
    var session = Session()
    let before = session.machine
    let response = session.respond(to: line, from: .script)
    #expect(response.hasFailed)
    let said = response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.hasSuffix(sentence), "\(said)")
    #expect(session.machine == before)
  }

  /// The equation stands on the card as it runs, with what it was worked out from.
  @Test(arguments: [
    ("pytorch", "dA", "= ∂𝓛/∂xᵏ⁺¹ₘᵤ / M (1)", "dA[0,1] = 2×(1 - 4) / 2 / 4 = -0.75"),
    (
      "deeplearning.ai", "dW", "= xᵏᵀₘₙ · ∂𝓛/∂zᵏₘᵤ / M (1.1)",
      "dW[0,1] = (2×(-3) + 0×1 + 2×0 + 1×(-3)) / 4 = -2.25"
    ),
    (
      "deeplearning.ai", "db", "= Σₘ₌₁ᴹ ∂𝓛/∂zᵏₘᵤ / M (1.2)",
      "db[0,1] = (-3 + 1 + 0 + (-3)) / 4 = -1.25"
    ),
    ("nielsen", "update", "Wᵏₙᵤ ← Wᵏₙᵤ − η / M · ∂𝓛/∂Wᵏₙᵤ", "W[0,1] = -1 - 0.1 / 4×(-9) = -0.775"),
    ("mazur", "update", "Wᵏₙᵤ ← Wᵏₙᵤ − η · ∂𝓛/∂Wᵏₙᵤ", "Left as they are: b, frozen."),
    ("half-squares", "dA", "half_square′ of Y and A", "dA[0,1] = 1 - 4 = -3"),
  ])
  func theEquationStandsOnItsCard(course: String, step: String, equation: String, cell: String) {
    let card = answers(["convention \(course)", "goto \(step);", "step"])[2]
    #expect(card.contains(equation), "\(card)")
    #expect(card.contains(cell), "\(card)")
  }

  @Test func whatFollowsSaysWhichObjectiveItIs() {
    let said = answers([
      "convention deeplearning.ai", "goto loss;", "step", "run;", "back;", "check",
      "explain dW[0,1]", "path W[0,1]", "status", "convention pytorch", "run;", "back;", "check",
    ])
    #expect(
      said[2].contains(
        "sum 13, whose dA, dZ and dX follow; cost 3.25, the mean over 4 samples, whose dW and db follow"
      ))
    #expect(said[5].contains("finite differences of the summed loss, for dW and db of its mean"))
    #expect(said[6].contains("X[m,0] × dZ[m,1], divided by m = 4"))
    #expect(said[6].contains("-9 / 4 = -2.25, the mean over the samples"))
    #expect(said[7].contains("together -9, over m = 4 -2.25, which is dW[0,1]"))
    #expect(said[8].contains("deeplearning.ai: outputs-summed and gradients-averaged"))
    #expect(said[9].contains("outputs-summed and gradients-averaged are off"))
    #expect(said[12].contains("every gradient agrees with finite differences of the mean loss"))
  }

  @Test func thePromptSaysWhichCourseItIs() {
    var session = Session()
    #expect(session.prompt == "epynn forward(1)> ")
    for (line, prompt) in [
      ("convention pytorch", "epynn pytorch forward(1)> "),
      ("convention half-squares", "epynn 2 conventions forward(1)> "),
      ("convention epynn", "epynn forward(1)> "),
      ("convention biases-frozen", "epynn biases-frozen forward(1)> "),
    ] {
      _ = session.respond(to: line, from: .script)
      #expect(session.prompt == prompt)
    }
  }

  /// A mistake is sought behind the convention, and one that is a convention says how to declare it.
  @Test func mineSeeksBehindTheConvention() {
    let setUp = ["convention deeplearning.ai", "run;"]
    #expect(answers(setUp + ["mine dW = X.T @ dZ / 4"])[2].hasSuffix("all 6 cells agree"))
    #expect(
      answers(setUp + ["mine dW = X.T @ dA / 4"])[2].contains(
        "gradient-from-da would give the same"))
    #expect(
      answers(["run;", "mine dW = X.T @ dZ / 4"])[1]
        .contains("'convention loss-averaged' has it so"))
    #expect(
      answers(setUp + ["mine dW = X.T @ dZ / 16"])[2].contains("gradient-averaged"))
  }

  /// What is saved under conventions passes as a lesson.
  @Test func aSessionUnderConventionsIsSavedWhole() throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in [
      "convention nielsen", "freeze b", "run", "activation = Z * sigmoid(Z)", "slope = sigmoid(Z)",
      "step 3", "convention nielsen off", "unfreeze b", "train 3", "convention pytorch",
      "activation tanh", "step 5", "lr = 0.3", "Y = onehot([0, 1, 1, 0])", "run",
    ] {
      let response = session.respond(to: line)
      #expect(!response.hasFailed, "\(line): \(response.text)")
    }
    #expect(!session.answer("save x.md", in: disk).hasFailed)
    for failure in try disk.discrepancies(of: "x.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }
}
