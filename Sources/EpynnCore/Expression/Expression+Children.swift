extension Expression {
  /// The nodes directly below this one, in the order in which the formula is read.
  public var children: [Expression] { form.children }
}

extension Expression.Form {
  var children: [Expression] {
    switch self {
    case .number, .quantity, .source, .learningRate, .clipping, .size, .variable:
      []
    case .rows(let rows): rows.flatMap { $0 }
    case .negated(let inner), .transposed(let inner), .reduced(_, let inner, _),
      .activated(_, let inner), .slope(_, let inner), .shape(let inner), .part(let inner, _, _):
      [inner]
    case .binary(_, let left, let right): [left, right]
    case .call(_, let arguments), .function(_, let arguments): arguments
    case .lossOf(_, let target, let output), .lossSlope(_, let target, let output):
      [target, output]
    }
  }

}

extension Expression {
  /// The same node with other nodes below it.
  package func mappingChildren<Refusal>(
    _ change: (Expression) throws(Refusal) -> Expression
  ) throws(Refusal) -> Expression {
    let changed: Form =
      switch form {
      case .number, .quantity, .source, .learningRate, .clipping, .size, .variable:
        form
      case .rows(let rows): .rows(try rows.map { row throws(Refusal) in try row.map(change) })
      case .negated(let inner): .negated(try change(inner))
      case .transposed(let inner): .transposed(try change(inner))
      case .reduced(let reduction, let inner, let axis):
        .reduced(reduction, try change(inner), axis)
      case .activated(let activation, let inner): .activated(activation, try change(inner))
      case .slope(let activation, let inner): .slope(activation, try change(inner))
      case .shape(let inner): .shape(try change(inner))
      case .part(let inner, let rows, let columns):
        .part(try change(inner), rows: rows, columns: columns)
      case .binary(let operation, let left, let right):
        .binary(operation, try change(left), try change(right))
      case .call(let function, let arguments): .call(function, try arguments.map(change))
      case .function(let function, let arguments): .function(function, try arguments.map(change))
      case .lossOf(let loss, let target, let output):
        .lossOf(loss, target: try change(target), output: try change(output))
      case .lossSlope(let loss, let target, let output):
        .lossSlope(loss, target: try change(target), output: try change(output))
      }
    return Expression(changed, column: column, marks: marks)
  }
}
