/// A formula whose random numbers are drawn, and the generators behind them.
public struct Drawn: Sendable {
  public let expression: Expression
  public let streams: RandomStreams
  /// The session's seed, where a generator that had none took it.
  public let seedTaken: UInt64?
}

extension Expression {
  /// Whether it draws random numbers.
  var draws: Bool {
    if case .function(let function, _) = form, function.draw != nil { return true }
    return children.contains { $0.draws }
  }

  /// The formula with each draw made, in Python's order; `nil` where it makes none.
  ///
  /// - Throws: a `Failure` at the draw that cannot be made.
  public func drawn(in scope: Scope) throws(Failure) -> Drawn? {
    guard draws else { return nil }
    var drawing = Drawing(in: scope)
    let expression = try drawing.drawn(self)
    return Drawn(
      expression: expression, streams: drawing.streams, seedTaken: drawing.seedTaken)
  }
}

/// Draws one after the other, the generators going on from each to the next.
struct Drawing {
  private var scope: Scope
  private(set) var streams: RandomStreams
  private(set) var seedTaken: UInt64?

  init(in scope: Scope) {
    self.scope = scope
    streams = scope.machine.streams
  }

  mutating func drawn(_ expression: Expression) throws(Failure) -> Expression {
    guard expression.draws else { return expression }
    let inner = try expression.mappingChildren { child throws(Failure) in try drawn(child) }
    guard case .function(let function, let arguments) = inner.form, let call = function.draw
    else { return inner }
    let array = try value(of: call, arguments, column: expression.column)
    scope = scope.keeping(array.matrix)
    return Expression(.function(function.holding(array), arguments), column: expression.column)
  }

  private mutating func value(
    of call: DrawCall, _ arguments: [Expression], column: Int?
  ) throws(Failure) -> ArrayValue {
    let given = try self.arguments(of: call.function, arguments)
    do throws(Fault) {
      var stream = try self.stream(call.stream)
      guard call.function.kinds.contains(stream.kind) else {
        throw .draw(.unknown(call.function.name, of: stream.kind))
      }
      let matrix = try stream.drawing { source throws(Fault) in
        try call.function.draw(&source, given)
      }
      keep(stream, as: call.stream)
      return ArrayValue(
        matrix, dimensions: given.dimensions(of: matrix),
        kind: call.function.isWhole ? .integer : .number)
    } catch { throw Failure(error, at: column) }
  }

  private func arguments(
    of function: DrawFunction, _ arguments: [Expression]
  ) throws(Failure) -> DrawArguments {
    var values: [String: Matrix] = [:]
    var tensors = Set<String>()
    var sizeCount = 0
    for parameter in function.parameters {
      values[parameter.name] = parameter.standard.map { Matrix($0) }
    }
    if function.takesSizes {
      let sizes = try arguments.map { argument throws(Failure) in
        try size(argument, of: function, isAlone: arguments.count == 1)
      }
      if !sizes.isEmpty { values["size"] = Matrix([sizes]) }
      sizeCount = sizes.count
    } else {
      for (parameter, argument) in zip(function.parameters, arguments) {
        let value = try argument.value(in: scope)
        values[parameter.name] = value
        if parameter == .size { sizeCount = value.elements.count }
        if case .quantity = argument.form { tensors.insert(parameter.name) }
      }
    }
    return DrawArguments(
      function: function, values: values, tensors: tensors, sizeCount: sizeCount, scope: scope)
  }

  private func size(
    _ argument: Expression, of function: DrawFunction, isAlone: Bool
  ) throws(Failure) -> Double {
    let value = try argument.value(in: scope)
    guard let size = value.scalar else {
      let isTuple = isAlone && value.rows == 1
      throw Failure(
        .draw(isTuple ? .sizesInATuple(function.name) : .badSize), at: argument.column)
    }
    return size
  }

  /// The generator that is meant, as the draws so far have left it.
  private mutating func stream(_ reference: StreamReference) throws(Fault) -> RandomStream {
    switch reference {
    case .shared:
      if let shared = streams.shared { return .legacy(shared) }
      return .legacy(LegacyRandom(seed: UInt32(truncatingIfNeeded: sessionSeed())))
    case .named(let name):
      guard let stream = streams.named[name] else { throw .draw(.notAGenerator(name)) }
      return stream
    case .fresh(let kind, let seed): return try fresh(kind, seed)
    }
  }

  /// A new generator; a list as its seed is one by the way it is written.
  mutating func fresh(_ kind: RandomStream.Kind, _ seed: Expression?) throws(Fault) -> RandomStream
  {
    guard let seed else { return RandomStream(kind, .one(sessionSeed())) }
    let value: Matrix
    do throws(Failure) { value = try seed.value(in: scope) } catch { throw error.fault }
    let isList = if case .rows = seed.form { true } else { false }
    return RandomStream(kind, try RandomSeed(value, isList: isList, for: kind))
  }

  private mutating func sessionSeed() -> UInt64 {
    seedTaken = scope.machine.seed
    return scope.machine.seed
  }

  private mutating func keep(_ stream: RandomStream, as reference: StreamReference) {
    switch (reference, stream) {
    case (.shared, .legacy(let generator)): streams.shared = generator
    case (.named(let name), _): streams.named[name] = stream
    case (.shared, .modern), (.fresh, _): break
    }
  }
}
