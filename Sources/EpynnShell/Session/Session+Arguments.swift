import EpynnCore

/// What an argument means in a session; complaints point at where it stands.
extension Session {
  func expression(_ argument: Argument<String>) throws(Complaint) -> Expression {
    try located(offset: argument.column) { () throws(Failure) in
      try Expression(parsing: argument.text)
    }
  }

  func value(
    of expression: Expression, from argument: Argument<String>
  ) throws(Complaint) -> Matrix {
    try evaluated(expression, offset: argument.column).matrix
  }

  /// The place among the stops of the one that is called so.
  func index(ofStop argument: Argument<String>) throws(Complaint) -> Int {
    guard machine.next != nil else { throw Complaint(.core(.noLayer)) }
    do throws(Fault) {
      return try machine.indexOfStop(named: argument.text, inLayer: currentLayer)
    } catch { throw Complaint(.core(error), at: argument.column) }
  }
}
