import EpynnCore
import Testing

@Suite struct TimelineTests {
  @Test func backUndoesTwoIterationsAndRedoDoesThemAgain() throws {
    var timeline = Timeline(.example)
    var moments = [timeline.present]
    while timeline.present.iteration < 3 {
      try timeline.step()
      moments.append(timeline.present)
    }
    #expect(moments.count == 21)
    for moment in moments.dropLast().reversed() {
      #expect(try timeline.back() != nil)
      #expect(timeline.present.hasSameBits(as: moment))
    }
    #expect(try timeline.back() == nil)
    for moment in moments.dropFirst() {
      #expect(try timeline.redo() != nil)
      #expect(timeline.present.hasSameBits(as: moment))
    }
    #expect(try timeline.redo() == nil)
  }

  @Test(arguments: 0..<200)
  func backUndoesAnythingThatHappened(seed: Int) throws {
    var random = RandomLayer(seed: UInt64(seed))
    var timeline = Timeline(.example)
    var moments = [timeline.present]
    for _ in 0..<40 {
      if Bool.random(using: &random.generator) {
        // A step that cannot run leaves no moment behind.
        guard (try? timeline.step()) != nil else { continue }
      } else {
        var machine = timeline.present
        Self.edit(&machine, with: &random)
        timeline.record(machine, after: .edit("an edit"))
      }
      moments.append(timeline.present)
    }
    for moment in moments.dropLast().reversed() {
      #expect(try timeline.back() != nil)
      #expect(timeline.present.hasSameBits(as: moment))
    }
    #expect(try timeline.back() == nil)
    for moment in moments.dropFirst() {
      #expect(try timeline.redo() != nil)
      #expect(timeline.present.hasSameBits(as: moment))
    }
    #expect(try timeline.redo() == nil)
  }

  private static func edit(_ machine: inout Machine, with random: inout RandomLayer) {
    let shape = machine.value(of: .w, layer: 1)?.matrix.shape ?? Shape(1, 1)
    let samples = machine.value(of: .x, layer: 1)?.matrix.rows ?? 1
    switch Int.random(in: 0..<9, using: &random.generator) {
    case 0: _ = try? machine.set(.w, layer: 1, to: random.matrix(shape.rows, shape.columns, -2...2))
    case 1: _ = try? machine.set(.b, layer: 1, to: random.matrix(1, shape.columns, -2...2))
    case 2: _ = try? machine.set(.x, layer: 1, to: random.matrix(samples, shape.rows, -2...2))
    case 3: _ = try? machine.set(.y, layer: 1, to: random.matrix(samples, shape.columns, 0...1))
    case 4: _ = try? machine.set(.dA, layer: 1, to: random.matrix(samples, shape.columns, -1...1))
    case 5: _ = machine.set(loss: Loss.all.randomElement(using: &random.generator) ?? .mse)
    case 6: _ = try? machine.set(rate: Double.random(in: 0...1, using: &random.generator))
    case 7: _ = try? machine.set(seed: UInt64.random(in: 0...9, using: &random.generator))
    default: machine.set(variable: "v", to: random.matrix(2, 2, -1...1))
    }
  }

  @Test func anEditGoesBackToTheFirstStepThatReadIt() throws {
    var machine = Machine.example
    while machine.next?.step.name != "dW" { try machine.step() }
    let consequences = try machine.set(.w, layer: 1, to: Matrix([[1, 0], [2, -1], [2, 2]]))
    #expect(machine.next?.step.name == "Z")
    guard case .wentBack(let stop) = try #require(consequences.first) else {
      Issue.record("\(consequences)")
      return
    }
    #expect(stop.step.name == "Z")
    #expect(machine.value(of: .z, layer: 1) == nil)
    #expect(machine.value(of: .dZ, layer: 1) == nil)
    try machine.step()
    #expect(
      machine.value(of: .z, layer: 1)?.matrix == Matrix([[3, 3], [3, 2], [3, 0], [4, 5]]))
  }

  @Test func whatNoStepHasReadChangesNothingElse() throws {
    var machine = Machine.example
    while machine.next?.step.name != "dW" { try machine.step() }
    #expect(try machine.set(rate: 0.5) == [])
    #expect(machine.next?.step.name == "dW")
  }

  @Test func aGivenGradientTakesThePlaceOfTheLoss() throws {
    var machine = Machine.example
    #expect(machine.stops.contains { $0.step.name == "loss" })
    while machine.next?.step.name != "dZ" { try machine.step() }
    let consequences = try machine.set(
      .dA, layer: 1, to: Matrix([[1, 1], [1, 1], [1, 1], [1, 1]]))
    #expect(consequences.contains(.drivenByGiven))
    #expect(!machine.stops.contains { $0.step.name == "loss" })
    #expect(machine.next?.step.name == "dA")
    try machine.step()
    #expect(machine.value(of: .dA, layer: 1)?.matrix.elements == [Double](repeating: 1, count: 8))
    #expect(machine.set(loss: .mse).contains(.drivenByLoss))
    #expect(machine.stops.contains { $0.step.name == "loss" })
  }

  @Test func aStepThatCannotRunChangesNothing() throws {
    var machine = Machine.example
    _ = try machine.set(.y, layer: 1, to: Matrix([[1]]))
    while machine.next?.step.name != "loss" { try machine.step() }
    let before = machine
    #expect(throws: Failure(.targetShape(Shape(1, 1), output: Shape(4, 2)))) { try machine.step() }
    #expect(machine.hasSameBits(as: before))
  }

  @Test func infinityIsReportedWhereItComesFromAndNowhereElse() throws {
    var machine = Machine.example
    _ = try machine.set(.x, layer: 1, to: Matrix([[1e308, 1e308, 0], [0, 0, 0]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[0, 0], [0, 0]]))
    #expect(try machine.step().nonFinite == nil)
    let report = try machine.step()
    #expect(report.nonFinite?.quantity == .z)
    #expect(report.nonFinite?.cell == Cell(0, 0))
    while machine.iteration == 1 { #expect(try machine.step().nonFinite == nil) }
  }
}

extension Machine {
  /// Whether every tensor has the same bits and everything else is the same.
  func hasSameBits(as other: Machine) -> Bool {
    guard stops == other.stops, position == other.position, iteration == other.iteration,
      rate.bitPattern == other.rate.bitPattern, loss == other.loss, seed == other.seed,
      variables.keys == other.variables.keys, isDrivenByGiven == other.isDrivenByGiven
    else { return false }
    let layers = 1...max(layers.count, other.layers.count, 1)
    let tensors = layers.flatMap { layer in Quantity.allCases.map { ($0, layer) } }
    return tensors.allSatisfy { quantity, layer in
      guard let mine = value(of: quantity, layer: layer),
        let others = other.value(of: quantity, layer: layer)
      else {
        return value(of: quantity, layer: layer) == nil
          && other.value(of: quantity, layer: layer) == nil
      }
      return mine.origin == others.origin && mine.matrix.hasSameBits(as: others.matrix)
    }
      && variables.allSatisfy { name, variable in
        other.variables[name].map { $0.matrix.hasSameBits(as: variable.matrix) } ?? false
      }
  }
}
