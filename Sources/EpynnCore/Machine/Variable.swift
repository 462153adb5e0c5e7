/// A matrix under a name of the person's own.
public struct Variable: Sendable, Equatable {
  public let matrix: Matrix
  /// What was read for it, through other variables too.
  public let sources: Set<Dependency>
  /// The digits with which it was typed; `nil` where it has all of a Float64's.
  let typed: TypedTensor?
}

extension Machine {
  /// Keeps a matrix under a name.
  ///
  /// - Parameters:
  ///   - sources: what was read for it; the variables among it stand for their own sources.
  ///   - text: what was typed.
  public mutating func set(
    variable name: String, to matrix: Matrix, from sources: Set<Dependency> = [],
    typedAs text: String? = nil
  ) {
    let typed = text.flatMap { TypedTensor($0, variables: variables) }
    streams.named[name] = nil
    variables[name] = Variable(
      matrix: matrix, sources: throughVariables(sources),
      typed: typed.flatMap { $0.shape == matrix.shape ? $0 : nil })
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
