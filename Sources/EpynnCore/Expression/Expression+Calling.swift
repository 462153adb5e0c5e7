/// Functions of the command language, called with the values of their arguments.
extension Expression {
  func called(
    _ function: MatrixFunction, _ arguments: [Expression], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    if let held = function.held { return held }
    let values = try Self.values(of: arguments, in: scope)
    return try value(of: function, values, in: scope)
  }

  /// The values of arguments, each computed while those before it are needed.
  private static func values(
    of arguments: [Expression], in scope: Scope
  ) throws(Failure) -> [ArrayValue] {
    var (scope, values) = (scope, [ArrayValue]())
    for argument in arguments {
      let value = try argument.array(in: scope)
      values.append(value)
      if value.matrix.isKept { scope = scope.keeping(value.matrix) }
    }
    return values
  }

  private func value(
    of function: MatrixFunction, _ values: [ArrayValue], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let inner = values.reduce(scope) { $0.keeping($1.matrix) }
    let given = MatrixArguments(
      function: function.name, values: values,
      plainCount: function.parameters.count { !$0.isList }, scope: inner)
    return try located { () throws(Fault) in try function.body(given) }
  }

  func called(
    _ function: CellFunction, _ arguments: [Expression], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let values = try Self.values(of: arguments, in: scope)
    return try value(of: function, arguments, values, in: scope)
  }

  private func value(
    of function: CellFunction, _ arguments: [Expression], _ values: [ArrayValue], in scope: Scope
  ) throws(Failure) -> ArrayValue {
    let dimensions = values.reduce(0) { max($0, $1.dimensions) }
    let lies = values.contains { $0.dimensions == 1 && $0.matrix.columns > 1 }
    let matrices = values.map { dimensions == 2 || lies ? $0.lyingAlong : $0.matrix }
    var common = matrices[0].shape
    for place in matrices.indices.dropFirst() {
      guard let stretched = common.stretched(with: matrices[place].shape) else {
        throw mismatch(
          function.name, Operand(arguments[0], values[0]),
          Operand(arguments[place], values[place]))
      }
      common = stretched
    }
    try makeRoom(for: common, in: values.reduce(scope) { $0.keeping($1.matrix) })
    let matrix = try located { () throws(Fault) in
      try function.kernel.value(of: matrices, shape: common)
    }
    let kind = function.kind(of: values.map(\.kind))
    return ArrayValue(
      function.staysWhole ? matrix.map(kind.cut) : matrix, dimensions: dimensions, kind: kind)
  }
}
