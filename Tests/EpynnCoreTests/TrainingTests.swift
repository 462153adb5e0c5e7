import Testing

@testable import EpynnCore

/// Training at full speed is stepping, bit for bit, and every moment of it can be reached.
@Suite struct TrainingTests {
  /// Every activation, loss, kind of batch and clipping, in random networks.
  static let networks: [RandomNetwork] = (0..<60).map { RandomNetwork(seed: UInt64($0)) }

  @Test(arguments: networks)
  func trainingIsStepping(network: RandomNetwork) throws {
    var stepped = network.machine
    try stepped.beginTraining(
      epochs: network.epochs, batch: network.batch, shuffles: network.shuffles)
    while stepped.training != nil { try stepped.step() }
    var timeline = Timeline(network.machine)
    let outcome = try timeline.train(
      epochs: network.epochs, batch: network.batch, shuffles: network.shuffles, line: "train")
    #expect(outcome.lastEpoch == network.epochs)
    #expect(timeline.present.hasSameBits(as: stepped))
    #expect(timeline.present == stepped)
  }

  /// The formulas of the table compile: nothing falls back to stepping without being noticed.
  @Test(arguments: networks)
  func everyFormulaOfTheTableCompiles(network: RandomNetwork) throws {
    var machine = network.machine
    try machine.beginTraining(
      epochs: network.epochs, batch: network.batch, shuffles: network.shuffles)
    let compiled = try? CompiledIteration(machine)
    #expect(compiled != nil)
  }

  @Test(arguments: networks)
  func goToEpochIsTheStartOfTheSameTraining(network: RandomNetwork) throws {
    var timeline = Timeline(network.machine)
    _ = try timeline.train(
      epochs: network.epochs, batch: network.batch, shuffles: network.shuffles, line: "train")
    let end = timeline.present
    for epoch in [0, network.epochs / 2, 1, network.epochs, network.epochs - 1] {
      #expect(try timeline.go(toEpoch: epoch))
      var stepped = network.machine
      try stepped.beginTraining(
        epochs: network.epochs, batch: network.batch, shuffles: network.shuffles)
      while stepped.epochsDone < epoch { try stepped.step() }
      #expect(timeline.present.hasSameBits(as: stepped), "epoch \(epoch)")
      #expect(timeline.present.epochsDone == epoch)
    }
    #expect(try timeline.go(toEpoch: network.epochs))
    #expect(timeline.present.hasSameBits(as: end))
    #expect(try !timeline.go(toEpoch: network.epochs + 1))
  }

