/// Runs the iterations of a training at full speed.
///
/// Where a formula holds a node that cannot be compiled, it steps instead, to the same bits.
struct Trainer {
  /// The machine as it stood, with its training, before the first iteration here.
  private let start: Machine
  private var compiled: CompiledIteration?
  /// The machine at hand where iterations are stepped.
  private var stepped: Machine
  private(set) var training: TrainingRun
  private(set) var epochs: Epochs
  private(set) var iteration: Int
  /// Whether W and b of every layer were finite after the last iteration.
  private(set) var isFinite = true
  private let rules: [LearningRule]
  /// The rates in the memory.
  private var rates: [Double] = []
  private var order: [Int] = []
  private var orderedEpoch: Int?
  /// Whether the batch at hand lies in the memory; the last one stays there until it is needed.
  private var hasBatch = false

  /// - Parameter machine: at the start of an iteration of a training.
  init(_ machine: Machine, training: TrainingRun) {
    start = machine
    stepped = machine
    self.training = training
    epochs = machine.epochs
    iteration = machine.iteration
    // What runs in one go sees nobody who has lost patience.
    compiled =
      machine.iterationWork <= Patience.iterationWork ? try? CompiledIteration(machine) : nil
    rules = (1...max(machine.layers.count, 1)).map(machine.learning(ofLayer:))
    loadRates()
  }

  var isOver: Bool { training.epoch == training.epochs }

  /// Runs one batch, its update included.
  ///
  /// - Returns: the loss that it found before its update, and whether an epoch ended with it.
  /// - Throws: `Failure`; then nothing is changed.
  @discardableResult
  mutating func runIteration() throws(Failure) -> (loss: Double, endsEpoch: Bool) {
    if compiled == nil {
      var ahead = stepped
      repeat { try ahead.step() } while ahead.position > 0
      stepped = ahead
      iteration += 1
      epochs = stepped.epochs
      isFinite = stepped.layers.allSatisfy { layer in
        layer.dense.parameters.allSatisfy { layer.matrix($0)?.isFinite ?? true }
      }
      return (stepped.totalLoss ?? 0, training.advance())
    }
    iteration += 1
    loadBatch()
    guard let run = compiled?.runOnce() else { return (0, false) }
    isFinite = run.isFinite
    let found = Epochs.Tally(
      loss: run.loss, hits: training.namesClasses ? run.hits : nil, samples: training.batchSize)
    let endsEpoch = training.advance()
    epochs.note(found, endsEpoch: endsEpoch)
    if endsEpoch, !isOver { loadRates() }
    hasBatch = training.takesAll
    return (found.loss, endsEpoch)
  }

  /// What must be kept to come back here.
  var parameters: [Double] {
    compiled?.parameters ?? stepped.parameters
  }

  /// What must be kept to come back here after so many iterations.
  func checkpoint(after iterations: Int) -> Checkpoint {
    Checkpoint(
      iteration: iterations, parameters: parameters, tally: epochs.tally, last: epochs.curve.last)
  }

  /// Goes to where so many iterations since the start had led.
  ///
  /// - Parameter curve: that of a later moment.
  mutating func resume(at checkpoint: Checkpoint, curve: Curve) {
    compiled?.parameters = checkpoint.parameters
    stepped.parameters = checkpoint.parameters
    iteration = start.iteration + checkpoint.iteration
    let batches = training.batchCount
    guard let first = start.training else { return }
    let batch = first.epoch * batches + first.batch + checkpoint.iteration
    training.epoch = batch / batches
    training.batch = batch % batches
    epochs = start.epochs.standing(
      at: start.epochs.done + training.epoch - first.epoch, checkpoint.tally, on: curve,
      last: checkpoint.last)
    stepped.iteration = iteration
    stepped.epochs = epochs
    stepped.training = training
    loadRates()
    hasBatch = false
    if compiled == nil { try? stepped.loadBatch() }
  }

  /// The machine at the start of the next iteration; the last one's tensors are in it.
  var machine: Machine {
    guard let compiled else { return stepped }
    var machine = start
    compiled.write(into: &machine, iteration: iteration - 1)
    machine.position = 0
    machine.iteration = iteration
    machine.epochs = epochs
    machine.training = training
    if isOver { machine.endTraining() } else { try? machine.loadBatch() }
    return machine
  }

  private mutating func loadRates() {
    for (place, rule) in rules.enumerated() {
      let rate = rule.rate(inEpoch: training.epoch, of: training.epochs)
      guard place >= rates.count || rates[place] != rate else { continue }
      if place < rates.count { rates[place] = rate } else { rates.append(rate) }
      compiled?.put(rate, at: .rate(layer: place + 1))
    }
  }

  private mutating func loadBatch() {
    guard !hasBatch else { return }
    hasBatch = true
    if training.shuffles, orderedEpoch != epochs.done {
      order = start.order(of: training, inEpoch: epochs.done)
      orderedEpoch = epochs.done
    }
    let first = training.batch * training.batchSize
    let range = first..<(first + training.batchSize)
    let rows = training.shuffles ? Array(order[range]) : Array(range)
    compiled?.put(rows: rows, of: training.data.matrix, at: .data)
    compiled?.put(rows: rows, of: training.target.matrix, at: .target)
  }
}

/// W and b of all layers after so many iterations of a training.
struct Checkpoint: Sendable {
  let iteration: Int
  let parameters: [Double]
  /// What the epoch at hand had found so far.
  let tally: Epochs.Tally
  /// What the epoch before had come to; a long curve leaves it out.
  let last: Curve.Point?

  /// Its bytes, roughly.
  var size: Int { parameters.count * 8 + 96 }
}

extension Machine {
  /// The multiplications of an iteration, roughly: each weight takes part in three products.
  fileprivate var iterationWork: Double {
    let samples = Double(training?.batchSize ?? data?.matrix.rows ?? 0)
    return layers.reduce(0) { $0 + 3 * samples * Double($1.matrix(.w)?.elements.count ?? 0) }
  }

  /// W and b of all layers, one after the other.
  var parameters: [Double] {
    get {
      layers.flatMap { layer in
        layer.dense.parameters.flatMap { layer.matrix($0)?.elements ?? [] }
      }
    }
    set {
      var rest = newValue[...]
      for index in layers.indices {
        for quantity in layers[index].dense.parameters {
          guard let matrix = layers[index].matrix(quantity) else { continue }
          let numbers = Array(rest.prefix(matrix.elements.count))
          rest = rest.dropFirst(numbers.count)
          // What no update wrote stays whose it was.
          if isFrozen(quantity, layer: index + 1), numbers == matrix.elements { continue }
          layers[index].tensors[quantity] = Value(
            Matrix(rows: matrix.rows, columns: matrix.columns, elements: numbers),
            from: .step(iteration: iteration))
        }
      }
    }
  }

  /// How many samples the last layer's A puts where Y has them.
  var hits: Int {
    guard let y = target?.matrix, let a = value(of: .a, layer: layers.count)?.matrix else {
      return 0
    }
    return Score.hits(target: y.elements, output: a.elements, columns: a.columns)
  }
}
