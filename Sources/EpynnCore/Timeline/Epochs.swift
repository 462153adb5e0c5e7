/// What was learned so far: the epochs done, and cost and accuracy of each.
///
/// A part of the machine, so that whoever brings a moment back brings its curve back with it. First
/// run, run again and single step all come through `note`.
public struct Epochs: Sendable, Equatable {
  /// The epochs done, in all trainings of the network.
  public private(set) var done = 0
  /// What the epoch at hand came to so far.
  private(set) var tally = Tally()
  public private(set) var curve = Curve()
  /// The samples of an iteration in the last training; `nil` before there was one.
  var batchSize: Int?

  /// What iterations found before their updates, added up.
  struct Tally: Sendable, Equatable {
    /// The loss summed over the samples.
    var loss = 0.0
    /// The samples answered right; `nil` where the targets name no classes.
    var hits: Int? = 0
    var samples = 0

    static func += (sum: inout Tally, other: Tally) {
      sum.loss += other.loss
      sum.hits = sum.hits.flatMap { hits in other.hits.map { hits + $0 } }
      sum.samples += other.samples
    }
  }

  /// Takes what an iteration found.
  mutating func note(_ found: Tally, endsEpoch: Bool) {
    tally += found
    guard endsEpoch, let point = latest else { return }
    done += 1
    curve.add(point)
    tally = Tally()
  }

  /// Cost and accuracy of the epoch at hand so far, or of the one that has just ended.
  var latest: Curve.Point? {
    guard tally.samples > 0 else { return curve.last }
    let count = Double(tally.samples)
    return Curve.Point(
      epoch: done + 1, cost: tally.loss / count, accuracy: tally.hits.map { Double($0) / count })
  }

  /// Drops what an epoch that was left unfinished had found.
  mutating func dropTally() { tally = Tally() }

  /// The same where so many epochs were done, and the next had found so much.
  ///
  /// - Parameters:
  ///   - curve: that of a later moment.
  ///   - last: the point of the last epoch done.
  func standing(
    at done: Int, _ tally: Tally, on curve: Curve, last: Curve.Point?
  ) -> Epochs {
    var copy = self
    copy.done = done
    copy.tally = tally
    copy.curve = curve.upTo(done, last: last)
    return copy
  }
}

/// A network of before, as far as it was trained.
public struct TrainedNetwork: Sendable, Equatable {
  /// The how-manieth network it was, counted from 1.
  public let number: Int
  public let layers: [Dense]
  public let epochs: Epochs

  package init(number: Int, layers: [Dense], epochs: Epochs) {
    self.number = number
    self.layers = layers
    self.epochs = epochs
  }

  /// More than these are forgotten, the first ones first.
  static let limit = 20
}

extension Machine {
  /// The epochs done, in all trainings of the network at hand.
  public var epochsDone: Int { epochs.done }

  /// Begins another network: what was learned of the one before is its own.
  mutating func beginNetwork() {
    if epochs.done > 0 {
      let kept = TrainedNetwork(number: network, layers: layers.map(\.dense), epochs: epochs)
      earlier = earlier.suffix(TrainedNetwork.limit - 1) + [kept]
    }
    network += 1
    epochs = Epochs()
  }
}
