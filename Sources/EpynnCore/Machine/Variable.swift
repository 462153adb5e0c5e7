/// A matrix under a name of the person's own.
public struct Variable: Sendable, Equatable {
  public let matrix: Matrix
  /// What was read for it, through other variables too.
  public let sources: Set<Dependency>
  /// The digits with which it was typed; `nil` where it has all of a Float64's.
  let typed: TypedTensor?
  /// How many dimensions NumPy's array has, and what its cells are.
  let dimensions: Int
  let kind: ElementKind

  package var array: ArrayValue { ArrayValue(matrix, dimensions: dimensions, kind: kind) }
}

extension Machine {
  /// Keeps a matrix under a name.
  ///
  /// - Parameters:
  ///   - name: what it is called from now on.
  ///   - matrix: its value.
  ///   - sources: what was read for it; the variables among it stand for their own sources.
  ///   - text: what was typed.
  public mutating func set(
    variable name: String, to matrix: Matrix, from sources: Set<Dependency> = [],
    typedAs text: String? = nil
  ) {
    set(variable: name, to: ArrayValue(matrix), from: sources, typedAs: text)
  }

  /// Keeps a variable under another name.
  package mutating func set(variable name: String, to variable: Variable) {
    variables[name] = variable
  }

  /// Keeps what a formula gave under a name, with what NumPy's array of it would be.
  package mutating func set(
    variable name: String, to array: ArrayValue, from sources: Set<Dependency> = [],
    typedAs text: String? = nil
  ) {
    let typed = text.flatMap { TypedTensor($0, variables: variables) }
    streams.named[name] = nil
    variables[name] = Variable(
      matrix: array.matrix, sources: throughVariables(sources),
      typed: typed.flatMap { $0.shape == array.matrix.shape ? $0 : nil },
      dimensions: array.matrix.elements.count == 1 ? array.dimensions : max(array.dimensions, 1),
      kind: array.kind)
  }

  /// What a formula reads with each variable replaced by what was read for it.
  package func throughVariables(_ sources: Set<Dependency>) -> Set<Dependency> {
    sources.reduce(into: []) { found, source in
      guard case .variable(let name) = source else {
        found.insert(source)
        return
      }
      found.formUnion(variables[name]?.sources ?? [])
    }
  }
}
