import EpynnCore

/// Formulas computed for a person: what is refused names no number that is covered.
extension Session {
  func evaluated(
    _ expression: Expression, in scope: Scope? = nil, offset: Int = 0
  ) throws(Complaint) -> ArrayValue {
    try guarded(expression, in: scope, offset: offset) { scope throws(Failure) in
      try expression.array(in: scope)
    }
  }

  /// What is made of a formula; of one that reads what is covered no fault is told that may hold a
  /// number of it.
  func guarded<Result>(
    _ expression: Expression, in given: Scope? = nil, offset: Int = 0,
    _ body: (Scope) throws(Failure) -> Result
  ) throws(Complaint) -> Result {
    let scope = given ?? self.scope
    if veil.readsAskedShape(expression, in: scope) {
      throw Complaint(
        askedShapeTold(by: MatrixNotation(.ascii).text(of: expression)), at: offset)
    }
    if veil.tellsByItsShape(expression, in: scope) {
      throw Complaint(.dependsOnCovered, at: offset)
    }
    do throws(Failure) { return try body(scope) } catch {
      let complaint = Complaint(error, offset: offset)
      guard !error.fault.isOfNamesAndShapes, veil.hides(expression, in: scope) else {
        throw complaint
      }
      throw Complaint(.dependsOnCovered, at: complaint.column)
    }
  }
}

extension Fault {
  /// Whether it tells names and the shapes of tensors alone, which no cover hides.
  fileprivate var isOfNamesAndShapes: Bool {
    switch self {
    case .innerSizes, .innerFlat, .shapes, .outside, .partShape, .maskShape, .targetShape,
      .notComputed, .notSet, .noBias, .noLayer, .noSuchLayer, .unknownVariable, .jacobian,
      .notLogical:
      true
    // Any other may hold a number, one that is added later too.
    default: false
    }
  }
}
