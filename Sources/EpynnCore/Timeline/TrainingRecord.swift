/// What is kept of a training so that every moment of it can be reached again.
///
/// The start and some checkpoints; between them the iterations are run again, to the same bits.
struct TrainingRecord: Sendable {
  /// The machine before the first iteration, its training begun.
  let start: Machine
  let training: TrainingRun
  private(set) var iterations = 0
  /// The stops done of the iteration that follows, after `back` has gone into it.
  private(set) var stopsDone = 0
  private(set) var checkpoints: [Checkpoint] = []
  /// Cost and accuracy up to its end.
  private var curve: Curve
  /// The bytes that the start holds beyond what follows it.
  private var startSize = 0
  private var stride: Int
  /// The machine before that iteration, where there is room for it, and the bytes it holds alone.
  private var cached: (machine: Machine, size: Int)?

  static let checkpointLimit = 4_096

  /// A record that begins here; `nil` where no training is at the start of an iteration.
  init?(_ start: Machine) {
    guard let training = start.training, start.position == 0 else { return nil }
    self.start = start
    self.training = training
    curve = start.epochs.curve
    stride = Self.firstStride(of: start)
  }

  /// Every so many iterations are kept at first: what lies between them is run again in a moment.
  private static func firstStride(of start: Machine) -> Int {
    let samples = start.data?.matrix.rows ?? 1
    let work = start.layers.reduce(1) { $0 + samples * ($1.matrix(.w)?.elements.count ?? 1) }
    var stride = 1
    while stride * work < rerunWork, stride < strideLimit { stride *= 2 }
    return stride
  }

  /// Multiplications of the iterations between two checkpoints, a few hundredths of a millisecond.
  private static let rerunWork = 1 << 14
  private static let strideLimit = 32

  /// All checkpoints hold the same parameters.
  var checkpointSize: Int { checkpoints.count * (checkpoints.first?.size ?? 0) }
  var size: Int { startSize + checkpointSize + curve.size + (cached?.size ?? 0) }
  /// Whether nothing of it is left.
  var isAtStart: Bool { iterations == 0 && stopsDone == 0 }

  /// Notes an iteration that has run, and keeps its outcome where it is its turn.
  ///
  /// - Parameter budget: the bytes that checkpoints may take; beyond it every other one goes.
  mutating func add(_ trainer: Trainer, budget: Int) {
    iterations += 1
    guard iterations % stride == 0 else { return }
    let checkpoint = trainer.checkpoint(after: iterations)
    checkpoints.append(checkpoint)
    let limit = min(Self.checkpointLimit, budget / max(checkpoint.size, 1))
    guard checkpoints.count > limit else { return }
    thin()
    stride *= 2
  }

  /// Notes the curve of a later moment, on which all up to it stand.
  mutating func note(_ curve: Curve) { self.curve = curve }

  /// Notes that its iterations have led to a machine.
  mutating func end(at machine: Machine) {
    curve = machine.epochs.curve
    startSize = Timeline.size(from: start, to: machine)
  }

  /// Drops every other checkpoint.
  mutating func thin() {
    checkpoints = checkpoints.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// Drops the machine that is kept for going back within an iteration.
  mutating func dropCache() { cached = nil }

  /// The epochs done, in all trainings, after so many iterations.
  func epochs(after iterations: Int) -> Int {
    start.epochs.done + (training.batch + iterations) / training.batchCount
  }

  /// The iterations after which so many epochs, of all trainings, were done; `nil` outside.
  func iterations(toEpoch epoch: Int) -> Int? {
    // Any number may be asked for: only one within reach can be multiplied.
    guard epoch >= start.epochs.done, epoch <= epochs(after: iterations) else { return nil }
    let count = (epoch - start.epochs.done) * training.batchCount - training.batch
    return count >= 0 ? count : nil
  }

  /// Forgets what lies behind an iteration.
  mutating func cut(after count: Int) {
    iterations = count
    stopsDone = 0
    cached = nil
    while let last = checkpoints.last, last.iteration > count { checkpoints.removeLast() }
    curve = curve.upTo(epochs(after: count))
  }

  /// Notes a stop that was done by stepping.
  mutating func addStop(from before: Machine, to after: Machine) {
    if stopsDone == 0 { cached = (before, 1_024) }
    stopsDone += 1
    guard stopsDone == start.stops.count else { return }
    iterations += 1
    stopsDone = 0
    cached = nil
    end(at: after)
  }

  /// Goes back by one stop: the machine before it, and the stop; `nil` where nothing is left.
  mutating func leaveLastStop(budget: Int) throws(Failure) -> (Machine, Stop)? {
    if stopsDone == 0 {
      guard iterations > 0 else { return nil }
      cut(after: iterations - 1)
      stopsDone = start.stops.count
    }
    var first = cached?.machine
    if first == nil { first = try rerun(to: iterations, budget: budget) }
    guard let first else { return nil }
    stopsDone -= 1
    var machine = first
    for _ in 0..<stopsDone { try machine.step() }
    guard let stop = machine.next else { return nil }
    cached = stopsDone > 0 ? (first, Timeline.size(from: first, to: machine)) : nil
    return (machine, stop)
  }

  /// The machine after so many iterations, its last iteration run anew so that all tensors are
  /// there.
  ///
  /// Checkpoints are kept on the way, closer together towards its end: who goes back one step will
  /// go back another.
  ///
  /// - Parameter goesOn: asked after each iteration; `nil` is returned where it says no.
  mutating func rerun(
    to count: Int, budget: Int, goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(Failure) -> Machine? {
    guard count > 0 else { return start }
    let near = checkpoints.lastIndex { $0.iteration < count }
    var trainer = Trainer(start, training: training)
    if let near { trainer.resume(at: checkpoints[near], curve: curve) }
    let first = near.map { checkpoints[$0].iteration } ?? 0
    var kept: [Checkpoint] = []
    let room = budget / max(trainer.parameters.count * 8, 1)
    for done in (first + 1)...count {
      _ = try trainer.runIteration()
      guard goesOn(done - first, count - first) else { return nil }
      // At distances of 1, 2, 4, 8 … from the end.
      let distance = count - done
      if distance > 0, distance & (distance - 1) == 0, kept.count < room {
        kept.append(trainer.checkpoint(after: done))
      }
    }
    // None lay between that checkpoint and this iteration.
    checkpoints.insert(contentsOf: kept, at: near.map { $0 + 1 } ?? 0)
    return trainer.machine
  }
}
