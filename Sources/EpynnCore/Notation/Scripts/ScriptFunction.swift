/// A function that a script defines before it calls it.
package struct ScriptFunction: Sendable {
  package let name: String
  /// The definition, line by line.
  package let lines: [String]

  /// - Parameter signature: `lrelu(z, LRELU_alpha=0.3)`.
  init(_ signature: String, _ body: String...) {
    name = String(signature.prefix { $0 != "(" })
    lines = ["def \(signature):"] + body.map { "    \($0)" }
  }

  /// A definition that is a line of its own.
  init(_ name: String, line: String) {
    self.name = name
    lines = [line]
  }

  /// Whether a line calls it.
  func isCalled(in line: String) -> Bool {
    var rest = line[...]
    while let call = rest.firstRange(of: "\(name)(") {
      let before = rest[..<call.lowerBound].last
      if before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }) ?? true {
        return true
      }
      rest = rest[call.upperBound...]
    }
    return false
  }
}

extension [ScriptFunction] {
  /// Those that lines call, and those that these call, in the order of the table.
  package func called(in lines: [String]) -> [ScriptFunction] {
    var called = Set<String>()
    var open = lines
    while !open.isEmpty {
      let found = filter { function in
        !called.contains(function.name) && open.contains { function.isCalled(in: $0) }
      }
      called.formUnion(found.map(\.name))
      open = found.flatMap { $0.lines.dropFirst($0.lines.count > 1 ? 1 : 0) }
    }
    return filter { called.contains($0.name) }
  }
}
