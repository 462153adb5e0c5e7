import Testing

@testable import EpynnCore

/// What is set, and what running it leaves behind.
@Suite struct SetUpTests {
  @Test func runningChangesNothingThatIsSet() throws {
    let start = Machine.example
    var machine = start
    // Until the update, which is the first to change W and b.
    while let stop = machine.next, stop.step.phase != .update {
      try machine.step()
      #expect(machine.isSetUp(as: start), "\(stop.step.name)")
      #expect(machine != start)
    }
  }

  @Test func eachSettingIsOne() throws {
    let edits: [(inout Machine) throws -> Void] = [
      { _ = try $0.set(rate: 0.7) },
      { _ = try $0.set(seed: 5) },
      { _ = $0.set(loss: .mae) },
      {
        _ = try $0.set(.w, layer: 1, to: Matrix(rows: 3, columns: 2, elements: [1, 2, 3, 4, 5, 6]))
      },
      {
        _ = try $0.set(
          .y, layer: 1, to: Matrix(rows: 4, columns: 2, elements: .init(repeating: 1, count: 8)))
      },
      { _ = try $0.add(Dense(units: 2)) },
      { $0.set(variable: "v", to: Matrix(1)) },
    ]
    for edit in edits {
      var machine = Machine.example
      try edit(&machine)
      #expect(!machine.isSetUp(as: .example))
      #expect(machine.isSetUp(as: machine))
    }
  }

  /// Another network begins at epoch 0, and the one before is kept with its own.
  @Test func anotherNetworkHasLearnedNothing() throws {
    var timeline = Timeline(.example)
    let outcome = try timeline.train(epochs: 3, line: "train")
    #expect(!outcome.isInterrupted && outcome.batch == 0 && outcome.lastEpoch == 3)
    var machine = timeline.present
    #expect(machine.epochsDone == 3)
    _ = try machine.add(Dense(units: 2))
    #expect(machine.epochsDone == 0)
    #expect(machine.epochs.curve.all.isEmpty)
    #expect(machine.earlier.map(\.epochs.done) == [3])
    #expect(machine.earlier[0].layers.count == 1)
  }

  @Test func noMistakeFitsALayerThatIsNotThere() {
    #expect(Mistake.all.allSatisfy { !$0.applies(to: Machine(), layer: 1) })
    #expect(Mistake.all.contains { $0.applies(to: .example, layer: 1) })
    #expect(Mistake.all.allSatisfy { !$0.applies(to: .example, layer: 2) })
  }
}
