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
  /// What the points were before each thinning, the first one first: a moment of then is shown with them.
  private var before: [[Point]] = []
  /// The last epoch, whatever is thinned.
  private(set) var last: Point?
  /// The epochs from one point to the next.
  private var stride: Int { 1 << before.count }
  static let limit = 4_096

  public init() {}

  mutating func add(_ point: Point) {
    last = point
    guard (point.epoch - 1) % stride == 0 else { return }
    guard points.count == Self.limit else { return points.append(point) }
    before.append(points)
    points = (points + [point]).filter { ($0.epoch - 1) % stride == 0 }
  }

  /// What it was when so many epochs were done, to the point.
  ///
  /// - Parameter last: the point of that epoch, which may have been thinned since.
  func upTo(_ epoch: Int, last: Point? = nil) -> Curve {
    var copy = self
    if let end = self.last, end.epoch > epoch {
      while let points = copy.before.last, epoch < Self.thinning(of: copy.stride / 2) {
        copy.points = points
        copy.before.removeLast()
      }
      copy.points.removeAll { $0.epoch > epoch }
      copy.last = copy.points.last
    }
    copy.last = last ?? copy.last
    return copy
  }

  /// The epoch whose point was one too many where they were so far apart.
  private static func thinning(of stride: Int) -> Int { limit * stride + 1 }

  /// The points with the last one at their end.
  public var all: [Point] {
    guard let last, last != points.last else { return points }
    return points + [last]
  }

  var size: Int {
    (points.count + before.count * Self.limit) * MemoryLayout<Point>.stride
  }
}
