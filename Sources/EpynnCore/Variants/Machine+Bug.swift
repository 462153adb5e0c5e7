/// A mistake that the machine runs with, in one layer or in all.
public struct Bug: Sendable, Equatable {
  public let mistake: Mistake
  /// `nil` is every layer to which it applies.
  public let layer: Int?
  /// Whether its name is kept from the person.
  public let isHidden: Bool
  /// From which mistakes it was drawn; `nil` where somebody named it.
  public let level: Level?

  /// How much of the space of mistakes is drawn from.
  public enum Level: String, Sendable, CaseIterable {
    /// Rows of the table.
    case easy
    /// Rows, and one edit of a formula.
    case medium
    /// One edit, the rarer ones too, or two of one formula.
    case hard
  }

  public init(
    _ mistake: Mistake, layer: Int? = nil, isHidden: Bool = false, level: Level? = nil
  ) {
    self.mistake = mistake
    self.layer = layer
    self.isHidden = isHidden
    self.level = level
  }
}

extension Machine {
  /// What a stop runs: the documentation's formulas, or a mistake's where it is in.
  package func runningFormulas(of stop: Stop, layer: Int) -> [Assignment] {
    let right = formulas(of: stop, layer: layer)
    guard let bug, bug.layer ?? layer == layer, bug.mistake.phase == stop.step.phase,
      bug.mistake.applies(to: self, layer: layer)
    else { return right }
    return right.map { assignment in
      let wrong = formula(of: bug.mistake, layer: layer, writing: assignment.quantity)
      return wrong.map { Assignment(quantity: assignment.quantity, expression: $0) } ?? assignment
    }
  }

  /// What a mistake makes of its quantity in a layer; `nil` where it cannot be made or computed.
  ///
  /// - Parameters:
  ///   - mistake: a row of the table.
  ///   - layer: counted from 1.
  ///   - quantity: one of those that it writes; `nil` is the first.
  public func outcome(
    of mistake: Mistake, layer: Int, writing quantity: Quantity? = nil
  ) -> Matrix? {
    try? formula(of: mistake, layer: layer, writing: quantity)?
      .value(in: Scope(self, layer: layer))
  }

  /// What a mistake writes in a layer, everything filled in; `nil` where it cannot be made there.
  package func formula(
    of mistake: Mistake, layer: Int, writing quantity: Quantity? = nil
  ) -> Expression? {
    guard mistake.applies(to: self, layer: layer),
      let assignment = mistake.assignments.first(where: { $0.quantity == quantity ?? $0.quantity })
    else { return nil }
    // What was edited had everything filled in, the conventions' edits too.
    guard mistake.edits.isEmpty else { return assignment.expression }
    return Scope(self, layer: layer).resolved(conventional(assignment, layer: layer).expression)
  }

  /// Whether the machine can run with it: it applies somewhere, fits, and makes a difference.
  public func canRun(with mistake: Mistake, layer: Int? = nil) -> Bool {
    var right = restarted
    right.bug = nil
    var wrong = right
    wrong.bug = Bug(mistake, layer: layer)
    repeat {
      guard (try? right.step()) != nil, (try? wrong.step()) != nil else { return false }
      for index in layers.indices {
        for quantity in Quantity.allCases {
          let shapes = [right, wrong].map {
            $0.value(of: quantity, layer: index + 1)?.matrix.shape
          }
          guard shapes[0] == shapes[1] else { return false }
        }
      }
    } while right.position > 0
    return !right.hasSameNumbers(as: wrong)
  }

  /// The machine after the update of its iteration, a mistake in; `nil` where it cannot run.
  package func afterUpdate(with bug: Bug) -> Machine? {
    var wrong = self
    guard (try? wrong.set(bug: bug)) != nil else { return nil }
    return wrong.afterUpdate
  }

  private func hasSameNumbers(as other: Machine) -> Bool {
    zip(layers, other.layers).allSatisfy { layer, other in
      layer.tensors.allSatisfy { quantity, value in
        other.matrix(quantity).map(value.matrix.hasSameBits) == true
      }
    }
      && sampleLoss.map { other.sampleLoss?.matrix.hasSameBits(as: $0.matrix) ?? false }
        ?? (other.sampleLoss == nil)
  }

  /// Puts a mistake in, or takes it out; the iteration begins again.
  ///
  /// - Throws: `Fault.mistakeDoesNotApply`.
  public mutating func set(bug newBug: Bug?) throws(Fault) {
    if let newBug {
      guard !layers.isEmpty else { throw .noLayer }
      guard canRun(with: newBug.mistake, layer: newBug.layer) else {
        throw .mistakeDoesNotApply(newBug.mistake.name)
      }
    }
    restart()
    bug = newBug
  }
}
