/// What gives the numbers of a result: formulas with edits in, in running order.
package struct Finding: Sendable {
  /// Where the edits were made, the first step first.
  package let parts: [Part]
  /// Whether the digits carry it: else nothing is called by it.
  package let isCalled: Bool

  /// One step's formula with its edits.
  package struct Part: Sendable {
    package let quantity: Quantity
    package let layer: Int
    /// The row of the table of mistakes that it is, where it is one.
    package let mistake: Mistake?
    package let edits: [Edit]
    /// What gives the numbers, and what is right.
    package let formula: Expression
    package let right: Expression
    /// Whether an earlier step than the result's made it.
    package let isCarried: Bool
  }

  /// Under which commands and files know it; `nil` for what has no row of its own.
  package var name: String? {
    guard parts.count == 1, parts[0].edits.isEmpty else { return nil }
    return parts[0].mistake?.name
  }

  /// The names of all its edits, those of the table of mistakes as that one has them.
  package var editNames: [String] {
    parts.flatMap { part in (part.mistake.map { [$0.name] } ?? []) + part.edits.map(\.name) }
  }

  /// Whether other courses define it so.
  package var isConvention: Bool {
    parts.allSatisfy { part in
      (part.mistake?.isConvention ?? true) && part.edits.allSatisfy(\.rule.isConvention)
    }
  }
}

extension OwnResult {
  /// Whether what explains it is a scalar that was solved for, which tells of the right number.
  package var tellsScalar: Bool {
    guard case .edited(let finding, _)? = diagnosis else { return false }
    return finding.parts.contains { part in
      part.edits.contains { EditRule.scalings.contains($0.rule) }
    }
  }

  /// What gives the numbers, the simplest first: rows of the table of mistakes, or edits.
  package func findings(in machine: Machine) -> [Finding] {
    switch diagnosis {
    case .edited(let first, let equals): return [first] + equals
    case .mistake(let made, let equals):
      return ([made] + equals).compactMap { finding($0, in: machine) }
    case .slip, .swapped, nil: return []
    }
  }

  private func finding(_ made: Diagnosis.Made, in machine: Machine) -> Finding? {
    let written = made.isCarried ? made.mistake.quantity : quantity
    let stop = machine.stops.first { stop in
      stop.step.writes.contains(written)
        && (written == .w || written == .b || stop.step.phase != .update)
        && (stop.layer == 0 || stop.layer == made.layer)
        && (stop.step.phase == made.mistake.phase)
    }
    guard let stop,
      let formula = machine.formula(of: made.mistake, layer: made.layer, writing: written),
      let right = machine.formulas(of: stop, layer: made.layer).first(where: {
        $0.quantity == written
      })?.expression
    else { return nil }
    let count = machine.layers.count
    return Finding(
      parts: [
        Finding.Part(
          quantity: written, layer: made.layer, mistake: made.mistake, edits: [],
          formula: formula.namingLayers(made.layer, of: count),
          right: right.namingLayers(made.layer, of: count), isCarried: made.isCarried)
      ], isCalled: isCalled)
  }
}
