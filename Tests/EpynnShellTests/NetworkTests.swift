import Testing

@testable import EpynnShell

/// Several layers: what each screen says of them, and what bare names mean.
@Suite struct NetworkTests {
  private static let xor = [
    "X = [[0, 0], [0, 1], [1, 0], [1, 1]]", "dense 4 tanh", "dense 1",
    "Y = [[0], [1], [1], [0]]", "loss BCE",
  ]

  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    for line in Self.xor { _ = session.respond(to: line) }
    return lines.map { session.respond(to: $0).text }
  }

  @Test func aBareNameMeansTheLayerOfTheLastCard() {
    let answers = answers(["W.shape", "next;", "W.shape", "step;", "W.shape", "next 2", "X2.shape"])
    #expect(answers[0] == answers[2])
    #expect(answers[0].contains("2  4"))
    #expect(answers[4].contains("4  1"))
    #expect(answers[6].contains("4  4"))
  }

  @Test func nextEndsALayersPassAndRunTheIteration() {
    var session = Session()
    for line in Self.xor { _ = session.respond(to: line) }
    var prompts: [String] = []
    for _ in 0..<9 {
      _ = session.respond(to: "next")
      prompts.append(session.prompt)
    }
    #expect(
      prompts == [
        "epynn 2.forward(1)> ", "epynn loss> ", "epynn 2.backward(1)> ", "epynn 2.gradients(1.1)> ",
        "epynn 1.backward(1)> ", "epynn 1.gradients(1.1)> ", "epynn update> ",
        "epynn 1.forward(1)> ", "epynn 2.forward(1)> ",
      ])
    _ = session.respond(to: "run")
    #expect(session.prompt == "epynn 1.forward(1)> ")
    #expect(session.machine.iteration == 3)
  }

  @Test(arguments: [
    ("goto dW2", "2.gradients(1.1)"), ("goto 1.backward.3", "1.backward(3)"),
    ("goto 2.backward (1)", "2.backward(1)"), ("goto loss", "loss"), ("goto update", "update"),
    ("goto dX", "1.backward(3)"), ("goto A1", "1.forward(3)"),
  ])
  func stepsAreCalledWithTheirLayer(line: String, place: String) {
    var session = Session()
    for line in Self.xor + [line] { _ = session.respond(to: line) }
    #expect(session.prompt == "epynn \(place)> ")
  }

  @Test func mistakesAreNamed() {
    let answers = answers(["goto dX3", "W2 = [[1, 2]]", "X2 = 4", "Z2", "update2"])
    #expect(answers[0].contains("no layer 3; there are 2 layers"))
    #expect(answers[1].contains("W has shape (4, 1) here and this has (1, 2)"))
    #expect(answers[2].contains("yours has shape (1, 1), X2 has (4, 4)"))
    #expect(
      answers[3].contains("Z2 is not computed yet; 2.forward (2) writes it, so 'goto Z2' and"))
  }

  @Test func showNetworkMarksWhereOneStands() {
    let answers = answers(["next;", "show network", "show network", "goto dX2;", "show network"])
    #expect(
      answers[2] == """
             ↓ X (4, 2)
          ┌──────────────────────────┐
          │ Dense 1: 4 units, tanh   │  W1 (2, 4)  b1 (1, 4)
          └──────────────────────────┘
             ↓ A1 (4, 4)
          ┌──────────────────────────┐
          │ Dense 2: 1 unit, sigmoid │  W2 (4, 1)  b2 (1, 1) ←  then: 2.forward (1)
          └──────────────────────────┘
             ↓ A2 (4, 1)
          BCE against Y (4, 1)

        """)
    #expect(answers[4].contains("↓ A2 (4, 1)   ↑ dA2 (4, 1)"))
  }

  @Test func aLayerAddedLaterBeginsTheIterationAgain() {
    let answers = answers(["step 5;", "dense 2 relu", "A1", "show steps"])
    #expect(answers[1].contains("Dense 3: 2 units, relu; W3 (1, 2) drawn by xavier"))
    #expect(answers[1].contains("the iteration begins again with the new layer"))
    #expect(answers[1].contains("Y (4, 1) does not fit A (4, 2) yet"))
    #expect(answers[2].contains("A1 is not computed yet"))
    #expect(answers[3].contains("δ⁴ₘᵤ"))
  }

  @Test func cardsOfANetworkFitTheScreen() {
    var session = Session()
    for line in Self.xor { _ = session.respond(to: line) }
    for _ in 0..<36 {
      let lines = session.respond(to: "step").text.split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      #expect(lines.count <= 23)
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }
}
