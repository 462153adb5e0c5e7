extension GradientCheck {
  /// One gradient of one layer.
  public struct Row: Sendable {
    public let quantity: Quantity
    public let layer: Int
    public let stop: Stop
    /// The number of cells that there are.
    public let size: Int
    /// Whether it was wrong by its shape alone.
    public internal(set) var wrongShape = false
    /// The first of its cells, moved or not, that is NaN or infinite.
    public internal(set) var notFinite: Cell?
    /// The cells moved.
    public internal(set) var judgements: [Judgement] = []

    public var cells: Int { judgements.count }
    public var failed: Int { judgements.count { $0.verdict == .differs } }
    /// Cells at a bend, or where rounding leaves nothing to compare.
    public var undecidable: Int { judgements.count { $0.verdict == .undecidable } }
    public var hasFailed: Bool { failed > 0 || wrongShape }
    public var isUndecided: Bool { !wrongShape && undecidable == cells }

    /// The decided cell that is farthest off, one that fails before those that agree.
    public var worst: Judgement? {
      decided.max { left, right in
        (left.verdict == .differs ? 1 : 0, left.distance)
          < (right.verdict == .differs ? 1 : 0, right.distance)
      }
    }

    /// The largest step by which a decided cell was moved, and the largest error of its slope.
    public var largestStep: Double { decided.map(\.step).max() ?? 0 }
    public var largestEstimate: Double { decided.map(\.estimate).max() ?? 0 }

    private var decided: [Judgement] { judgements.filter { $0.verdict != .undecidable } }
  }

  /// What was found of one cell.
  public struct Judgement: Sendable {
    public let cell: Cell
    /// The layer's number.
    public let found: Double
    /// The slope of the loss.
    public let expected: Double
    /// How wrong the slope may be: by the loss's curvature, its rounding and its guard.
    public let estimate: Double
    /// How far the cell was moved.
    public let step: Double
    public internal(set) var verdict: Verdict

    /// How far both are apart; infinite where one is no number.
    public var distance: Double {
      let distance = abs(found - expected)
      return distance.isNaN ? .infinity : distance
    }

    /// The larger of both.
    var scale: Double { max(abs(found), abs(expected)) }

    /// How far both may be apart.
    package var tolerance: Double {
      max(GradientCheck.tolerance * scale, GradientCheck.safety * estimate)
    }
  }

  public enum Verdict: Sendable, Hashable {
    case agrees, differs
    /// At a bend, or lost in rounding.
    case undecidable
  }
}
