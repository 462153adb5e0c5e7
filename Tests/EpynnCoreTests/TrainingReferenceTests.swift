import EpynnCore
import Testing

/// The digits of EpyNN's own trainings.
@Suite struct TrainingReferenceTests {
  @Test func allFiveAreThere() {
    #expect(TrainingCase.all.count == 5)
    #expect(Set(TrainingCase.all.map(\.hyperparameters.schedule)).count == 3)
  }

  @Test(arguments: TrainingCase.all)
  func weightsAreDrawnAsThere(reference: TrainingCase) throws {
    let machine = try reference.drawnMachine()
    for (index, parameters) in reference.initial.enumerated() {
      for (quantity, rows) in [(Quantity.w, parameters.weights), (.b, parameters.bias)] {
        let found = try #require(machine.value(of: quantity, layer: index + 1)).matrix
        let isExact = reference.layers[index].initialization == "xavier"
        expectClose(found, Matrix(rows), isExact ? 0 : 1e-12, "\(quantity)\(index + 1)")
      }
    }
  }

  @Test(arguments: TrainingCase.all)
  func lossesRatesAndWeightsAgree(reference: TrainingCase) throws {
    var machine = try reference.drawnMachine()
    for (epoch, rate) in reference.rates.enumerated() {
      let found = machine.learning.rate(inEpoch: epoch, of: reference.epochs)
      #expect(abs(found - rate) <= 1e-15 * rate, "rate of epoch \(epoch)")
    }
    // The reference's own first weights, so that nothing but the training is compared.
    for (index, parameters) in reference.initial.enumerated() {
      _ = try machine.set(.w, layer: index + 1, to: Matrix(parameters.weights))
      _ = try machine.set(.b, layer: index + 1, to: Matrix(parameters.bias))
    }
    var timeline = Timeline(machine)
    _ = try timeline.train(epochs: reference.epochs, line: "train")
    let costs = timeline.present.epochs.curve.all.map(\.cost)
    #expect(costs.count == reference.epochs)
    for (epoch, (found, wanted)) in zip(costs, reference.meanLossBeforeEachEpoch).enumerated() {
      #expect(abs(found - wanted) <= 1e-9 * wanted, "loss of epoch \(epoch)")
    }
    for (index, parameters) in reference.final.enumerated() {
      for (quantity, rows) in [(Quantity.w, parameters.weights), (.b, parameters.bias)] {
        let found = try #require(timeline.present.value(of: quantity, layer: index + 1)).matrix
        expectClose(found, Matrix(rows), 1e-8, "\(quantity)\(index + 1)")
      }
    }
    let samples = try #require(timeline.present.trainingSamples)
    let cost = try #require(try timeline.present.score(on: samples).cost)
    #expect(abs(cost - reference.meanLossAfter) <= 1e-9 * reference.meanLossAfter)
  }

  /// Relative, or absolute where a number is near 0; 0 wants the very bits.
  private func expectClose(
    _ found: Matrix, _ expected: Matrix, _ tolerance: Double, _ name: String
  ) {
    #expect(found.shape == expected.shape)
    for (x, y) in zip(found.elements, expected.elements) {
      if tolerance == 0 {
        #expect(x.bitPattern == y.bitPattern, "\(name): \(x) is not \(y)")
      } else {
        #expect(abs(x - y) <= tolerance * max(abs(y), 1), "\(name): \(x) is not \(y)")
      }
    }
  }
}
