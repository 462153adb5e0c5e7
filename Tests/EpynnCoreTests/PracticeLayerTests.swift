import Testing

@testable import EpynnCore

/// The small layer at which somebody who made a mistake tries again.
@Suite struct PracticeLayerTests {
  private func layers(of activation: Activation.Rule, loss: Loss = .mse) throws -> [PracticeLayer] {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[1, 2], [0, 1], [3, 1]]))
    _ = try machine.add(Dense(units: 2, activation: Activation(activation)))
    _ = try machine.set(.w, layer: 1, to: Matrix([[1, -1], [2, 1]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[1, 0], [0, 1], [1, 0]]))
    _ = machine.set(loss: loss)
    let mistake = try #require(Mistake.all.first { $0.quantity == .dW })
    let named = try #require(NamedMistake(mistake, in: machine))
    return (0..<40).compactMap { PracticeLayer(named, number: $0) }
  }

  private func numbers(_ quantity: Quantity, _ layers: [PracticeLayer]) -> Set<Double> {
    Set(layers.flatMap { $0.machine.value(of: quantity, layer: 1)?.matrix.elements ?? [] })
  }

  /// Where an activation is straight they show best at numbers that differ much; where it is curved, such
  /// come out alike.
  @Test func itsNumbersAreSmallAndWhole() throws {
    let straight = try layers(of: .relu)
    #expect(straight.count > 30)
    #expect(numbers(.w, straight) == [-2, -1, 0, 1, 2])
    #expect(numbers(.b, straight) == [-1, 0, 1])
    #expect(numbers(.x, straight) == [0, 1, 2, 3])
    let curved = try layers(of: .sigmoid)
    #expect(curved.count > 30)
    #expect(numbers(.w, curved) == [-1, 0, 1])
    #expect(numbers(.b, curved) == [-1, 0, 1])
  }

  @Test func bothAnswersDifferAtItsCell() throws {
    for layer in try layers(of: .tanh) {
      let (right, wrong) = (layer.truth[layer.cell], layer.wrong[layer.cell])
      #expect(abs(right - wrong) > 0.02)
      #expect(right != 0)
    }
  }

  @Test func itKeepsTheLoss() throws {
    for layer in try layers(of: .sigmoid, loss: .bce) {
      #expect(layer.machine.loss.name == "BCE")
      #expect(numbers(.y, [layer]).isSubset(of: [0, 1]))
    }
  }
}
