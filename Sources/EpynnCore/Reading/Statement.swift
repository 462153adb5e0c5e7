/// A line of the expression language: a formula to show, or an assignment.
public enum Statement: Sendable, Equatable {
  case show(Expression)
  case assign(Target, Expression)

  /// What stands left of `=`.
  public struct Target: Sendable, Equatable {
    public let name: Name
    /// The rows and columns in `NAME[i,j]`; `nil` for the whole.
    public let rows: Selection?
    public let columns: Selection?
    public let column: Int
  }

  /// A name that may be assigned to, or refused with a reason.
  public enum Name: Sendable, Equatable {
    case quantity(Quantity, layer: Int?)
    case learningRate
    case variable(String)
    case reserved(String)
  }

  /// The statement that a line spells.
  ///
  /// - Throws: `Failure` at the first token that does not fit.
  public init(parsing line: String) throws(Failure) {
    var parser = Parser(try Lexer.tokens(of: line))
    self = try parser.statement()
  }
}

extension Expression {
  /// The formula that a text spells.
  ///
  /// - Throws: `Failure` at the first token that does not fit.
  public init(parsing text: String) throws(Failure) {
    var parser = Parser(try Lexer.tokens(of: text))
    self = try parser.wholeExpression()
  }
}
