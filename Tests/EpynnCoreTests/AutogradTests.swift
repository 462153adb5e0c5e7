import Testing

@testable import EpynnCore

/// What PyTorch's autograd computes, and where its digits are other ones.
@Suite struct AutogradTests {
  /// Where nothing cancels its slopes are those of the activation.
  @Test(arguments: ["sigmoid", "tanh", "silu", "softplus"])
  func itsSlopesAreSlopes(name: String) throws {
    let activation = Activation(try #require(Activation.Rule.named(name)))
    let slope = try #require(Autograd.slope(of: activation))
    func output(_ z: Double) -> Double { activation(Matrix(z))[0, 0] }
    for z in [-2, -0.5, 0.25, 3] {
      let wanted = (output(z + 1e-5) - output(z - 1e-5)) / 2e-5
      #expect(abs(slope(z, output(z)) - wanted) < 1e-9, "\(name) at \(z)")
    }
  }

  private func ran(
    _ rule: Activation.Rule, _ loss: Loss, x: Double, w: Double
  ) throws -> Machine {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix(x))
    _ = try machine.add(Dense(units: 1, activation: Activation(rule)))
    _ = try machine.set(.w, layer: 1, to: Matrix(w))
    _ = machine.set(loss: loss)
    _ = try machine.set(.y, layer: 1, to: Matrix(0))
    return try machine.ranAnew(to: .update)
  }

  /// Of a cost of a million the last digits are beyond what is compared; where an output is 1 but for
  /// 1e-13, its last digit is a thousandth of what is left.
  @Test func theLastDigitIsSeenWhereItIsMagnified() throws {
    #expect(!Autograd.magnifiesLastDigit(of: try ran(.identity, .mse, x: 1_000, w: 1)))
    #expect(Autograd.magnifiesLastDigit(of: try ran(.sigmoid, .bce, x: 1, w: 30)))
    #expect(!Autograd.magnifiesLastDigit(of: try ran(.sigmoid, .bce, x: 1, w: 0.5)))
  }
}
