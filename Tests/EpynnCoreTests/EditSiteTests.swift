import Testing

@testable import EpynnCore

/// The tensors that somebody may have put in another's place.
@Suite struct EditSiteTests {
  private func site(ofLayer layer: Int) throws -> EditSite {
    var random = RandomLayer(seed: 8)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(4, 2, -1...1))
    for _ in 0..<3 { _ = try machine.add(Dense(units: 2, activation: Activation(.tanh))) }
    _ = try machine.set(.y, layer: 1, to: random.matrix(4, 2, -1...1))
    return EditSite(machine.ranOnToUpdate, layer: layer, quantity: .dX)
  }

  private func place(of formula: String, in site: EditSite) throws -> Int? {
    let expression = try Expression(parsing: formula)
    return site.tensors.firstIndex { $0.expression == expression }
  }

  /// Of any layer, and weights as they are once they are updated, by the sum or by the mean.
  @Test(arguments: [
    "X1", "W1", "Z1", "A1", "dZ1", "W2", "Z2", "A2", "dZ2", "Z3", "dW3", "Y", "A3 - Y", "tanh'(Z2)",
    "W2 - rate * dW2", "W2 - rate / m * dW2", "b3 - rate * db3", "1",
  ])
  func aTensorIsAtHand(formula: String) throws {
    #expect(try place(of: formula, in: site(ofLayer: 1)) != nil)
  }

  /// X of a layer above is A of the one below it, and dX itself is what is sought.
  @Test(arguments: ["X2", "X3", "dX1"])
  func aTensorHasOneName(formula: String) throws {
    #expect(try place(of: formula, in: site(ofLayer: 1)) == nil)
  }

  @Test(arguments: [
    (1, ["W1", "W2", "W3"]), (2, ["W2", "W1", "W3"]), (3, ["W3", "W2", "W1"]),
  ])
  func theNearestLayerIsTheLikeliest(layer: Int, names: [String]) throws {
    let site = try site(ofLayer: layer)
    let places = try names.compactMap { try place(of: $0, in: site) }
    #expect(places.count == 3 && places == places.sorted())
  }
}
