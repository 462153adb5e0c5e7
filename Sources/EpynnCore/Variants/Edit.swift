/// One small change of a right-hand side.
package struct Edit: Sendable, Equatable {
  package let rule: EditRule
  /// What stands in the right formula.
  package let part: Expression
  /// What stands there in its place; `nil` where nothing does, or the rule says it.
  package let replacement: Expression?

  /// Under which a file of findings knows it.
  package var name: String { rule.name }

  /// What was done, with the formulas' parts in it.
  package func sentence(in notation: MatrixNotation) -> String {
    rule.sentence
      .replacing("{part}", with: notation.text(of: part))
      .replacing("{by}", with: replacement.map(notation.text(of:)) ?? "")
  }
}

/// A kind of change: what it makes of a node of a formula, and how that is said.
package struct EditRule: Sendable, Equatable {
  package let name: String
  /// What was done; `{part}` stands for what is right, `{by}` for what took its place.
  package let sentence: String
  /// Where it is made.
  let reach: Reach
  /// Whether other courses have it so.
  let isConvention: Bool
  let changes: @Sendable (Expression, EditSite) -> [Change]

  enum Reach: Sendable {
    /// At any node of the right formula.
    case anywhere
    /// Also at a node in which something was changed already.
    case changedToo
    /// Of the whole formula alone.
    case whole
  }

  /// What a rule makes of a node.
  struct Change {
    let result: Expression
    let part: Expression
    var replacement: Expression?
    /// How much less likely than the rule's others it is, in bits.
    var bits = 0.0
  }

  init(
    _ name: String, _ sentence: String, _ reach: Reach = .anywhere, isConvention: Bool = false,
    _ changes: @escaping @Sendable (Expression, EditSite) -> [Change]
  ) {
    self.name = name
    self.sentence = sentence
    self.reach = reach
    self.isConvention = isConvention
    self.changes = changes
  }

  package static func == (left: EditRule, right: EditRule) -> Bool { left.name == right.name }

  package static func named(_ name: String) -> EditRule? { all.first { $0.name == name } }
}
