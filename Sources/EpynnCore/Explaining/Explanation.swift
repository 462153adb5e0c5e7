/// Where a number comes from: the terms that ran, added up in the order in which they were.
public struct Explanation: Sendable {
  public let name: CellName
  /// The step that wrote it.
  public let stop: Stop
  /// The formula that ran, sources filled in.
  public let formula: Expression
  public let number: Double
  public let terms: [Term]
  /// What the sum is divided by: the outputs for the mean of a loss, the samples by convention;
  /// `nil` for a sum.
  public let divisor: Double?
  /// What the documentation's terms add up to.
  public var sum: Double { terms.last?.sum ?? number }
  /// What the documentation's formula gives; differs from `number` where a mistake is in.
  public var result: Double { divisor.map { sum / $0 } ?? sum }

  /// One row of the sum.
  public struct Term: Sendable {
    /// The index that is summed over; `nil` for what stands beside the sum.
    public let index: Int?
    public let left: Factor
    public let right: Factor?
    public let product: Double
    /// What is computed of the two where it is no product: `(4 - 1)²`.
    public internal(set) var worked: Expression?
    /// The terms so far, this one included.
    public internal(set) var sum = 0.0
  }

  /// A number of a term, and the cell that holds it where there is one.
  public struct Factor: Sendable {
    public let number: Double
    public let name: CellName?
    /// What it is where no cell holds it: `J[0,1]`, `η`, `relu′(Z[2,1])`.
    public let label: String?
  }

  /// The explanation of a cell that a step has written, in the machine that ran it.
  ///
  /// - Parameters:
  ///   - name: the cell.
  ///   - machine: whose operands are still those that the step read.
  /// - Throws: `Failure` where the cell does not exist or its quantity is not computed yet.
  public init(_ name: CellName, in machine: Machine) throws(Failure) {
    let scope = Scope(machine, layer: name.layer)
    let written: Matrix
    do throws(Fault) {
      written = try scope.value(of: name.quantity, layer: name.layer)
    } catch { throw Failure(error) }
    let operand = Operand(
      name.quantity.named(inLayer: name.layer, of: machine.layers.count), written.shape)
    guard written.holds(name.cell) else {
      throw Failure(
        .outside(rows: .one(name.cell.row), columns: .one(name.cell.column), of: operand))
    }
    guard let step = Dense.step(writing: name.quantity) else {
      throw Failure(.setByHand(name.quantity))
    }
    let layer = name.quantity.belongsToNetwork ? machine.layers.count : name.layer
    let stop = Stop(
      step, layer: step.phase == .loss ? 0 : layer, of: machine.layers.count)
    let assignment = machine.formulas(of: stop, layer: layer).first {
      $0.quantity == name.quantity
    }
    guard let formula = assignment?.expression else { throw Failure(.notSet(name.quantity)) }
    self.name = name
    self.stop = stop
    self.formula = formula
    number = written[name.cell]
    divisor = formula.meanCount(in: Scope(machine, layer: layer))
    var sum = 0.0
    terms = try ExplanationTerms(scope: Scope(machine, layer: layer)).terms(
      of: formula, at: name.cell
    ).map { term in
      var added = term
      sum += term.product
      added.sum = sum
      return added
    }
  }
}

extension Matrix {
  /// Whether it has that cell.
  public func holds(_ cell: Cell) -> Bool {
    (0..<rows).contains(cell.row) && (0..<columns).contains(cell.column)
  }
}

extension Expression {
  /// By how many outputs or samples it divides a sum; `nil` where it does not.
  fileprivate func meanCount(in scope: Scope) -> Double? {
    if averagedOverSamples != nil { return (try? scope.size(.m)).map(Double.init) }
    guard case .lossOf(let loss?, _, let output) = form, loss.isMeanOverOutputs,
      let outputs = try? output.value(in: scope).columns, outputs > 1
    else { return nil }
    return Double(outputs)
  }
}
