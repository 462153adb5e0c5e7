/// How fast a layer learns: η and how it falls from epoch to epoch.
public struct LearningRule: Sendable, Hashable {
  /// η, the learning rate of the first epoch.
  public var rate = 0.1
  public var schedule = Schedule.steady
  /// k, how fast the rate falls; 0 becomes 5 / `cycleEpochs` once training begins.
  public var decayK = 0.0
  /// The epochs after which an exponential decay starts over; 0 becomes all that are trained.
  public var cycleEpochs = 0
  /// d, the share of the rate that each further cycle starts lower.
  public var cycleDescent = 0.0

  public init() {}

  /// EpyNN's schedules, under its names.
  public enum Schedule: String, Sendable, Hashable, CaseIterable {
    case steady
    case exponential = "exp_decay"
    case linear = "lin_decay"

    /// The rate of epoch e in a formula of `rate`, k, d and the epochs c of a cycle.
    public var formula: String {
      switch self {
      case .steady: "rate"
      case .exponential: "rate * (1 - d)**(e // c) * exp(-(e % c) * k)"
      case .linear: "rate / (1 + 100 * k * e)"
      }
    }
  }

  /// The rate of an epoch, counted from 0 since training of so many epochs began.
  ///
  /// `η(1 - d)^⌊e/c⌋ · exp(-(e mod c)·k)` or `η / (1 + 100·k·e)`, c epochs a cycle.
  public func rate(inEpoch epoch: Int, of epochs: Int) -> Double {
    let cycle = max(cycleEpochs > 0 ? cycleEpochs : epochs, 1)
    let k = decayK == 0 ? 5 / Double(cycle) : decayK
    switch schedule {
    case .steady: return rate
    case .exponential:
      let start = rate * CMath.power(1 - cycleDescent, Double(epoch / cycle))
      return start * CMath.exponential(-Double(epoch % cycle) * k)
    case .linear: return rate / (1 + k * 100 * Double(epoch))
    }
  }
}
