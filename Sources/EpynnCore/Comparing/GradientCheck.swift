/// Finite differences of the summed loss beside every quantity of the backward pass.
///
/// Each quantity is moved by itself and the forward pass run on from there, so that a wrong step is
/// told from those that only carry its error on.
public struct GradientCheck: Sendable {
  /// In running order.
  public internal(set) var rows: [Row] = []

  /// One gradient of one layer.
  public struct Row: Sendable {
    public let quantity: Quantity
    public let layer: Int
    public let stop: Stop
    /// The cells moved.
    public internal(set) var cells = 0
    /// All that there are.
    public internal(set) var size = 0
    public internal(set) var failed = 0
    /// Cells at a bend, or where rounding leaves nothing to compare.
    public internal(set) var undecidable = 0
    /// The cell that is farthest off, by how much, and the two numbers.
    public internal(set) var worst: Worst?
    public internal(set) var largestStep = 0.0
    public internal(set) var largestEstimate = 0.0
    /// Whether it was wrong by its shape alone.
    public internal(set) var wrongShape = false

    public struct Worst: Sendable {
      public let cell: Cell
      public let found: Double
      public let expected: Double
    }

    public var hasFailed: Bool { failed > 0 || wrongShape }
  }

  /// The first step in running order whose gradient is wrong.
  public var firstFailure: Row? { rows.first(where: \.hasFailed) }
  public var isUndecided: Bool { rows.allSatisfy { $0.undecidable == $0.cells } }

  /// Of a tensor with more than these cells a share is moved, evenly spread.
  static let wholeLimit = 1_000
  static let shareSize = 200

  /// A cell fails beyond this share of the larger number, or ten times its error estimate.
  static let tolerance = 1e-6

  /// - Parameters:
  ///   - machine: anywhere in an iteration; the rest of its backward pass is run.
  ///   - only: the gradient to check; `nil` checks all.
  ///   - isInterrupted: asked before each cell; the check ends with the rows it has.
  public init(
    _ machine: Machine, only: (quantity: Quantity, layer: Int)? = nil,
    isInterrupted: () -> Bool = { false }
  ) throws(Failure) {
    let ran = try machine.ranAnew(to: .update)
    let probe = try Probe(machine)
    for stop in ran.stops
    where stop.step.phase == .backward || stop.step.phase == .gradients {
      guard let gradient = stop.step.writes.first,
        only.map({ $0.quantity == gradient && $0.layer == stop.layer }) ?? true,
        let quantity = gradient.gradientOf,
        let found = ran.value(of: gradient, layer: stop.layer)?.matrix,
        let point = probe.value(of: quantity, layer: stop.layer)
      else { continue }
      guard let row = try Self.row(gradient, stop, found, quantity, point, probe, isInterrupted)
      else { return }
      rows.append(row)
    }
  }

  private static func row(
    _ gradient: Quantity, _ stop: Stop, _ found: Matrix, _ quantity: Quantity, _ point: Matrix,
    _ probe: Probe, _ isInterrupted: () -> Bool
  ) throws(Failure) -> Row? {
    var row = Row(quantity: gradient, layer: stop.layer, stop: stop)
    row.size = point.elements.count
    let moved = indices(of: row.size)
    row.cells = moved.count
    guard found.shape == point.shape else {
      row.wrongShape = true
      return row
    }
    var farthest = -1.0
    for index in moved {
      guard !isInterrupted() else { return nil }
      let cell = Cell(index / point.columns, index % point.columns)
      let slope = try Slope(probe, of: quantity, layer: stop.layer, at: cell, in: point)
      row.largestStep = max(row.largestStep, slope.step)
      let number = found[cell.row, cell.column]
      let scale = max(abs(number), abs(slope.slope))
      let isBlurred = !(slope.estimate < 0.01 * scale) && !(slope.estimate < 1e-7)
      guard !slope.crossesBend, slope.slope.isFinite, !isBlurred else {
        row.undecidable += 1
        continue
      }
      row.largestEstimate = max(row.largestEstimate, slope.estimate)
      let distance = abs(number - slope.slope)
      let isWrong = !(distance <= max(tolerance * scale, 10 * slope.estimate))
      if isWrong { row.failed += 1 }
      let badness = isWrong ? distance + 1 : distance
      if badness > farthest || !distance.isFinite {
        farthest = badness
        row.worst = Row.Worst(cell: cell, found: number, expected: slope.slope)
      }
    }
    return row
  }

  private static func indices(of count: Int) -> [Int] {
    guard count > wholeLimit else { return Array(0..<count) }
    return (0..<shareSize).map { $0 * count / shareSize }
  }
}
