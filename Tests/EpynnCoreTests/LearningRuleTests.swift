import Testing

@testable import EpynnCore

/// The rate of an epoch by each schedule.
@Suite struct LearningRuleTests {
  private func rule(_ schedule: LearningRule.Schedule) -> LearningRule {
    var rule = LearningRule()
    rule.rate = 0.3
    rule.schedule = schedule
    rule.decayK = 0.25
    rule.cycleEpochs = 4
    rule.cycleDescent = 0.2
    return rule
  }

  /// The formula that is shown, run as a person would type it.
  @Test(arguments: LearningRule.Schedule.allCases)
  func theFormulaIsWhatRuns(schedule: LearningRule.Schedule) throws {
    let formula = try Expression(parsing: schedule.formula)
    for epoch in 0..<12 {
      var machine = Machine.example
      _ = try machine.set(rate: 0.3)
      for (name, number) in [("k", 0.25), ("d", 0.2), ("c", 4), ("e", Double(epoch))] {
        machine.set(variable: name, to: Matrix(number))
      }
      let typed = try #require(try formula.value(in: Scope(machine, layer: 1)).scalar)
      let rate = rule(schedule).rate(inEpoch: epoch, of: 12)
      #expect(abs(rate - typed) <= 1e-15, "\(schedule), epoch \(epoch)")
    }
  }

  /// In the third epoch of the second cycle: 0.3 · 0.8 · e^-0.5, and 0.3 / 151.
  @Test func sixEpochsLater() {
    #expect(rule(.steady).rate(inEpoch: 6, of: 12) == 0.3)
    #expect(abs(rule(.exponential).rate(inEpoch: 6, of: 12) - 0.14556735833103202) < 1e-15)
    #expect(abs(rule(.linear).rate(inEpoch: 6, of: 12) - 0.001986754966887417) < 1e-15)
  }

  /// What is 0 is chosen so that the rate falls to e^-5 of itself over all epochs.
  @Test func whatIsNotSetFollowsFromTheEpochs() {
    var rule = LearningRule()
    rule.rate = 1
    rule.schedule = .exponential
    #expect(rule.rate(inEpoch: 0, of: 10) == 1)
    #expect(abs(rule.rate(inEpoch: 5, of: 10) - 0.0820849986238988) < 1e-15)
  }
}
