/// A matrix under a name of the person's own.
public struct Variable: Sendable, Equatable {
  public let matrix: Matrix
  /// What was read for it, through other variables too.
  public let sources: Set<Dependency>
}

extension Machine {
  /// Keeps a matrix under a name.
  ///
  /// - Parameter sources: what was read for it; the variables among it stand for their own sources.
  public mutating func set(
    variable name: String, to matrix: Matrix, from sources: Set<Dependency> = []
  ) {
    variables[name] = Variable(matrix: matrix, sources: throughVariables(sources))
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
