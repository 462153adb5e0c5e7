/// A result of the learner's beside the program's.
public struct OwnResult: Sendable {
  public let quantity: Quantity
  public let layer: Int
  public let own: OwnNumbers
  public let truth: Matrix
  /// The cells that differ, row by row; empty where the shapes do.
  public let differing: [Cell]
  package let diagnosis: Diagnosis?
  /// One cell of an operand that explains several at once.
  public let operand: CellSubstitution?
  /// Whether rows and columns of the learner's were changed, for only so it has the right shape.
  public internal(set) var isTurned = false
  /// The learner's own tensor from which it follows, where nothing new is wrong.
  public internal(set) var source: CellName?

  /// Whether the digits carry what explains it; else it is only said that this would give it.
  public let isCalled: Bool
  /// Whether the search for what explains it was ended before it was through.
  public let wasInterrupted: Bool
  /// The machine that is about to compute it.
  let before: Machine

  /// Where candidates of a table alone are told apart, so many significant digits have to differ.
  package static let decisiveDigits = 6

  /// How many significant digits the cells show that differ, all of them where the shapes do.
  public var shownDigits: Int {
    own.significantDigits(
      in: fits ? differing.map(truth.shape.index(of:)) : own.given)
  }

  /// Whether the digits typed are too few to tell what explains them.
  public var isIndecisive: Bool { !agrees && shownDigits < Self.decisiveDigits }

  public var fits: Bool { own.matrix.shape == truth.shape }
  public var agrees: Bool { fits && differing.isEmpty }

  /// - Parameters:
  ///   - own: the numbers that somebody has.
  ///   - quantity: what they are meant to be.
  ///   - layer: its layer, counted from 1; 0 for what belongs to the network.
  ///   - machine: whose iteration is compared; the steps up to the quantity are run.
  ///   - isInterrupted: asked now and then whether to stop searching for what explains them.
  /// - Throws: `Failure` where the quantity cannot be computed.
  public init(
    _ own: OwnNumbers, for quantity: Quantity, layer: Int, in machine: Machine,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws(Failure) {
    let right = try TrueResult(of: quantity, layer: layer, in: machine)
    self.init(turningIfNeeded: own, beside: right, isInterrupted: isInterrupted)
  }

  /// A result that may have its rows and columns changed.
  init(
    turningIfNeeded own: OwnNumbers, beside right: TrueResult,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    // A number a sample has no second axis to be mistaken about.
    let isRow = right.quantity == .loss && own.matrix.shape == Shape(1, right.matrix.rows)
    let own = isRow ? own.transposed : own
    guard own.matrix.shape != right.matrix.shape, own.matrix.shape.transposed == right.matrix.shape
    else {
      self.init(own, beside: right, reach: .pairs, isInterrupted: isInterrupted)
      return
    }
    self.init(own, beside: right, reach: .rows)
    var turned = OwnResult(own.transposed, beside: right, reach: .rows)
    // A dW that is dZᵀ · X is that mistake by name; what else agrees turned over is no mistake.
    guard diagnosis == nil || right.quantity != .dW && turned.agrees else { return }
    if !turned.agrees, turned.diagnosis == nil {
      turned = OwnResult(
        own.transposed, beside: right, reach: .pairs, isInterrupted: isInterrupted)
    }
    turned.isTurned = true
    self = turned
  }

  /// A cost of the learner's: one number beside the mean over the samples.
  ///
  /// - Throws: `Failure` where the loss cannot be computed.
  public init(
    _ own: OwnNumbers, forCostIn machine: Machine,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws(Failure) {
    self.init(
      own, beside: try TrueResult(costIn: machine), reach: .pairs, isInterrupted: isInterrupted)
  }

  /// The quantity as the documentation's formulas have it.
  public static func truth(
    of quantity: Quantity, layer: Int, in machine: Machine
  ) throws(Failure) -> Matrix {
    try TrueResult(of: quantity, layer: layer, in: machine).matrix
  }

  /// What the step that comes next writes, as the documentation's formula has it.
  ///
  /// - Throws: `Failure` where it cannot run, or is not the one that writes the quantity.
  public static func truth(
    of quantity: Quantity, layer: Int, before machine: Machine
  ) throws(Failure) -> Matrix {
    try TrueResult(of: quantity, layer: layer, before: machine).matrix
  }

  /// A result beside what the step that comes next writes; what ran before is taken as right.
  ///
  /// - Throws: as `truth(of:layer:before:)`.
  package init(
    _ own: OwnNumbers, for quantity: Quantity, layer: Int, before machine: Machine,
    reach: SearchReach = .table, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws(Failure) {
    self.init(
      own, beside: try TrueResult(of: quantity, layer: layer, before: machine), reach: reach,
      isInterrupted: isInterrupted)
  }

  /// - Parameter reach: how far the edits of the formulas are searched.
  init(
    _ own: OwnNumbers, beside right: TrueResult, reach: SearchReach = .table,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    let truth = right.matrix
    self.quantity = right.quantity
    self.layer = right.layer
    self.own = own
    self.truth = truth
    before = right.before
    let fits = own.matrix.shape == truth.shape
    let indices = fits ? own.differing(truth) : own.given
    let cells = fits ? own.differingCells(truth) : []
    differing = cells
    guard !fits || !cells.isEmpty else {
      (diagnosis, operand, isCalled, wasInterrupted) = (nil, nil, false, false)
      return
    }
    let isLegible = own.significantDigits(in: indices) >= Self.decisiveDigits
    let operand =
      isLegible && cells.count > 1
      ? OperandSearch(right, differing: cells).operand(giving: own) : nil
    // One cell read wrong is a simpler reason than two edits.
    let explained = Explainer(
      right: right, own: own, differing: indices, cells: cells,
      reach: operand == nil ? reach : min(reach, .singles), isInterrupted: isInterrupted
    ).explanation
    (diagnosis, isCalled) = (explained?.diagnosis, explained?.isCalled ?? false)
    self.operand = operand
    wasInterrupted = reach > .rows && isInterrupted()
  }
}