  /// It takes 577 epochs and more until a number is infinite: the curve goes back to the first.
  @Test func whatDivergesLateKeepsItsCurve() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[1]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.identity)))
    _ = try machine.set(.w, layer: 1, to: Matrix([[0.5]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[0]]))
    _ = try machine.set(rate: 0.7)
    var timeline = Timeline(machine)
    let outcome = try timeline.train(epochs: 1_000, line: "train 1000")
    #expect(outcome.diverged != nil)
    for epoch in [timeline.present.epochsDone, 300, 40, 500] {
      #expect(try timeline.go(toEpoch: epoch))
      var stepped = machine
      try stepped.beginTraining(epochs: 1_000)
      while stepped.epochsDone < epoch { try stepped.step() }
      #expect(timeline.present.epochs.curve.all == stepped.epochs.curve.all, "epoch \(epoch)")
    }
  }

  /// From the end of a training stop by stop to its start, and forward again.
  @Test(arguments: networks.prefix(20))
  func backUndoesEveryStopOfATraining(network: RandomNetwork) throws {
    var stepped = network.machine
    try stepped.beginTraining(
      epochs: network.epochs, batch: network.batch, shuffles: network.shuffles)
    var moments = [stepped]
    while stepped.training != nil {
      try stepped.step()
      moments.append(stepped)
    }
    var timeline = Timeline(network.machine)
    _ = try timeline.train(
      epochs: network.epochs, batch: network.batch, shuffles: network.shuffles, line: "train")
    for moment in moments.dropLast().reversed() {
      #expect(try timeline.back() != nil)
      #expect(timeline.present.hasSameBits(as: moment))
    }
    #expect(try timeline.back() == .edit("train"))
    #expect(timeline.present.hasSameBits(as: network.machine))
    #expect(try timeline.back() == nil)
    #expect(try timeline.redo() == .edit("train"))
    for moment in moments.dropFirst() {
      #expect(try timeline.redo() != nil)
      #expect(timeline.present.hasSameBits(as: moment))
    }
    #expect(try timeline.redo() == nil)
  }

  /// An edit in the middle of a training begins another future, and the next training counts on.
  @Test(arguments: networks.prefix(20))
  func anEditWithinATrainingIsKept(network: RandomNetwork) throws {
    var timeline = Timeline(network.machine)
    _ = try timeline.train(
      epochs: network.epochs, batch: network.batch, shuffles: network.shuffles, line: "train")
    #expect(try timeline.go(toEpoch: 1))
    var edited = timeline.present
    let shape = try #require(edited.value(of: .b, layer: 1)).matrix.shape
    _ = try edited.set(.b, layer: 1, to: Matrix(shape, filledWith: 0.25))
    timeline.record(edited, after: .edit("b = 0.25"))
    _ = try timeline.train(epochs: 2, line: "train 2")
    #expect(timeline.present.epochsDone == 3)
    let end = timeline.present
    #expect(try timeline.go(toEpoch: 2))
    #expect(try timeline.go(toEpoch: 3))
    #expect(timeline.present.hasSameBits(as: end))
    #expect(try timeline.go(toEpoch: 0))
    #expect(try timeline.go(toEpoch: 3))
    #expect(timeline.present.hasSameBits(as: end))
  }

  @Test func anInterruptedEpochIsFinishedFirst() throws {
    let network = RandomNetwork(seed: 3, samples: 10, batch: 3)
    var timeline = Timeline(network.machine)
    var batches = 0
    let outcome = try timeline.train(
      epochs: 4, batch: 3, shuffles: true, line: "train"
    ) { _ in
      batches += 1
      return batches < 5
    }
    #expect(outcome.isInterrupted)
    #expect(outcome.batch == 2 && outcome.lastEpoch == 1)
    #expect(outcome.samplesLeftOut == 1)
    #expect(timeline.present.training?.batch == 2)
    let next = try timeline.train(epochs: 1, batch: 3, shuffles: true, line: "train")
    #expect(next.finishedEpoch == 2)
    #expect(timeline.present.epochsDone == 3)
    var whole = Timeline(network.machine)
    _ = try whole.train(epochs: 4, batch: 3, shuffles: true, line: "train")
    #expect(try whole.go(toEpoch: 2))
    #expect(try timeline.go(toEpoch: 2))
    #expect(timeline.present.parameters.elementsEqual(whole.present.parameters))
  }

  /// Ctrl-C at the end of an epoch leaves nothing to finish; within one it does.
  @Test(arguments: 1...5) func ctrlCEndsATrainingBetweenEpochs(batches: Int) throws {
    let network = RandomNetwork(seed: 3, samples: 10)
    var timeline = Timeline(network.machine)
    var done = 0
    let outcome = try timeline.train(epochs: 3, batch: 5, line: "train") { _ in
      done += 1
      return done < batches
    }
    #expect(outcome.isInterrupted)
    #expect(outcome.lastEpoch == batches / 2 && outcome.batch == batches % 2)
    #expect(timeline.present.training?.batch == (batches % 2 == 0 ? nil : 1))
    guard batches % 2 == 0 else { return }
    #expect(try timeline.back() == .edit("Ctrl-C after epoch \(batches / 2)"))
  }

  /// An iteration that takes long is stepped, so that Ctrl-C is heard within it.
  @Test func whatTakesLongIsInterruptedWithinAnIteration() throws {
    func outcome(_ samples: Int, _ units: Int) throws -> TrainingOutcome {
      var machine = Machine()
      _ = try machine.set(.x, layer: 1, to: Matrix(Shape(samples, units), filledWith: 0.5))
      _ = try machine.add(Dense(units: units, activation: Activation(.identity)))
      _ = try machine.set(.y, layer: 1, to: Matrix(Shape(samples, units), filledWith: 0.25))
      machine.patience = Patience(until: { true })
      var timeline = Timeline(machine)
      return try timeline.train(epochs: 1, line: "train")
    }
    #expect(try !outcome(10, 6).isInterrupted)
    // Three products of 1,000 · 600 · 600 multiplications.
    #expect(try outcome(1_000, 600).isInterrupted)
  }

  /// What follows an edit within an epoch has checkpoints of its own.
  @Test func aMomentBehindAnEditWithinAnEpochIsReached() throws {
    let network = RandomNetwork(seed: 5, samples: 80)
    var timeline = Timeline(network.machine)
    var batches = 0
    _ = try timeline.train(epochs: 2, batch: 2, line: "train") { _ in
      batches += 1
      return batches < 3
    }
    var stepped = timeline.present
    stepped.set(variable: "v", to: Matrix(1))
    timeline.record(stepped, after: .edit("v = 1"))
    _ = try timeline.train(epochs: 1, batch: 2, line: "train")
    #expect(try timeline.go(toEpoch: 1))
    while stepped.epochsDone < 1 { try stepped.step() }
    #expect(timeline.present.hasSameBits(as: stepped))
  }

  /// Steps ahead end an epoch by the last of them, and not before.
  @Test func anEpochIsReachableByItsLastStep() throws {
    let network = RandomNetwork(seed: 3, samples: 10)
    var timeline = Timeline(network.machine)
    _ = try timeline.train(epochs: 2, batch: 5, line: "train") { _ in false }
    let stops = timeline.present.stops.count
    for (count, last) in [(stops - 1, 0), (stops, 1)] {
      for _ in 0..<count { try timeline.step() }
      for _ in 0..<count { _ = try timeline.back() }
      #expect(timeline.reachableEpochs == 0...last)
    }
  }

  /// A training that begins within an epoch of another one: what is ahead is where it stands anew.
  @Test func theBeginningOfAnEpochMayLieAhead() throws {
    let network = RandomNetwork(seed: 3, samples: 10)
    var timeline = Timeline(network.machine)
    _ = try timeline.train(epochs: 2, batch: 2, line: "train") { _ in false }
    // As if all before had been forgotten.
    timeline = timeline.withoutPast
    _ = try timeline.train(epochs: 1, batch: 2, line: "train") { _ in false }
    var edited = timeline.present
    _ = try edited.set(.x, layer: 1, to: try #require(edited.trainingSamples).x)
    timeline.record(edited, after: .edit("X = X"))
    _ = try timeline.train(epochs: 1, batch: 2, line: "train")
    while !timeline.past.isEmpty { timeline.leaveLast() }
    #expect(timeline.reachableEpochs == 0...1)
    #expect(try timeline.go(toEpoch: 0))
    #expect(timeline.present.hasSameBits(as: edited))
  }

  /// A million epochs of the example in a bound of a megabyte.
  @Test func memoryStaysWithinItsBound() throws {
    var timeline = Timeline(.example)
    timeline.memoryLimit = 1 << 20
    _ = try timeline.train(epochs: 20_000, line: "train")
    #expect(timeline.past.elements.reduce(0) { $0 + $1.size } <= timeline.memoryLimit)
    #expect(timeline.present.epochs.curve.all.count <= Curve.limit + 1)
    #expect(try timeline.go(toEpoch: 12_345))
    var stepped = Machine.example
    try stepped.beginTraining(epochs: 20_000)
    var trainer = Trainer(stepped, training: try #require(stepped.training))
    for _ in 0..<12_345 { _ = try trainer.runIteration() }
    #expect(timeline.present.parameters == trainer.parameters)
  }

  /// A network of which little more than two fit into the bound: all is reached, the bound holds.
  @Test func aNetworkNearlyAsLargeAsTheBoundCanBeTravelled() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix(Shape(2, 60), filledWith: 0.5))
    _ = try machine.add(Dense(units: 80, activation: Activation(.tanh)))
    _ = try machine.set(.y, layer: 1, to: Matrix(Shape(2, 80), filledWith: 0.25))
    let bytes = 60 * 80 * 8
    var timeline = Timeline(machine)
    timeline.memoryLimit = bytes * 26 / 10
    _ = try timeline.train(epochs: 8, line: "train")
    let end = timeline.present
    #expect(timeline.size <= timeline.memoryLimit)
    #expect(try timeline.go(toEpoch: 3))
    for _ in 0..<13 {
      #expect(try timeline.back() != nil)
      #expect(timeline.size <= timeline.memoryLimit)
    }
    var stepped = machine
    try stepped.beginTraining(epochs: 8)
    // Three iterations of ten stops, less those gone back.
    for _ in 0..<(30 - 13) { try stepped.step() }
    #expect(timeline.present.hasSameBits(as: stepped))
    #expect(try timeline.go(toEpoch: 8))
    #expect(timeline.size <= timeline.memoryLimit)
    #expect(timeline.present.hasSameBits(as: end))
  }

  @Test func aCostThatTurnsNaNStopsWhereItDid() throws {
    var machine = Machine.example
    try machine.learn { $0.rate = 1e200 }
    var timeline = Timeline(machine)
    let outcome = try timeline.train(epochs: 50, line: "train")
    let place = try #require(outcome.diverged)
    #expect(place.epoch >= 1 && place.epoch < 5)
    let fault = try #require(place.fault)
    #expect(!fault.number.isFinite)
    let bad = timeline.present
    #expect(bad.value(of: fault.quantity, layer: max(place.stop.layer, 1)) != nil)
    #expect(try timeline.back() == .step(place.stop))
    #expect(timeline.present.parameters.allSatisfy { $0.isFinite })
  }

  @Test func whatCannotBeTrainedIsRefusedAndNothingChanges() throws {
    func fault(_ change: (inout Machine) throws -> Void) throws -> Fault? {
      var machine = Machine.example
      try change(&machine)
      var timeline = Timeline(machine)
      do throws(Failure) {
        _ = try timeline.train(epochs: 3, line: "train")
        return nil
      } catch {
        #expect(timeline.present == machine)
        return error.fault
      }
    }
    #expect(
      try fault { _ = try $0.set(.y, layer: 1, to: Matrix([[1]])) }
        == .targetShape(Shape(1, 1), output: Shape(4, 2)))
    #expect(
      try fault { _ = $0.set(loss: .cce) } == .lossNeedsSoftmax(.cce, activation: "relu"))
    #expect(
      try fault {
        _ = try $0.replaceLayer(Dense(units: 2, activation: Activation(.tanh)))
        _ = try $0.set(.y, layer: 1, to: Matrix(Shape(4, 2), filledWith: 1))
        _ = $0.set(loss: .bce)
      } == .logarithmBelowZero(.bce, activation: "tanh"))
    #expect(
      try fault { _ = try $0.set(.dA, layer: 1, to: Matrix(Shape(4, 2), filledWith: 1)) }
        == .trainingNeedsTarget)
    #expect(try fault { $0.empty() } == .noLayer)
  }

  @Test func clippingKeepsTheNormOfALayersGradients() throws {
    var machine = Machine.example
    try machine.set(clip: 0.25)
    let before = try #require(machine.value(of: .w, layer: 1)).matrix
    while machine.next?.step.name != "update" { try machine.step() }
    try machine.step()
    let after = try #require(machine.value(of: .w, layer: 1)).matrix
    // dW = [[3,-9],[2,1],[3,-8]] and db = [[3,-5]]: the sum of their squares is 202.
    let factor = 0.25 / 202.0.squareRoot()
    for (index, gradient) in [3.0, -9, 2, 1, 3, -8].enumerated() {
      let wanted = before.elements[index] - 0.1 * factor * gradient
      #expect(abs(after.elements[index] - wanted) <= 1e-14)
    }
  }
}
