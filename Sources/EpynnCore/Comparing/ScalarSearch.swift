/// Solves for a scalar: a result that is another's times c, or the right one plus c times a tensor.
struct ScalarSearch {
  let right: TrueResult
  let own: OwnNumbers
  let evidence: Evidence
  let machine: Machine

  /// A scalar that people write, and how.
  private struct Known {
    let number: Double
    let expression: Expression
  }

  /// How many are chosen among: scalars, and tensors that are added.
  var choices: Int { known(inLayer: right.layer).count + machine.layers.count * 12 }

  /// The scalars that people write, those of conventions first.
  private func known(inLayer layer: Int) -> [Known] {
    let scope = Scope(machine, layer: layer)
    let m = Double((try? scope.size(.m)) ?? 1)
    let u = Double((try? scope.size(.u)) ?? 1)
    let rate = machine.rate(ofLayer: layer)
    let (one, two) = (Expression.number(1), Expression.number(2))
    let samples = Expression.samples
    let outputs = Expression(.size(.u))
    var all = [
      Known(number: 1 / m, expression: one / samples),
      Known(number: -1, expression: .number(-1)),
      Known(number: 0.5, expression: .number(0.5)),
      Known(number: 2, expression: two),
      Known(number: -0.5, expression: .number(-0.5)),
      Known(number: -2, expression: .number(-2)),
      Known(number: -1 / m, expression: .number(-1) / samples),
      Known(number: 2 / m, expression: two / samples),
      Known(number: 1 / (2 * m), expression: one / (two * samples)),
      Known(number: 1 / u, expression: one / outputs),
      Known(number: u, expression: outputs),
      Known(number: u / 2, expression: outputs / two),
      Known(number: 2 / u, expression: two / outputs),
      Known(number: -1 / u, expression: .number(-1) / outputs),
      Known(number: -u / 2, expression: .number(-1) * outputs / two),
      Known(number: m, expression: samples),
      Known(number: 1 / (m * u), expression: one / (samples * outputs)),
      Known(number: 1 / (m * m), expression: one / (samples * samples)),
      Known(number: u / (2 * m), expression: outputs / (two * samples)),
      Known(number: rate, expression: .rate),
      Known(number: -rate, expression: .number(-1) * .rate),
      Known(number: 4, expression: .number(4)),
      Known(number: 0.25, expression: .number(0.25)),
      Known(number: 10, expression: .number(10)),
    ]
    all.removeAll { !$0.number.isFinite || $0.number == 0 || $0.number == 1 }
    return all
  }

  /// The scalar of those that people write that makes the result of a sketch.
  func known(_ sketch: Sketch, layer: Int) -> Edit? {
    guard let number = ratio(to: sketch),
      let scalar = known(inLayer: layer).first(where: { isNear($0.number, number) }),
      let matrix = try? sketch.matrix(),
      own.agree(with: right.reduced(matrix).map { $0 * scalar.number })
    else { return nil }
    return Edit(rule: .scaled, part: .number(1), replacement: scalar.expression)
  }

  /// A formula with an edit of a scalar in.
  static func applied(_ edit: Edit, to formula: Expression) -> Expression {
    guard let scalar = edit.replacement else { return formula }
    if edit.rule == .added { return formula + scalar }
    if case .binary(.divide, let one, let divisor) = scalar.form, one == .number(1) {
      return formula / divisor
    }
    return scalar * formula
  }

