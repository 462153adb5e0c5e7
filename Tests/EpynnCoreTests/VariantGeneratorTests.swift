import Testing

@testable import EpynnCore

/// What edits make of a formula.
@Suite struct VariantGeneratorTests {
  /// A layer whose A is its Z.
  private func levels(of formula: String) throws -> VariantGenerator.Levels {
    var random = RandomLayer(seed: 9)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(4, 3, -1...1))
    _ = try machine.add(Dense(units: 2, activation: Activation(.identity)))
    _ = try machine.set(.y, layer: 1, to: random.matrix(4, 2, -1...1))
    let site = EditSite(machine.ranOnToUpdate, layer: 1, quantity: .dW)
    let formula = try Expression(parsing: formula)
    return try #require(VariantGenerator(site).levels(of: formula, pairs: true))
  }

  private func count(_ formulas: [String], among variants: [Variant]) throws -> Int {
    let expressions = try formulas.map { try Expression(parsing: $0) }
    return variants.count { expressions.contains($0.expression) }
  }

  /// Within a formula the same numbers come once: by one edit, and by two.
  @Test func partsOfEqualNumbersAreOne() throws {
    let single = try levels(of: "X.T @ dZ").single
    #expect(try count(["X.T @ Z", "X.T @ A"], among: single) == 1)
    #expect(try count(["X.T @ Y"], among: single) == 1)
    let double = try levels(of: "X.T @ (A - Y)").double
    #expect(try count(["X.T @ (-A + Y)", "X.T @ (-A - -Y)"], among: double) == 1)
  }
}
