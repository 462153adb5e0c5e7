/// Finite differences of the loss beside every quantity of the backward pass: of its sum, or of its
/// mean for the gradients that a convention averages.
///
/// Each quantity is moved by itself and the forward pass run on from there, so that a wrong step is
/// told from those that only carry its error on.
public struct GradientCheck: Sendable {
  /// In running order.
  public internal(set) var rows: [Row] = []

  /// The first step in running order whose gradient is wrong.
  public var firstFailure: Row? { rows.first(where: \.hasFailed) }
  public var isUndecided: Bool { rows.allSatisfy(\.isUndecided) }
  /// The gradients that hold NaN or infinity, of which nothing is proved.
  public var notFinite: [Row] { rows.filter { $0.notFinite != nil } }
  /// Whether every gradient looked at may be right.
  package var isProof: Bool { firstFailure == nil && notFinite.isEmpty }

  /// Of a tensor with more than these cells a share is moved, evenly spread.
  static let wholeLimit = 1_000
  static let shareSize = 200

  /// A cell fails beyond this share of the larger number, or so many times its error estimate.
  static let tolerance = 1e-6
  static let safety = 10.0

  /// A cell is undecidable where the estimate is above this share of its numbers, unless it is
  /// below a negligible share of the tensor's largest.
  private static let blur = 0.01
  private static let negligible = 1e-6
  /// Where both are 0, an estimate below it says that the loss does not depend on the cell.
  private static let nothing = 1e-9

  /// - Parameters:
  ///   - machine: anywhere in an iteration; the rest of its backward pass is run.
  ///   - only: the gradient to check; `nil` checks all.
  ///   - isInterrupted: asked before cells are moved; the check ends with the rows that it has
  ///     whole.
  public init(
    _ machine: Machine, only: (quantity: Quantity, layer: Int)? = nil,
    isInterrupted: () -> Bool = { false }
  ) throws(Failure) {
    let ran = try machine.ranAnew(to: .update)
    let probe = try Probe(machine)
    var last: CellSlopes?
    for stop in ran.stops
    where stop.step.phase == .backward || stop.step.phase == .gradients {
      guard let gradient = stop.step.writes.first,
        only.map({ $0.quantity == gradient && $0.layer == stop.layer }) ?? true,
        let quantity = gradient.gradientOf,
        let found = ran.value(of: gradient, layer: stop.layer)?.matrix,
        let point = probe.value(of: quantity, layer: stop.layer)
      else { continue }
      var row = Row(
        quantity: gradient, layer: stop.layer, stop: stop, size: point.elements.count)
      row.notFinite = found.firstCell { !$0.isFinite }
      if found.shape != point.shape {
        row.wrongShape = true
      } else {
        let slopes = try CellSlopes(
          probe, of: quantity, layer: stop.layer, in: point, after: last)
        let divisor = machine.objectiveDivisor(of: gradient)
        guard let judgements = try Self.judgements(found, slopes, divisor, isInterrupted) else {
          return
        }
        row.judgements = judgements
        last = slopes
      }
      rows.append(row)
    }
  }

  /// `nil` where it was interrupted.
  ///
  /// - Parameter divisor: by what the gradients of the summed loss are divided in this objective.
  private static func judgements(
    _ found: Matrix, _ slopes: CellSlopes, _ divisor: Double, _ isInterrupted: () -> Bool
  ) throws(Failure) -> [Judgement]? {
    var judgements: [Judgement] = []
    for group in slopes.groups(of: indices(of: found.elements.count)) {
      guard !isInterrupted() else { return nil }
      for (cell, search) in try slopes.searched(group) {
        let best = search.crossesBend ? nil : search.best
        judgements.append(
          Judgement(
            cell: cell, found: found[cell], expected: (best?.slope ?? .nan) / divisor,
            estimate: (best?.estimate ?? .infinity) / divisor, step: best?.step ?? 0,
            verdict: .undecidable))
      }
    }
    judgements.sort { ($0.cell.row, $0.cell.column) < ($1.cell.row, $1.cell.column) }
    let sharp = judgements.filter { $0.estimate <= blur * abs($0.expected) }
    let largest = sharp.map { abs($0.expected) }.max() ?? 0
    for index in judgements.indices {
      judgements[index].verdict = verdict(on: judgements[index], besides: largest)
    }
    return judgements
  }

  /// - Parameter largest: the largest slope of the tensor that is known.
  private static func verdict(on cell: Judgement, besides largest: Double) -> Verdict {
    guard cell.expected.isFinite, cell.estimate.isFinite else { return .undecidable }
    guard cell.found.isFinite, cell.distance <= cell.tolerance else { return .differs }
    let isNothing = cell.scale == 0 && cell.estimate <= nothing
    return isNothing || cell.estimate <= max(blur * cell.scale, negligible * largest)
      ? .agrees : .undecidable
  }

  private static func indices(of count: Int) -> [Int] {
    guard count > wholeLimit else { return Array(0..<count) }
    return (0..<shareSize).map { $0 * count / shareSize }
  }
}
