/// An exercise with somebody's own numbers.
public struct DrawnExercise: Sendable {
  public let exercise: Exercise
  /// Whose numbers they are.
  public let id: String
  /// Before its first step, all that goes in set.
  public let machine: Machine
  /// The same once all but the update has run.
  public let solved: Machine

  /// A tensor of it, which is given or to be found.
  public func value(of name: TensorName) -> Matrix? {
    solved.value(of: name.quantity, layer: name.owner)?.matrix
  }
}

extension Exercise {
  /// The numbers of an id, which depend on it and on the exercise's text alone.
  ///
  /// - Parameters:
  ///   - id: whose they are.
  ///   - isOver: whether no more is to be drawn.
  /// - Throws: `DrawingFailure` where by then none fits.
  public func drawn(
    for id: String, isOver: () -> Bool
  ) throws(DrawingFailure) -> DrawnExercise {
    var random = RandomGenerator(seeds: [seed] + id.utf8.map { UInt64($0) })
    var (draws, unfit) = (0, 0)
    var failed = [Int](repeating: 0, count: conditions.count)
    var mistaken = [Int](repeating: 0, count: distinct.count)
    repeat {
      draws += 1
      guard let start = try? drawn(&random),
        let whole = try? start.ranAnew(to: { $0.step.phase == .update }), isFinite(whole)
      else {
        unfit += 1
        continue
      }
      if let place = firstFailing(in: whole) {
        failed[place] += 1
      } else if let place = firstIndistinct(in: whole) {
        mistaken[place] += 1
      } else {
        return DrawnExercise(exercise: self, id: id, machine: start, solved: whole)
      }
    } while !isOver()
    throw DrawingFailure(
      draws: draws, unfit: unfit, conditions: failed, mistakes: mistaken)
  }

  private func isFinite(_ whole: Machine) -> Bool {
    find.allSatisfy { name in
      whole.value(of: name.quantity, layer: name.owner)?.matrix.elements
        .allSatisfy(\.isFinite) ?? false
    }
  }

  private func firstFailing(in whole: Machine) -> Int? {
    conditions.firstIndex { condition in
      (try? condition.holds(in: Scope(whole, layer: 1))) != true
    }
  }

  /// The first mistake that somewhere gives the right numbers, or those of one before it.
  private func firstIndistinct(in whole: Machine) -> Int? {
    let names = find.filter { name in distinct.contains { $0.quantity == name.quantity } }
    var worst: Int?
    for name in names {
      guard let truth = whole.value(of: name.quantity, layer: name.owner)?.matrix else { continue }
      var seen = [truth]
      for (place, mistake) in distinct.enumerated() where mistake.quantity == name.quantity {
        guard let outcome = whole.outcome(of: mistake, layer: name.owner) else { continue }
        if seen.contains(where: { !outcome.differs(from: $0, by: 2.2 * tolerance) }) {
          worst = min(worst ?? place, place)
        }
        seen.append(outcome)
      }
    }
    return worst
  }
}

extension Matrix {
  /// Whether it has another shape, or some cell is farther away than two roundings.
  fileprivate func differs(from other: Matrix, by distance: Double) -> Bool {
    shape != other.shape
      || zip(elements, other.elements).contains { !(abs($0 - $1) <= distance) }
  }
}
