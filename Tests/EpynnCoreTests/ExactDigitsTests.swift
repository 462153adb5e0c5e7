import EpynnCore
import Testing

/// Every row of the tables against values of 60 digits, from ±1e-300 to far beyond the last power.
@Suite struct ExactDigitsTests {
  static let activations = Activation.Rule.all.map { Activation($0) }.filter(\.isElementwise)

  @Test(arguments: activations)
  func anActivationAndItsSlope(activation: Activation) throws {
    let points = try #require(fixture("activations/\(activation.name)", as: [[Double]].self))
    #expect(points.count > 600)
    for point in points {
      let (z, text) = (Matrix(point[0]), "\(activation.name) at \(point[0])")
      expectDigits(activation(z)[0, 0], point[1], text)
      expectDigits(try #require(activation.slope(at: z))[0, 0], point[2], "slope of " + text)
    }
  }

  @Test(arguments: Loss.all)
  func aLossAndItsSlope(loss: Loss) throws {
    let points = try #require(fixture("losses/\(loss.name)", as: [[Double]].self))
    #expect(points.count > 30)
    for point in points {
      let (y, a) = (Matrix(point[0]), Matrix(point[1]))
      let text = "\(loss.name) at y = \(point[0]), a = \(point[1])"
      expectDigits(try loss(target: y, output: a)[0, 0], point[2], text)
      expectDigits(try loss.gradient(target: y, output: a)[0, 0], point[3], "slope of " + text)
    }
  }

  private func expectDigits(_ found: Double, _ expected: Double, _ text: String) {
    #expect(
      abs(found - expected) <= max(1e-12 * abs(expected), 1e-15),
      "\(text): \(found) is not \(expected)")
  }
}
