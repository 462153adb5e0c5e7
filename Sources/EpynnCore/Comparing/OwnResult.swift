/// A result of the learner's beside the program's.
public struct OwnResult: Sendable {
  public let quantity: Quantity
  public let layer: Int
  public let own: OwnNumbers
  public let truth: Matrix
  /// The cells that differ, row by row; empty where the shapes do.
  public let differing: [Cell]
  public let diagnosis: Diagnosis?
  /// One cell of an operand that explains several at once.
  public let operand: CellSubstitution?
  /// Whether rows and columns of the learner's were changed, for only so it has the right shape.
  public private(set) var isTurned = false

  /// Mistakes are told apart by the significant digits of the cells that differ: below so many of
  /// them together none is named.
  public static let decisiveDigits = 6

  /// How many significant digits the cells show that differ, all of them where the shapes do.
  public var shownDigits: Int {
    own.significantDigits(
      in: fits ? differing.map(truth.shape.index(of:)) : own.given)
  }

  /// Whether the digits typed are too few to tell what explains them.
  public var isIndecisive: Bool { !agrees && shownDigits < Self.decisiveDigits }

  public var fits: Bool { own.matrix.shape == truth.shape }
  public var agrees: Bool { fits && differing.isEmpty }

  /// - Parameter machine: whose iteration is compared; the steps up to the quantity are run.
  /// - Throws: `Failure` where the quantity cannot be computed.
  public init(
    _ own: OwnNumbers, for quantity: Quantity, layer: Int, in machine: Machine
  ) throws(Failure) {
    let right = try TrueResult(of: quantity, layer: layer, in: machine)
    // A number a sample has no second axis to be mistaken about.
    let isRow = quantity == .loss && own.matrix.shape == Shape(1, right.matrix.rows)
    self.init(isRow ? own.transposed : own, beside: right)
    guard own.matrix.shape != right.matrix.shape,
      !isRow, own.matrix.shape.transposed == right.matrix.shape
    else { return }
    var turned = OwnResult(own.transposed, beside: right)
    // A dW that is dZᵀ · X is that mistake by name; what else agrees turned over is no mistake.
    let isExplained = diagnosis != nil && (quantity == .dW || !turned.agrees)
    guard !isExplained else { return }
    turned.isTurned = true
    self = turned
  }

  /// A cost of the learner's: one number beside the mean over the samples.
  ///
  /// - Throws: `Failure` where the loss cannot be computed.
  public init(_ own: OwnNumbers, forCostIn machine: Machine) throws(Failure) {
    self.init(own, beside: try TrueResult(costIn: machine))
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
  public init(
    _ own: OwnNumbers, for quantity: Quantity, layer: Int, before machine: Machine
  ) throws(Failure) {
    self.init(own, beside: try TrueResult(of: quantity, layer: layer, before: machine))
  }

  init(_ own: OwnNumbers, beside right: TrueResult) {
    let truth = right.matrix
    self.quantity = right.quantity
    self.layer = right.layer
    self.own = own
    self.truth = truth
    let fits = own.matrix.shape == truth.shape
    let indices = fits ? own.differing(truth) : own.given
    let cells = fits ? own.differingCells(truth) : []
    differing = cells
    guard own.significantDigits(in: indices) >= Self.decisiveDigits, !fits || !cells.isEmpty else {
      diagnosis = nil
      operand = nil
      return
    }
    func mistake() -> Diagnosis? { MistakeSearch(right).diagnosis(giving: own) }
    func slip() -> Diagnosis? { SlipSearch(right).slip(giving: own, differing: cells) }
    switch (own.given.count, truth.elements.count) {
    case (_, _) where !fits: diagnosis = mistake()
    // One cell alone may be a slip; where there is no other, a slip is the simpler reason.
    case (1, 1): diagnosis = slip() ?? mistake()
    case (1, _): diagnosis = nil
    default: diagnosis = mistake() ?? slip()
    }
    operand = cells.count > 1 ? OperandSearch(right, differing: cells).operand(giving: own) : nil
  }
}
