/// Samples: an X and the Y that belongs to it.
public struct Samples: Sendable, Equatable {
  public let x: Matrix
  public let y: Matrix

  public init(x: Matrix, y: Matrix) {
    self.x = x
    self.y = y
  }

  public var count: Int { x.rows }
}

/// What training does not see: samples for validation and test, and the names of the classes.
public struct HeldOut: Sendable, Equatable {
  public internal(set) var validation: Samples?
  public internal(set) var test: Samples?
  /// All samples, from which the parts were taken.
  var whole: Samples?
  public internal(set) var classNames: [String] = []

  public init() {}
}

extension Machine {
  /// Takes samples as X and Y, with nothing held out.
  ///
  /// - Throws: `Fault` as setting X and Y does.
  public mutating func take(
    _ samples: Samples, classNames: [String] = []
  ) throws(Fault) -> [Consequence] {
    var changed = self
    var consequences = try changed.set(.x, layer: 1, to: samples.x)
    consequences += try changed.set(.y, layer: 1, to: samples.y)
    changed.heldOut = HeldOut()
    changed.heldOut.classNames = classNames
    self = changed
    return consequences.filter {
      // The old Y did not fit the new X, and is gone.
      if case .targetDoesNotFit = $0 { false } else { true }
    } + misfits()
  }

  /// Keeps samples aside, in relative sizes, as EpyNN rounds them; the rest is for the test.
  ///
  /// - Parameters:
  ///   - sizes: how the parts compare, as 2 : 1 : 1.
  ///   - shuffles: whether the samples are put in an order that the seed decides first.
  /// - Throws: `Fault.notSet` without X or Y, `.nothingToTrain` where no sample would be left.
  public mutating func split(
    _ sizes: (training: Double, validation: Double, test: Double), shuffles: Bool
  ) throws(Fault) -> [Consequence] {
    guard let x = training?.data ?? data else { throw .notSet(.x) }
    guard let y = training?.target ?? target else { throw .notSet(.y) }
    let whole = heldOut.whole ?? Samples(x: x.matrix, y: y.matrix)
    guard whole.x.rows == whole.y.rows else {
      throw .targetShape(whole.y.shape, output: Shape(whole.x.rows, whole.y.columns))
    }
    let count = whole.count
    guard sizes.training > 0 else { throw .nothingToTrain }
    let sum = sizes.training + sizes.validation + sizes.test
    func part(_ size: Double) -> Int {
      Int((size / sum * Double(count)).rounded(.toNearestOrEven))
    }
    let training = min(part(sizes.training), count)
    let validation = min(part(sizes.validation), count - training)
    guard training > 0 else { throw .nothingToTrain }
    var order = Array(0..<count)
    if shuffles {
      var generator = RandomGenerator(seed: seed)
      order = generator.permutation(count)
    }
    for part in [whole.x.shape, whole.y.shape] { try makeRoom(for: part) }
    func samples(_ range: Range<Int>) throws(Fault) -> Samples? {
      guard !range.isEmpty else { return nil }
      let rows = Array(order[range])
      return Samples(x: try whole.x.rows(rows), y: try whole.y.rows(rows))
    }
    let rest = sizes.test > 0 ? count : training + validation
    guard let kept = try samples(0..<training) else { throw .nothingToTrain }
    var parts = HeldOut()
    parts.classNames = heldOut.classNames
    parts.whole = whole
    parts.validation = try samples(training..<(training + validation))
    parts.test = try samples((training + validation)..<rest)
    var changed = self
    let consequences = try changed.take(kept)
    changed.heldOut = parts
    self = changed
    return consequences
  }

  /// How well the network as it is does on samples.
  ///
  /// - Throws: `Failure` where something is missing or does not fit.
  public func score(on samples: Samples) throws(Failure) -> Score {
    var trial = self
    trial.endTraining()
    do throws(Fault) {
      _ = try trial.set(.x, layer: 1, to: samples.x)
      _ = try trial.set(.y, layer: 1, to: samples.y)
    } catch { throw Failure(error) }
    guard let output = trial.outputShape, output == samples.y.shape else {
      throw Failure(.targetShape(samples.y.shape, output: outputShape ?? samples.y.shape))
    }
    trial = try trial.ranAnew(to: .backward)
    guard let a = trial.value(of: .a, layer: layers.count)?.matrix else {
      throw Failure(.noLayer)
    }
    return Score(target: samples.y, output: a, cost: trial.cost)
  }

  /// The samples that training sees.
  public var trainingSamples: Samples? {
    guard let x = training?.data ?? data, let y = training?.target ?? target else { return nil }
    return Samples(x: x.matrix, y: y.matrix)
  }
}
