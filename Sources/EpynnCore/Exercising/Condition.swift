/// A formula that must hold in every cell: `abs(dW) <= 20`, or a chain of comparisons as
/// `1 <= (Z <= 0).sum(axis=0) <= 3`.
public struct Condition: Sendable {
  /// As it was written.
  public let text: String
  /// The comparisons of the chain, which hold together.
  private let comparisons: [Expression]

  /// - Throws: `Failure` with the column of what is no formula.
  public init(parsing text: String) throws(Failure) {
    self.text = text
    let scalars = Array(text.unicodeScalars)
    var cuts: [(start: Int, end: Int)] = []
    var depth = 0
    for token in try Lexer.tokens(of: text) {
      switch token.kind {
      case .symbol where "([".contains(token.text): depth += 1
      case .symbol where ")]".contains(token.text): depth -= 1
      case .binary(let operation) where depth == 0 && operation.isComparison:
        cuts.append((token.column, token.column + token.text.unicodeScalars.count))
      default: break
      }
    }
    guard cuts.count > 1 else {
      comparisons = [try Expression(parsing: text)]
      return
    }
    let starts = [0] + cuts.map(\.end)
    let ends = cuts.map(\.start) + [scalars.count]
    comparisons = try cuts.indices.map { place throws(Failure) in
      // Spaces in front keep the columns.
      var comparison = String.UnicodeScalarView(repeatElement(" ", count: starts[place]))
      comparison.append(contentsOf: scalars[starts[place]..<ends[place + 1]])
      return try Expression(parsing: String(comparison))
    }
  }

  /// Whether it holds everywhere.
  ///
  /// - Throws: `Failure` where it cannot be computed.
  public func holds(in scope: Scope) throws(Failure) -> Bool {
    for comparison in comparisons {
      let value = try comparison.value(in: scope)
      guard value.elements.allSatisfy({ $0 != 0 && !$0.isNaN }) else { return false }
    }
    return true
  }
}
