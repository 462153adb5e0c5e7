/// Cost and accuracy by epoch, thinned so that it stays small however long training lasts.
public struct Curve: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    /// The epoch, counted from 1 over all trainings of the network.
    public let epoch: Int
    /// The mean loss of the epoch's samples before their updates.
    public let cost: Double
    /// The share of samples answered right, 0 to 1; `nil` where the targets name no classes.
    public let accuracy: Double?
  }

  private var points: [Point] = []
  /// The last epoch, whatever is thinned.
  private(set) var last: Point?
  private var stride = 1
  static let limit = 4_096

  public init() {}

  mutating func add(_ point: Point) {
    last = point
    guard (point.epoch - 1) % stride == 0 else { return }
    points.append(point)
    guard points.count > Self.limit else { return }
    stride *= 2
    points.removeAll { ($0.epoch - 1) % stride != 0 }
  }

  /// What it was when so many epochs were done; the points are as far apart as they are now, so
  /// that going on from there makes the same curve again.
  func upTo(_ epoch: Int) -> Curve {
    guard let end = last, end.epoch > epoch else { return self }
    var copy = self
    copy.points.removeAll { $0.epoch > epoch }
    copy.last = copy.points.last
    return copy
  }

  /// The points with the last one at their end.
  public var all: [Point] {
    guard let last, last != points.last else { return points }
    return points + [last]
  }

  var size: Int { points.count * 24 }
}
