import EpynnCore
import Testing

/// What a row says of its values is so.
@Suite struct RangeTests {
  @Test(arguments: GradientCheckTests.activations)
  func whereTheValuesLie(activation: Activation) {
    let points = stride(from: -30.0, through: 30, by: 0.25).map { [$0, 0.3 * $0, -$0] }
    let values = activation(Matrix(points))
    let goesBelowZero = values.elements.contains { $0 < 0 }
    #expect([.belowZeroToo, .aroundZero].contains(activation.rule.range) == goesBelowZero)
    let areShares = (0..<values.rows).allSatisfy { row in
      abs((0..<3).reduce(0) { $0 + values[row, $1] } - 1) < 1e-12
    }
    #expect((activation.rule.range == .shares) == areShares)
    #expect((activation.rule.range == .aroundZero) == Self.liesAroundZero(values))
  }

  /// Of points as far below 0 as above: whether the values are so too, and bounded.
  private static func liesAroundZero(_ values: Matrix) -> Bool {
    guard let low = values.elements.min(), let high = values.elements.max() else { return false }
    return abs(low + high) < 1e-9 && high < 2
  }

  /// A logarithm is refused behind what lies around 0, and CCE behind all but softmax.
  @Test(arguments: GradientCheckTests.activations, Loss.all)
  func trainingRefusesWhatDoesNotSuit(activation: Activation, loss: Loss) throws {
    var machine = Machine.example
    _ = try machine.replaceLayer(Dense(units: 2, activation: activation))
    _ = machine.set(loss: loss)
    _ = try machine.set(.y, layer: 1, to: Matrix(Shape(4, 2), filledWith: 0.5))
    let takesLogarithms = ["MSLE", "BCE", "BCE-sum"].contains(loss.name)
    let expected: Fault? =
      loss == .cce && activation.name != "softmax"
      ? .lossNeedsSoftmax(loss, activation: activation.name)
      : takesLogarithms && ["tanh", "hardtanh"].contains(activation.name)
        ? .logarithmBelowZero(loss, activation: activation.name) : nil
    var found: Fault?
    do throws(Fault) { try machine.beginTraining(epochs: 1) } catch { found = error }
    #expect(found == expected)
  }
}
