/// What came back of an exercise, marked: each tensor by what follows from the learner's own
/// earlier ones, so that an error costs once.
public struct Marking: Sendable {
  /// Those that were asked for, in their order.
  public let tensors: [MarkedTensor]

  public var points: Double { tensors.reduce(0) { $0 + $1.points } }
  public var of: Double { tensors.reduce(0) { $0 + $1.of } }

  /// The first tensor, in running order, that is neither right nor follows from the learner's own.
  public let firstWrong: MarkedTensor?

  /// Whether no cell was answered.
  public var isEmpty: Bool { tensors.allSatisfy { $0.answered == 0 } }
}

/// One tensor that was asked for, as it came back.
public struct MarkedTensor: Sendable {
  public let name: TensorName
  /// How many cells there are, how many of them were answered, and how many are right.
  public let cells: Int
  public let answered: Int
  public let right: Int
  /// What it is worth.
  public let of: Double
  public let verdict: Verdict

  public enum Verdict: Sendable {
    case right
    /// Wrong, and right for the learner's own earlier tensors.
    case carried
    case unanswered
    /// Some cells are not answered, the others are right.
    case incomplete
    /// The shape that it came in.
    case shape(Shape)
    /// Of the mistakes that the exercise tells apart.
    case mistake(Mistake)
    /// Beside what follows; its diagnosis says what else explains it.
    case wrong(OwnResult)
  }

  public var points: Double { of * Double(right) / Double(max(cells, 1)) }

  public var isWrong: Bool {
    switch verdict {
    case .right, .carried, .unanswered, .incomplete: false
    case .shape, .mistake, .wrong: true
    }
  }
}

extension DrawnExercise {
  /// Marks tensors that came back; what goes in is the exercise's own, whatever else came.
  ///
  /// - Parameters:
  ///   - tensors: what came back.
  ///   - isDeep: whether edits of formulas are searched for, beyond the table of mistakes.
  ///   - isInterrupted: asked now and then whether to stop.
  public func marking(
    _ tensors: [OwnTensor], isDeep: Bool = false,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) -> Marking {
    let asked = Set(exercise.find)
    let own = tensors.filter {
      !$0.isUpdated && asked.contains(TensorName($0.quantity, layer: $0.layer))
        && !$0.numbers.given.isEmpty
    }.map { tensor in
      var own = OwnTensor(
        tensor.quantity, layer: tensor.layer, atAskedDigits(tensor.numbers), isFlat: tensor.isFlat)
      own.room = tensor.room
      return own
    }
    let verification = Verification(own, in: machine, reach: .nothing)
    var marked: [TensorName: MarkedTensor] = [:]
    var first: MarkedTensor?
    for row in verification.rows {
      let name = TensorName(row.quantity, layer: row.layer)
      guard asked.contains(name) else { continue }
      let tensor = self.marked(
        row, name, reach: isDeep ? .pairs : .table, isInterrupted: isInterrupted)
      marked[name] = tensor
      if first == nil, tensor.isWrong { first = tensor }
    }
    return Marking(
      tensors: exercise.find.map { marked[$0] ?? unanswered($0) }, firstWrong: first)
  }

  /// Numbers as they are judged: with fewer decimals than were asked for as exact as was asked for,
  /// with all the digits of a program as exact as sums in another order are.
  ///
  /// What a program computed is exact; a cell that shows no decimal, where some are asked for, was
  /// rounded to them: 1.00 is 1 in a spreadsheet.
  package func atAskedDigits(_ own: OwnNumbers) -> OwnNumbers {
    guard own.isRounded || exercise.decimals != nil else { return own }
    let exact = 1e-10 * own.matrix.largestMagnitude
    let units = own.matrix.elements.indices.map { index -> Double? in
      guard let decimals = exercise.decimals else {
        return own.unit(at: index).flatMap { $0 > exact ? $0 : nil }
      }
      guard let unit = own.unit(at: index) else {
        return own.matrix.elements[index].isRounded(to: decimals) ? exercise.tolerance : nil
      }
      return unit > exact ? min(unit, exercise.tolerance) : nil
    }
    return OwnNumbers(own.matrix, digits: .typed(units), given: own.given)
  }

  private func marked(
    _ row: Verification.Row, _ name: TensorName, reach: SearchReach,
    isInterrupted: @escaping @Sendable () -> Bool
  ) -> MarkedTensor {
    let cells = count(of: name)
    let answered = row.numbers.given.count
    func tensor(_ right: Int, _ verdict: MarkedTensor.Verdict) -> MarkedTensor {
      MarkedTensor(
        name: name, cells: cells, answered: min(answered, cells), right: right,
        of: exercise.points[name] ?? 1, verdict: verdict)
    }
    switch row.verdict {
    case .agrees, .taken:
      return tensor(answered, answered < cells ? .incomplete : .right)
    case .follows: return tensor(answered, answered < cells ? .incomplete : .carried)
    case .unfit(let shape): return tensor(0, .shape(shape))
    case .unknown: return tensor(0, .shape(row.numbers.matrix.shape))
    case .differs(let result):
      let right = result.fits ? answered - result.differing.count : 0
      if let mistake = mistake(giving: result, name) { return tensor(right, .mistake(mistake)) }
      guard result.fits || result.truth.shape == result.own.matrix.shape.transposed else {
        return tensor(0, .shape(result.own.matrix.shape))
      }
      let searched = try? OwnResult(
        result.own, for: result.quantity, layer: result.layer, before: result.before,
        reach: reach, isInterrupted: isInterrupted)
      return tensor(right, .wrong(searched ?? result))
    }
  }

  /// The mistake of those told apart that gives all cells from what the learner had before.
  private func mistake(giving result: OwnResult, _ name: TensorName) -> Mistake? {
    exercise.distinct.first { mistake in
      mistake.quantity == name.quantity
        && result.before.outcome(of: mistake, layer: name.owner)
          .map { result.own.agree(with: $0) } ?? false
    }
  }

  private func unanswered(_ name: TensorName) -> MarkedTensor {
    MarkedTensor(
      name: name, cells: count(of: name), answered: 0, right: 0,
      of: exercise.points[name] ?? 1, verdict: .unanswered)
  }

  private func count(of name: TensorName) -> Int { value(of: name)?.elements.count ?? 0 }
}

extension Double {
  /// Whether it has no more decimals than so many.
  fileprivate func isRounded(to decimals: Int) -> Bool {
    let scaled = self * (Double("1e\(decimals)") ?? 1)
    return abs(scaled - scaled.rounded()) <= 1e-9 * max(1, abs(scaled))
  }
}