  /// The right numbers times c, or plus c times a tensor, where the digits carry it.
  ///
  /// - Parameter step: the result's own.
  func besideTruth(of step: SuspectStep, choices: Int) -> Finding? {
    let truth = Sketch.whole(right.matrix)
    func finding(_ parts: Finding.Part?, spendsCell: Bool) -> Finding? {
      guard evidence.carries(choices: choices, spendsCell: spendsCell) else { return nil }
      return parts.map { Finding(parts: [$0], isCalled: true) }
    }
    if let scalar = known(truth, layer: step.layer) {
      return finding(step.part(scaledBy: scalar), spendsCell: false)
    }
    if let addend = added(to: right.matrix, layer: step.layer) {
      return finding(step.part(scaledBy: addend), spendsCell: true)
    }
    // Beside a mean as beside a sum.
    let samples = (try? Scope(machine, layer: step.layer).size(.m)) ?? 1
    let mean = right.matrix.map { $0 / Double(samples) }
    if samples > 1, let addend = added(to: mean, layer: step.layer) {
      let formula = Self.applied(addend, to: step.formula / .samples)
      return finding(
        Finding.Part(
          quantity: step.quantity, layer: step.layer, mistake: nil,
          edits: [
            Edit(rule: .scaled, part: .number(1), replacement: .number(1) / .samples), addend,
          ],
          formula: formula, right: step.formula, isCarried: false), spendsCell: true)
    }
    guard let number = ratio(to: truth), evidence.count > 1,
      own.agree(with: right.matrix.map { $0 * number })
    else { return nil }
    let edit = Edit(
      rule: .scaled, part: .number(1), replacement: .number(number.simplest(within: 1e-6)))
    return finding(step.part(scaledBy: edit), spendsCell: true)
  }

  /// A known tensor times c that, added to a right result, gives the learner's.
  private func added(to truth: Matrix, layer: Int) -> Edit? {
    guard own.matrix.shape == truth.shape, right.reduction == nil,
      let rest = try? own.matrix.combined(with: truth, -)
    else { return nil }
    let site = EditSite(machine, layer: layer, quantity: right.quantity)
    let bench = SketchBench(machine, layer: layer)
    for known in site.tensors where known.shape == rest.shape || known.shape == Shape(1, 1) {
      guard
        let value = (bench.sketch(known.expression, inLayer: layer)).flatMap({ try? $0.matrix() })
      else { continue }
      let tensor = (try? value.stretched(to: rest.shape)) ?? value
      guard let place = own.given.max(by: { abs(tensor.elements[$0]) < abs(tensor.elements[$1]) }),
        tensor.elements[place] != 0
      else { continue }
      let number = rest.elements[place] / tensor.elements[place]
      let uncertainty =
        own.digits.tolerance(
          at: place, scale: own.matrix.largestMagnitude, size: abs(own.matrix.elements[place]))
        / abs(tensor.elements[place])
      let scalar = number.simplest(within: uncertainty)
      guard scalar.isFinite, scalar != 0,
        let sum = try? truth.combined(with: tensor.map { $0 * scalar }, +),
        own.agree(with: sum)
      else { continue }
      let addend = scalar == 1 ? known.expression : .number(scalar) * known.expression
      return Edit(rule: .added, part: .number(0), replacement: addend)
    }
    return nil
  }

  /// The result over a sketch at the cell that tells it best.
  private func ratio(to sketch: Sketch) -> Double? {
    let number: Double
    if right.reduction != nil {
      guard let matrix = try? sketch.matrix(), let own = own.matrix.scalar,
        let other = right.reduced(matrix).scalar
      else { return nil }
      number = own / other
    } else {
      let shape = own.matrix.shape
      let widest = own.given.max {
        abs(own.matrix.elements[$0]) < abs(own.matrix.elements[$1])
      }
      guard sketch.shape == shape, let index = widest else { return nil }
      let cell = shape.cell(at: index)
      number = own.matrix.elements[index] / sketch.cell(cell.row, cell.column)
    }
    return number.isFinite ? number : nil
  }

  private func isNear(_ known: Double, _ number: Double) -> Bool {
    abs(known - number) <= 0.05 * abs(known)
  }
}

extension Double {
  /// The number of fewest digits that lies as near as that.
  fileprivate func simplest(within distance: Double) -> Double {
    guard isFinite, self != 0 else { return self }
    var power = 1.0
    var size = abs(self)
    while size < 1, power < 1e300 { (size, power) = (size * 10, power * 10) }
    while size >= 10, power > 1e-300 { (size, power) = (size / 10, power / 10) }
    for _ in 0..<12 {
      let candidate = (self * power).rounded() / power
      if abs(candidate - self) <= distance { return candidate }
      power *= 10
    }
    return self
  }
}
