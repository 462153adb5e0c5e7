import EpynnCore
import Testing

/// What a person does in a session, in any order: steps, cells edited, new layers, `back`, `redo`.
@Suite struct TimelineEditTests {
  @Test(arguments: 0..<200)
  func goingBackAndRedoingFindsEveryMoment(seed: Int) throws {
    var random = RandomLayer(seed: 1_000 + UInt64(seed))
    var timeline = Timeline(.example)
    var moments = [timeline.present]
    for _ in 0..<40 {
      if Int.random(in: 0..<3, using: &random.generator) > 0 {
        let before = timeline.present
        guard (try? timeline.step()) != nil else {
          #expect(timeline.present.isMoment(before))
          continue
        }
      } else {
        var machine = timeline.present
        let words = Self.edit(&machine, with: &random)
        timeline.record(machine, after: .edit(words))
      }
      moments.append(timeline.present)
    }
    for moment in moments.dropLast().reversed() {
      #expect(try timeline.back() != nil)
      #expect(timeline.present.isMoment(moment))
    }
    #expect(try timeline.back() == nil)
    for moment in moments.dropFirst() {
      #expect(try timeline.redo() != nil)
      #expect(timeline.present.isMoment(moment))
    }
    #expect(try timeline.redo() == nil)
    #expect(!timeline.hasForgotten)
  }

  private static func edit(_ machine: inout Machine, with random: inout RandomLayer) -> String {
    func number(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random.generator)
    }
    let cells: [Quantity] = [.w, .b, .x, .y, .dA]
    switch Int.random(in: 0..<10, using: &random.generator) {
    case 0: _ = try? machine.set(rate: number(0...1))
    case 1: _ = machine.set(loss: Loss.all.randomElement(using: &random.generator) ?? .mse)
    case 2: _ = try? machine.set(seed: UInt64(number(0...9)))
    case 3: machine.set(variable: "v", to: Matrix(number(-1...1)))
    case 4:
      let rule = Activation.Rule.all.randomElement(using: &random.generator) ?? .relu
      let dense = Dense(units: Int(number(1...3.99)), activation: Activation(rule))
      _ = try? machine.replaceLayer(dense)
    default:
      let quantity = cells[Int(number(0...4.99))]
      guard var matrix = machine.value(of: quantity, layer: 1)?.matrix else { return "nothing" }
      let row = Int.random(in: 0..<matrix.rows, using: &random.generator)
      let column = Int.random(in: 0..<matrix.columns, using: &random.generator)
      matrix[row, column] = number(-2...2)
      _ = try? machine.set(quantity, layer: 1, to: matrix)
    }
    return "an edit"
  }

  /// Going back to the first reader means that no step has run with the old number.
  @Test(arguments: [Quantity.w, .b, .x, .y], 0...9)
  func anEditMidwayIsAnEditAtTheStart(quantity: Quantity, stepsBefore: Int) throws {
    var (early, late) = (Machine.example, Machine.example)
    var edited = try #require(early.value(of: quantity, layer: 1)).matrix
    edited[0, 1] += 0.75
    _ = try early.set(quantity, layer: 1, to: edited)
    for _ in 0..<stepsBefore { try late.step() }
    _ = try late.set(quantity, layer: 1, to: edited)
    while early.iteration == 1 { try early.step() }
    while late.iteration == 1 { try late.step() }
    #expect(early.isMoment(late))
  }

  @Test func restartKeepsTheSetUpAndDropsWhatWasComputed() throws {
    var machine = Machine.example
    let start = machine
    for _ in 0..<7 { try machine.step() }
    machine.restart()
    #expect(machine.isMoment(start))
    while machine.iteration == 1 { try machine.step() }
    for _ in 0..<3 { try machine.step() }
    let weights = machine.value(of: .w, layer: 1)
    machine.restart()
    #expect(machine.iteration == 2)
    #expect(machine.position == 0)
    #expect(machine.value(of: .w, layer: 1) == weights)
    #expect(machine.value(of: .z, layer: 1) == nil)
  }

  @Test func stopsBackCountsTheStepsOfThisIteration() throws {
    var timeline = Timeline(.example)
    for _ in 0..<6 { try timeline.step() }
    #expect(timeline.stopsBack(to: 5) == 1)
    #expect(timeline.stopsBack(to: 0) == 6)
    #expect(timeline.stopsBack(to: 6) == nil)
    #expect(timeline.stopsBack(to: 8) == nil)
  }

  @Test func stopsBackEndsAtAnEditAndAtTheIteration() throws {
    var timeline = Timeline(.example)
    for _ in 0..<2 { try timeline.step() }
    var machine = timeline.present
    _ = try machine.set(rate: 0.2)
    timeline.record(machine, after: .edit("rate 0.2"))
    for _ in 0..<2 { try timeline.step() }
    #expect(timeline.stopsBack(to: 2) == 2)
    #expect(timeline.stopsBack(to: 1) == nil)
    while timeline.present.iteration == 1 { try timeline.step() }
    try timeline.step()
    #expect(timeline.stopsBack(to: 0) == 1)
    #expect(timeline.stopsBack(to: 4) == nil)
  }

  @Test func backNamesWhatItUndoesAndSomethingNewEndsRedo() throws {
    var timeline = Timeline(.example)
    let first = try timeline.step().stop
    var machine = timeline.present
    _ = try machine.set(rate: 0.5)
    timeline.record(machine, after: .edit("rate 0.5"))
    #expect(try timeline.back() == .edit("rate 0.5"))
    #expect(timeline.present.rate == 0.1)
    #expect(try timeline.back() == .step(first))
    #expect(try timeline.redo() == .step(first))
    try timeline.step()
    #expect(try timeline.redo() == nil)
  }

  @Test func theOldestMomentsMakeRoom() throws {
    var machine = Machine()
    _ = try machine.add(Dense())
    var timeline = Timeline(machine)
    let megabytes = 64
    for number in 1...6 {
      let weights = try Matrix(Shape(megabytes << 17, 1), filledWith: Double(number))
      machine = timeline.present
      _ = try machine.set(.w, layer: 1, to: weights)
      timeline.record(machine, after: .edit("W"))
    }
    #expect(timeline.hasForgotten)
    #expect(try timeline.back() != nil)
    #expect(timeline.present.value(of: .w, layer: 1)?.matrix[0, 0] == 5)
  }
}

extension Machine {
  /// Whether it is the same moment: `hasSameBits`, and the layer and what was set as well.
  func isMoment(_ other: Machine) -> Bool {
    hasSameBits(as: other) && layers.map(\.dense) == other.layers.map(\.dense)
      && data == other.data && given == other.given
  }
}
