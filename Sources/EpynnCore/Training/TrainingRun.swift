/// A training in progress: which epoch and which batch an iteration belongs to.
///
/// While there is one, X and Y of the machine are a batch of these data.
public struct TrainingRun: Sendable, Equatable {
  /// The whole training set.
  let data: Value
  let target: Value
  /// The epochs of this training.
  public let epochs: Int
  /// The samples of a batch; an incomplete last one is dropped.
  let batchSize: Int
  /// Whether each epoch has an order of its own.
  public let shuffles: Bool
  /// What decides these orders; another seed is for what is drawn from then on.
  let seed: UInt64
  /// Whether the targets name classes, so that an answer is right or wrong.
  let namesClasses: Bool
  /// The epoch at hand, counted from 0.
  public internal(set) var epoch = 0
  /// The batch at hand, counted from 0.
  public internal(set) var batch = 0

  /// The batches of an epoch.
  package var batchCount: Int { data.matrix.rows / batchSize }
  /// The samples that no batch holds.
  public var samplesLeftOut: Int { data.matrix.rows - batchCount * batchSize }
  var isAtEpochStart: Bool { batch == 0 }

  /// Moves on by one batch, and returns whether an epoch ends with it.
  mutating func advance() -> Bool {
    batch += 1
    guard batch == batchCount else { return false }
    batch = 0
    epoch += 1
    return true
  }

  /// Whether X of an iteration is the training set as it stands.
  var takesAll: Bool { batchSize == data.matrix.rows && !shuffles }
}

extension Machine {
  /// Begins a training: X and Y become the first batch of the first epoch.
  ///
  /// A batch larger than the data is the data. One under way is over with it.
  ///
  /// - Throws: `Fault` where data, target or layers are missing, do not fit, or the loss does not
  ///   suit the last activation.
  package mutating func beginTraining(
    epochs count: Int, batch: Int? = nil, shuffles: Bool = false
  ) throws(Fault) {
    endTraining()
    restart()
    epochs.dropTally()
    guard let output = layers.last?.dense else { throw .noLayer }
    guard let data else { throw .notSet(.x) }
    guard !isDrivenByGiven else { throw .trainingNeedsTarget }
    guard let target else { throw .notSet(.y) }
    guard target.matrix.shape == outputShape else {
      throw .targetShape(
        target.matrix.shape, output: outputShape ?? Shape(data.matrix.rows, output.units))
    }
    if let name = nonFiniteParameter {
      throw .diverged(name.quantity, layer: name.layer, name.cell)
    }
    if let fault = loss.misfit(to: output.activation) { throw fault }
    let training = TrainingRun(
      data: data, target: target, epochs: count,
      batchSize: max(1, min(batch ?? data.matrix.rows, data.matrix.rows)), shuffles: shuffles,
      seed: seed,
      namesClasses: target.matrix.namesClasses)
    self.training = training
    epochs.batchSize = training.batchSize
    try loadBatch()
  }

  /// Moves on by one batch after an update; after the last epoch the training is over.
  mutating func finishBatch() throws(Fault) {
    guard var training else { return }
    let endsEpoch = training.advance()
    let tally = Epochs.Tally(
      loss: totalLoss ?? 0, hits: training.namesClasses ? hits : nil, samples: training.batchSize)
    epochs.note(tally, endsEpoch: endsEpoch)
    self.training = training
    if training.epoch == training.epochs { endTraining() } else { try loadBatch() }
  }

  /// Ends a training; X and Y are the whole training set again.
  mutating func endTraining() {
    guard let training else { return }
    data = training.data
    target = training.target
    self.training = nil
  }

  mutating func loadBatch() throws(Fault) {
    guard let training, !training.takesAll else { return }
    let rows = batchRows(of: training)
    data = Value(try training.data.matrix.rows(rows), from: training.data.origin)
    target = Value(try training.target.matrix.rows(rows), from: training.target.origin)
  }

  /// The samples of the batch at hand, in their order.
  func batchRows(of training: TrainingRun) -> [Int] {
    let start = training.batch * training.batchSize
    let range = start..<(start + training.batchSize)
    guard training.shuffles else { return Array(range) }
    return Array(order(of: training, inEpoch: epochs.done)[range])
  }

  /// The order of the samples in an epoch: it depends on the training's seed and the epoch alone.
  func order(of training: TrainingRun, inEpoch epoch: Int) -> [Int] {
    var generator = RandomGenerator(seeds: [training.seed, UInt64(epoch)])
    return generator.permutation(training.data.matrix.rows)
  }
}

extension Matrix {
  /// The rows picked, in the order in which they are named.
  func rows(_ picked: [Int]) throws(Fault) -> Matrix {
    try Shape(picked.count, columns).checkSize()
    return Matrix(
      rows: picked.count, columns: columns, elements: picked.flatMap { row($0) })
  }
}
