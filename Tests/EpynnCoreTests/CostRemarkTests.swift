import Testing

@testable import EpynnCore

/// A cost that rises is remarked on, and whether large numbers of X are to blame.
@Suite struct CostRemarkTests {
  private func remarks(largest: Double, rate: Double) throws -> [Remark] {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[largest], [-largest / 2]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.identity)))
    _ = try machine.set(.w, layer: 1, to: Matrix([[0.5]]))
    _ = try machine.set(.b, layer: 1, to: Matrix([[0]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[largest], [-largest / 2]]))
    _ = try machine.set(rate: rate)
    var timeline = Timeline(machine)
    let outcome = try timeline.train(epochs: 6, line: "train")
    return Remark.found(in: Occasion(.training(outcome), from: machine, to: timeline.present))
  }

  /// A linear unit that has to copy X: at a rate of 4 the first update takes a cost of 0.156 to 4.5,
  /// at 0.1 to 0.115.
  @Test func numbersUpToOneAreScaled() throws {
    #expect(try remarks(largest: 1, rate: 4).contains(.costRises(rate: 4, isScaled: true)))
    #expect(try remarks(largest: 1.5, rate: 4).contains(.costRises(rate: 4, isScaled: false)))
    #expect(try remarks(largest: 1, rate: 0.1) == [])
  }

  /// A cost that has risen far is huge: that is said once.
  @Test func risenAndHugeAreOneTopic() {
    #expect(
      Remark.costRises(rate: 1, isScaled: false).topic == Remark.costIsHuge(isScaled: true).topic)
    #expect(Remark.costStands.topic != Remark.costIsHuge(isScaled: true).topic)
  }
}
