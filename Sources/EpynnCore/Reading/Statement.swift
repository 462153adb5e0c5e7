/// A line of the expression language: a formula to show, or an assignment.
package enum Statement: Sendable, Equatable {
  case show(Expression)
  case assign(Target, Expression)
  /// `W[0,1] += 1`: the operator with its column, and what stands right of it.
  case update(Target, BinaryOperator, Expression, column: Int)
  /// `m, n = X.shape`: each target with a value of its own, or with a part of the one there is.
  case unpack([Target], [Expression])
  /// `print("cost", cost)`: texts and formulas, and what stands between them.
  case print([PrintedPart])

  /// What sets a generator, or shuffles.
  case random(RandomStatement)

  /// What stands left of `=`.
  package struct Target: Sendable, Equatable {
    package internal(set) var name: Name
    /// The rows and columns in `NAME[i,j]`; `nil` for the whole.
    package internal(set) var rows: Selection?
    package internal(set) var columns: Selection?
    /// The index of `NAME[Z > 0]`, where it is more than single rows, columns and ranges.
    package internal(set) var picked: [Expression]?
    package let column: Int

    init(name: Name, column: Int) {
      self.name = name
      self.column = column
    }

    /// The same with the layer written out whose tensor is set: X is the network's input, dA the
    /// last layer's; any other is that of the current layer.
    package func resolved(in machine: Machine, layer current: Int) -> Target {
      guard case .quantity(let quantity, nil) = name else { return self }
      var copy = self
      copy.name = .quantity(quantity, layer: machine.settableLayer(of: quantity) ?? current)
      return copy
    }

    /// Means the cells there are, rather than whatever the name is set to.
    package mutating func takeEveryCell() { (rows, columns) = (.everything, .everything) }

    /// The name as a formula.
    package var wholeForm: Expression.Form { Parser.form(of: name) }

    /// `W[0,1] += 1` as what is set, `W[0,1] + 1`.
    package func changed(
      by operation: BinaryOperator, _ right: Expression, column: Int? = nil
    ) -> Expression {
      Expression(.binary(operation, current, right), column: column)
    }

    /// The whole of it with the picked cells set to a value, and the target that takes it; the
    /// same where none are picked.
    package func replacingPicked(by value: Expression) -> (Target, Expression) {
      guard let picked else { return (self, value) }
      var whole = self
      whole.picked = nil
      if case .quantity = name { whole.takeEveryCell() }
      return (
        whole,
        Expression(
          .function(.replaced, [Expression(wholeForm, column: column), value] + picked),
          column: column)
      )
    }

    /// A value for it as it is meant: an X in it is the data where X is set, for what forward (1)
    /// wrote may be the batch before.
    package func meant(
      _ value: Expression, in machine: Machine, layer current: Int
    ) -> Expression {
      guard case .quantity(.x, let layer) = name, (layer ?? current) == 1,
        machine.hasReadAnotherBatch
      else { return value }
      return value.replacing { node in
        guard case .quantity(.x, let named) = node.form, (named ?? current) == 1 else { return nil }
        return Expression(.source(.data), column: node.column)
      }
    }

    /// What it holds now, as a formula.
    private var current: Expression {
      let whole = Expression(wholeForm, column: column)
      if let picked {
        return Expression(.function(.pick, [whole] + picked), column: column)
      }
      return rows.map {
        Expression(.part(whole, rows: $0, columns: columns ?? .everything), column: column)
      } ?? whole
    }
  }

  /// A name that may be assigned to, or refused with a reason.
  package enum Name: Sendable, Equatable {
    case quantity(Quantity, layer: Int?)
    case learningRate
    /// m, n or u, which the tensors say.
    case size(Dimension)
    case variable(String)
    case reserved(String)
  }

  /// What is set and to what, an update as the formula it stands for; `nil` for a formula alone.
  package var assignment: (target: Target, value: Expression)? {
    switch self {
    case .show, .unpack, .print, .random: nil
    case .assign(let target, let value): (target, value)
    case .update(let target, let operation, let right, let column):
      (target, target.changed(by: operation, right, column: column))
    }
  }

  /// The statement that a line spells.
  ///
  /// - Throws: `Failure` at the first token that does not fit.
  package init(parsing line: String) throws(Failure) {
    self = try Self.reading(line).statement
  }

  /// The statement that a line spells, and what of it means something else elsewhere.
  package static func reading(
    _ line: String
  ) throws(Failure) -> (statement: Statement, notes: [ReadingNote]) {
    var parser = Parser(try Lexer.tokens(of: line))
    let statement = try parser.statement()
    return (statement, parser.notes)
  }
}

extension Expression {
  /// The formula that a text spells.
  ///
  /// - Throws: `Failure` at the first token that does not fit.
  package init(parsing text: String) throws(Failure) {
    var parser = Parser(try Lexer.tokens(of: text))
    self = try parser.wholeExpression()
  }
}
