/// Cost and accuracy by epoch, thinned so that it stays small however long training lasts.
public struct Curve: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    /// The epoch, counted from 1 over all trainings of the network.
    public let epoch: Int
    /// The mean loss of the epoch's samples before their updates.
    public let cost: Double
    /// The share of samples answered right, 0 to 1.
    public let accuracy: Double
  }

  public private(set) var points: [Point] = []
  /// The last epoch, whatever is thinned.
  public private(set) var last: Point?
  private var stride = 1
  static let limit = 4_096

  public init() {}

  mutating func add(_ point: Point) {
    last = point
    guard (point.epoch - (points.first?.epoch ?? point.epoch)) % stride == 0 else { return }
    points.append(point)
    guard points.count > Self.limit else { return }
    stride *= 2
    points = points.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }

  /// Drops what lies behind an epoch.
  mutating func cut(after epoch: Int) {
    points.removeAll { $0.epoch > epoch }
    if let end = last, end.epoch > epoch { last = points.last }
  }

  /// The points with the last one at their end.
  public var all: [Point] {
    guard let last, last != points.last else { return points }
    return points + [last]
  }

  var size: Int { points.count * 24 }
}
