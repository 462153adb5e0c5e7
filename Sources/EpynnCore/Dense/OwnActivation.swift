extension Activation.Rule {
  /// Under which a person's own activation stands in equations.
  public static let ownName = "own"

  /// An activation of a person's own: any formula of Z that works cell by cell.
  ///
  /// - Parameters:
  ///   - formula: in terms of Z, as it was typed.
  ///   - slope: act′ in terms of Z; `nil` differentiates the formula.
  /// - Throws: `Fault.notElementwise` for the first part that looks at more than one cell,
  ///   `.notOfZ` for the first name that is not Z, or where there is none.
  public init(own formula: Expression, slope: Expression? = nil) throws(Failure) {
    self.init(try formula.ofOneCell(), slope: try slope?.ofOneCell())
  }

  private init(_ ofZ: Expression, slope: Expression?) {
    let derived = slope ?? ofZ.differentiated
    let switches = ofZ.bends
    let bends = switches.filter { ofZ.jumps(at: $0) || ofZ.differentiated.jumps(at: $0) }
    let smooth = slope == nil ? Set(switches).subtracting(bends) : []
    let body = derived.scalarFunction
    self.init(
      name: Self.ownName, formula: Formula(ofZ), derivative: .slope(Formula(derived)),
      remark: "is \(Formula(ofZ).text)", range: .belowZeroToo, bends: bends,
      kernel: .elementwise(
        function: CellKernel(ofZ.function),
        slope: CellKernel { z, _ in
          // Where branches meet without a bend each alone may be wrong, at that one point.
          smooth.contains(z) ? (body(z.nextDown) + body(z.nextUp)) / 2 : body(z)
        }))
  }

  /// Whether it is a person's own.
  public var isOwn: Bool { name == Self.ownName }

  /// The same with another slope, given by hand.
  ///
  /// - Throws: as `init(own:slope:)`.
  public func withSlope(_ slope: Expression) throws(Failure) -> Activation.Rule {
    Activation.Rule(formula.expression, slope: try slope.ofOneCell())
  }
}

extension Formula {
  /// A tree that was built, as the command language writes it.
  init(_ expression: Expression) {
    text = MatrixNotation(.ascii).text(of: expression)
    self.expression = expression
  }
}

extension Expression {
  /// z, the cell of Z that an element-wise function looks at.
  static let cellOfZ = Expression(.variable("z"))

  /// The formula with Z read as the cell z.
  fileprivate func ofOneCell() throws(Failure) -> Expression {
    let cell = try readingCell()
    guard cell.readsCell else {
      throw Failure(.notOfZ(MatrixNotation(.ascii).text(of: self)), at: column)
    }
    return cell
  }

  private var readsCell: Bool {
    if case .variable = form { return true }
    return children.contains(where: \.readsCell)
  }

  private func readingCell() throws(Failure) -> Expression {
    if let fault = faultInCell { throw Failure(fault, at: column) }
    if form == .quantity(.z, layer: nil) { return .cellOfZ }
    var failure: Failure?
    let changed = mappingChildren { child in
      do throws(Failure) { return try child.readingCell() } catch {
        failure = failure ?? error
        return child
      }
    }
    if let failure { throw failure }
    return changed
  }

  /// Why a node cannot stand in a function of one cell; `nil` where it can.
  private var faultInCell: Fault? {
    switch form {
    case .quantity(.z, layer: nil), .variable("z"): return nil
    case .quantity(let quantity, let layer):
      return .notOfZ(quantity.name + (layer.map(String.init) ?? ""))
    case .variable(let name): return .notOfZ(name)
    case .size(let letter): return .notOfZ(letter.rawValue)
    case .learningRate: return .notOfZ("rate")
    case .clipping, .source, .lossOf, .lossSlope:
      return .notOfZ(MatrixNotation(.ascii).text(of: self))
    case .binary(.product, _, _): return .notElementwise("a matrix product")
    case .transposed: return .notElementwise("a transpose")
    case .reduced(let reduction, _, _): return .notElementwise("'\(reduction.rawValue)'")
    case .rows, .shape, .function, .part:
      return .notElementwise("'\(MatrixNotation(.ascii).text(of: self))'")
    case .activated(nil, _), .slope(nil, _): return .notOfZ("act")
    case .activated(let activation?, _) where !activation.isElementwise,
      .slope(let activation?, _) where !activation.isElementwise:
      return .notElementwise("'\(activation.name)'")
    case .number, .negated, .binary, .call, .activated, .slope: return nil
    }
  }

  /// Whether the formula has another number just before z than just behind it.
  fileprivate func jumps(at z: Double) -> Bool {
    let function = scalarFunction
    let (before, behind) = (function(z - 1e-9), function(z + 1e-9))
    return !(abs(before - behind) <= 1e-6 * max(1, abs(before)))
  }

  /// The function of z that the formula is, the second argument unused.
  var function: @Sendable (Double, Double) -> Double {
    let body = scalarFunction
    return { z, _ in body(z) }
  }
}
