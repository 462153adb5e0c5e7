/// What is told of a training after each of its batches.
public struct TrainingStatus: Sendable {
  /// The epochs done, in all trainings of the network.
  public let epoch: Int
  /// Those that will be done at the end.
  public let planned: Int
  /// Whether this batch was the last of its epoch.
  public let endsEpoch: Bool
  /// The mean loss of the epoch so far, each sample before its update.
  public let cost: Double
  /// `nil` where the targets name no classes.
  public let accuracy: Double?
}

/// What a training came to.
public struct TrainingOutcome: Sendable, Equatable {
  /// The epochs done before it and after it, in all trainings of the network.
  public internal(set) var firstEpoch = 0
  public internal(set) var lastEpoch = 0
  public internal(set) var first: Curve.Point?
  public internal(set) var last: Curve.Point?
  /// The epoch of an earlier training that was finished first.
  public internal(set) var finishedEpoch: Int?
  public internal(set) var samplesLeftOut = 0
  /// The batches done of an epoch that was interrupted.
  public internal(set) var batch = 0
  public internal(set) var isInterrupted = false
  public internal(set) var diverged: Divergence?

  var isStopped: Bool { isInterrupted || diverged != nil }

  /// Where a number stopped being finite.
  public struct Divergence: Sendable, Equatable {
    /// The epoch, counted from 1, and the batch within it, counted from 0.
    public let epoch: Int
    public let batch: Int
    public let stop: Stop
    /// `nil` where the losses of the samples are finite, and their sum is not.
    public let fault: Machine.NonFinite?
  }
}
