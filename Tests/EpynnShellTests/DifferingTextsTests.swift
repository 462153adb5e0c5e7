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
}
