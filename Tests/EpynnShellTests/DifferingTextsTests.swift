import Testing

@testable import EpynnShell

/// What is said to differ looks different.
@Suite struct DifferingTextsTests {
  @Test(arguments: [
    (-9.0, -2.25, "-9", "-2.25"), (0.00441, 0.00443, "0.00441", "0.00443"),
    (1, 1.000000001, "1", "1.000000001"), (0.25, 0.25, "0.25", "0.25"), (0, 1e-9, "0", "1e-09"),
    (123_456.5, 123_456.500001, "123456.5", "123456.500001"),
    (1e-7, 1.00002e-7, "1e-07", "1.00002e-07"), (.nan, 2, "nan", "2"), (.infinity, 2, "inf", "2"),
  ])
  func digitsAreAddedUntilBothDiffer(first: Double, second: Double, left: String, right: String) {
    let texts = DifferingTexts(first, second, .decimals(4))
    #expect(texts.first == left)
    #expect(texts.second == right)
  }

  /// Neighbours among the numbers that a Float64 can be are told apart.
  @Test(arguments: [1.0, -0.1, 3e-200, 7e150, 1 / 3.0, .leastNonzeroMagnitude, 12345.678])
  func neighboursDiffer(number: Double) {
    for precision in [Precision.decimals(0), .decimals(4), .decimals(15), .full] {
      let texts = DifferingTexts(number, number.nextUp, precision)
      #expect(texts.first != texts.second, "\(texts)")
    }
  }

  private func answer(_ lines: [String]) -> String {
    var session = Session()
    for line in lines.dropLast() { _ = session.respond(to: line) }
    return session.respond(to: lines[lines.count - 1]).text.replacing("\n  ", with: " ")
  }

  /// Two numbers that a screen calls different are printed to where they are.
  @Test(arguments: [
    (["run", "mine dW = [[3.0000004, -9], [2, 1], [3, -8]]"], "yours 3.0000004   the layer 3"),
    (["run", "mine dW[0,0] = 3.0000004"], "yours is 3.0000004, the layer has 3"),
    (["run", "mine cost = 3.2500004"], "yours is 3.2500004, it is 3.25"),
  ])
  func ownNumbersLookDifferent(lines: [String], text: String) {
    #expect(answer(lines).contains(text), "\(answer(lines))")
  }

  /// tanh′ of 0.001 is 1 - 1e-06: left out it changes what the sixth decimal says.
  @Test func theLayersNumberLooksDifferent() {
    let layer = [
      "X = [[0.001]]", "dense 1 tanh", "W = [[1]]", "b = 0", "Y = [[1]]", "loss MSE",
      "bug slope-left-out", "goto dZ",
    ]
    // dA = 2 (A - Y) = -1.998000…; times 1 - 1e-06 it is -1.997998….
    let card = answer(layer + ["step"])
    #expect(card.contains("= -1.997998; the layer has -1.998"), "\(card)")
    let sum = answer(layer + ["step", "explain dZ[0,0]"])
    #expect(sum.contains("these add up to -1.997998; the layer has -1.998"), "\(sum)")
  }
}
