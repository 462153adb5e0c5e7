/// A line of the expression language: a formula to show, or an assignment.
public enum Statement: Sendable, Equatable {
  case show(Expression)
  case assign(Target, Expression)
  /// `W[0,1] += 1`: the operator with its column, and what stands right of it.
  case update(Target, BinaryOperator, Expression, column: Int)

  /// What sets a generator, or shuffles.
  case random(RandomStatement)

  /// What stands left of `=`.
  public struct Target: Sendable, Equatable {
    public internal(set) var name: Name
    /// The rows and columns in `NAME[i,j]`; `nil` for the whole.
    public internal(set) var rows: Selection?
    public internal(set) var columns: Selection?
    public let column: Int

    /// The same with the layer written out whose tensor is set: X is the network's input, dA the
    /// last layer's; any other is that of the current layer.
    public func resolved(in machine: Machine, layer current: Int) -> Target {
      guard case .quantity(let quantity, nil) = name else { return self }
      var copy = self
      copy.name = .quantity(quantity, layer: machine.settableLayer(of: quantity) ?? current)
      return copy
    }

    /// Means the cells there are, rather than whatever the name is set to.
    public mutating func takeEveryCell() { (rows, columns) = (.everything, .everything) }

    /// The name as a formula.
    public var wholeForm: Expression.Form { Parser.form(of: name) }

    /// `W[0,1] += 1` as what is set, `W[0,1] + 1`.
    public func changed(
      by operation: BinaryOperator, _ right: Expression, column: Int? = nil
    ) -> Expression {
      Expression(.binary(operation, current, right), column: column)
    }

    /// What it holds now, as a formula.
    private var current: Expression {
      let whole = Expression(wholeForm, column: column)
      return rows.map {
        Expression(.part(whole, rows: $0, columns: columns ?? .everything), column: column)
      } ?? whole
    }
  }

  /// A name that may be assigned to, or refused with a reason.
  public enum Name: Sendable, Equatable {
    case quantity(Quantity, layer: Int?)
    case learningRate
    case variable(String)
    case reserved(String)
  }

  /// What is set and to what, an update as the formula it stands for; `nil` for a formula alone.
  public var assignment: (target: Target, value: Expression)? {
    switch self {
    case .show, .random: nil
    case .assign(let target, let value): (target, value)
    case .update(let target, let operation, let right, let column):
      (target, target.changed(by: operation, right, column: column))
    }
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
