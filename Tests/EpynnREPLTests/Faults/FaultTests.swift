import EpynnShell
import Foundation
import StateFiles
import Testing

@testable import EpynnProgram

/// Every call to the system fails once, and from then on, in every way that it can: people read one
/// clear sentence or notice nothing, files are whole, and nothing is left behind.
@Suite(.waitsForPrograms) struct FaultTests {
  @Test(arguments: FaultScenario.all) func everyCallFails(scenario: FaultScenario) throws {
    let whole = try Versions(of: scenario)
    for (place, call) in whole.last.calls.enumerated() {
      for fault in FaultySystem.Fault.all(of: call, at: place) {
        let stage = try Stage(scenario.files)
        defer { stage.remove() }
        let outcome = scenario.run(fault, on: stage)
        whole.check(outcome, after: fault, of: call, on: stage)
        if fault.isPassing { whole.checkSame(outcome, after: fault) }
      }
    }
  }

  @Test(arguments: FaultScenario.all) func signalsAndMorselsChangeNothing(
    scenario: FaultScenario
  ) throws {
    let whole = try Versions(of: scenario)
    for fault in [FaultySystem.Fault.signals, .morsels] {
      let stage = try Stage(scenario.files)
      defer { stage.remove() }
      whole.checkSame(scenario.run(fault, on: stage), after: fault)
    }
  }
}
