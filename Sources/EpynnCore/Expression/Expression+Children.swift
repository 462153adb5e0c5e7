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
  package func mappingChildren(_ change: (Expression) -> Expression) -> Expression {
    let changed: Form =
      switch form {
      case .number, .quantity, .source, .learningRate, .clipping, .size, .variable:
        form
      case .rows(let rows): .rows(rows.map { $0.map(change) })
      case .negated(let inner): .negated(change(inner))
      case .transposed(let inner): .transposed(change(inner))
      case .reduced(let reduction, let inner, let axis): .reduced(reduction, change(inner), axis)
      case .activated(let activation, let inner): .activated(activation, change(inner))
      case .slope(let activation, let inner): .slope(activation, change(inner))
      case .shape(let inner): .shape(change(inner))
      case .part(let inner, let rows, let columns):
        .part(change(inner), rows: rows, columns: columns)
      case .binary(let operation, let left, let right):
        .binary(operation, change(left), change(right))
      case .call(let function, let arguments): .call(function, arguments.map(change))
      case .function(let function, let arguments): .function(function, arguments.map(change))
      case .lossOf(let loss, let target, let output):
        .lossOf(loss, target: change(target), output: change(output))
      case .lossSlope(let loss, let target, let output):
        .lossSlope(loss, target: change(target), output: change(output))
      }
    return Expression(changed, column: column, marks: marks)
  }
}
