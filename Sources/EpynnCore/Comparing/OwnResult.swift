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

  public var fits: Bool { own.matrix.shape == truth.shape }
  public var agrees: Bool { fits && differing.isEmpty }

  /// - Parameter machine: whose iteration is compared; the steps up to the quantity are run.
  /// - Throws: `Failure` where the quantity cannot be computed.
  public init(
    _ own: OwnNumbers, for quantity: Quantity, layer: Int, in machine: Machine
  ) throws(Failure) {
    self.init(own, beside: try TrueResult(of: quantity, layer: layer, in: machine))
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
    guard own.matrix.shape == truth.shape else {
      differing = []
      diagnosis = Self.mistake(giving: own, beside: right)
      operand = nil
      return
    }
    let cells = own.differingCells(truth)
    differing = cells
    func mistake() -> Diagnosis? { Self.mistake(giving: own, beside: right) }
    func slip() -> Diagnosis? { SlipSearch(right).slip(giving: own, differing: cells) }
    switch (own.given.count, truth.elements.count) {
    case (_, _) where cells.isEmpty: diagnosis = nil
    // One cell alone may be a slip; where there is no other, a slip is the simpler reason.
    case (1, 1): diagnosis = slip() ?? mistake()
    case (1, _): diagnosis = nil
    default: diagnosis = mistake() ?? slip()
    }
    operand = cells.count > 1 ? OperandSearch(right, differing: cells).operand(giving: own) : nil
  }

  /// The mistake made first in running order, with its equals.
  private static func mistake(giving own: OwnNumbers, beside right: TrueResult) -> Diagnosis? {
    let all = MistakeSearch(right).mistakes(giving: own)
    return all.first.map { .mistake($0, equals: Array(all.dropFirst())) }
  }
}
