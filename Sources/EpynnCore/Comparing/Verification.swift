/// The tensors of a file beside the program's, in running order.
///
/// What goes in is the file's own where the file has it; every other tensor is compared with what
/// the program computes, and with what the formulas give from the file's own tensors, so that a
/// wrong step is told from those that only carry its error on.
public struct Verification: Sendable {
  /// What goes in first, then what the steps write.
  public internal(set) var rows: [Row] = []
  /// The machine that ran with the file's inputs, as it stood at its iteration's start.
  public internal(set) var machine: Machine

  /// The rate from which W and b after the update follow, where some of them do not from the
  /// layer's.
  public internal(set) var otherRate: Double?

  /// Whether the file was read with its samples in columns, so that its tensors are turned over.
  public let hasSamplesInColumns: Bool
  /// Whether a tensor of the file has samples along one of two axes; a list lies one way only.
  let hasSamples: Bool
  /// How far what explains a difference is searched.
  let reach: SearchReach
  /// Whether the search for what explains a difference is to end.
  let isInterrupted: @Sendable () -> Bool
  /// The conventions that nobody declared and that the file follows all the same.
  public internal(set) var foundConventions: [Convention] = []
  /// How many of the tensors that go in cannot.
  private(set) var refusedCount = 0

  /// One tensor of the file.
  public struct Row: Sendable {
    public let quantity: Quantity
    public let layer: Int
    /// The step that writes it; `nil` for what goes in.
    public let stop: Stop?
    public let layout: OwnTensor.Layout?
    public let numbers: OwnNumbers
    /// What the program has; `nil` where it has nothing.
    public let truth: Matrix?
    /// The cells that differ from it; `nil` where there is nothing of that shape.
    public let differing: [Cell]?
    public let verdict: Verdict

    /// Whether it is W or b after the update.
    public var isUpdated: Bool { stop?.step.phase == .update }
  }

  public enum Verdict: Sendable {
    case agrees
    /// It goes in, and is not what the layer has: the file's was taken.
    case taken
    /// It goes in and cannot be taken: its shape is not the one that is needed.
    case unfit(Shape)
    /// It differs, but is what the formula gives from the file's own tensors.
    case follows
    /// The result is beside what the formula gives from the file's own tensors.
    case differs(OwnResult)
    /// Nothing to compare it with: something that the step needs is missing.
    case unknown(Fault)
  }

  /// The first step, in running order, whose result is not what its formula gives.
  public var first: Row? {
    rows.first { row in
      switch row.verdict {
      case .differs, .unfit, .unknown: true
      default: false
      }
    }
  }

  /// - Parameters:
  ///   - tensors: what the file holds.
  ///   - machine: the layers, activations and the loss; what the file lacks is taken from it.
  ///   - comparesDrawn: whether weights that were drawn are the layer's own all the same; else they
  ///     are nobody's choice, and the file's are taken without a word.
  ///   - samplesInColumns: whether each column of X is a sample, so that all is read turned over.
  ///   - reach: how far what explains a tensor is sought.
  ///   - isInterrupted: asked now and then whether to stop.
  package init(
    _ tensors: [OwnTensor], in machine: Machine, comparesDrawn: Bool = false,
    samplesInColumns: Bool = false, reach: SearchReach = .pairs,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.isInterrupted = isInterrupted
    self.reach = reach
    let tensors = samplesInColumns ? tensors.map(\.withSamplesInRows) : tensors
    hasSamplesInColumns = samplesInColumns
    hasSamples = tensors.contains {
      !$0.isFlat && $0.quantity.letters.rows == .m && $0.quantity.letters.columns != nil
    }
    var start = machine.restarted
    start.bug = nil
    self.machine = start
    takeInputs(tensors, comparesDrawn: comparesDrawn)
    refusedCount = rows.count { row in
      switch row.verdict {
      case .unfit, .unknown: true
      default: false
      }
    }
    // What comes out of another layer tells nothing.
    if refusedCount == 0 { compare(tensors) }
  }
}
