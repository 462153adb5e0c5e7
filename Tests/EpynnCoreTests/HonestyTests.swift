import TestSupport
import Testing

@testable import EpynnCore

/// What is called a mistake is one: slips and random numbers are none, and what is called gives the
/// same numbers on another layer.
///
/// `EPYNN_TRIALS=4000 swift test -c release -Xswiftc -enable-testing --filter HonestyTests` gives the
/// whole figures.
@Suite(.serialized) struct HonestyTests {
  private static let digits = [2, 4, 8]
  /// In a debug build single edits alone: pairs take seconds there.
  private static let reach: SearchReach = trials(0) > 0 ? .pairs : .singles
  /// Computed tensors of a single layer.
  private static let quantities: [Quantity] = [.z, .a, .loss, .dA, .dZ, .dX, .dW, .db]

  /// A network of one or two layers with samples and units enough that not everything coincides.
  private static func machine(_ seed: UInt64, like other: Machine? = nil) -> Machine {
    var random = RandomLayer(seed: seed)
    var machine = Machine()
    func size(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random.generator) }
    let shapes = other.map { ($0.data?.matrix.rows ?? 3, $0.data?.matrix.columns ?? 3) }
    let (m, n) = shapes ?? (size(3...6), size(2...5))
    _ = try? machine.set(.x, layer: 1, to: random.matrix(m, n, -2...2))
    let loss = other?.namedLoss ?? [Loss.mse, .cce, .bce, .mae][size(0...3)]
    let depth = other?.layers.count ?? size(1...2)
    var features = n
    for layer in 1...depth {
      var rule = Activation.Rule.all[size(0...Activation.Rule.all.count - 2)]
      if layer == depth, loss == .cce { rule = .softmax }
      if layer == depth, loss == .bce { rule = .sigmoid }
      let units = size(2...4)
      let dense =
        other?.layers[layer - 1].dense ?? Dense(units: units, activation: Activation(rule))
      _ = try? machine.add(dense)
      _ = try? machine.set(.w, layer: layer, to: random.matrix(features, dense.units, -1...1))
      _ = try? machine.set(.b, layer: layer, to: random.matrix(1, dense.units, -1...1))
      features = dense.units
    }
    _ = machine.set(loss: loss)
    _ = try? machine.set(.y, layer: 1, to: random.matrix(m, features, 0...1))
    return machine
  }

  /// The tensor written down with so many significant digits of its largest number.
  private static func typed(_ matrix: Matrix, digits: Int) -> OwnNumbers {
    var unit = 1.0
    let size = matrix.largestMagnitude
    if size > 0 {
      while unit > size { unit /= 10 }
      while unit * 10 <= size { unit *= 10 }
    }
    for _ in 1..<digits { unit /= 10 }
    let rounded = matrix.map { ($0 / unit).rounded() * unit }
    return OwnNumbers(
      rounded, digits: .typed([Double?](repeating: unit / 2, count: matrix.elements.count)))
  }

  private static func called(_ result: OwnResult) -> Bool {
    switch result.diagnosis {
    case .mistake, .edited: result.isCalled
    case .slip, .swapped, nil: false
    }
  }

  @Test func aSlipIsSeldomCalledAMistake() throws {
    for digits in Self.digits {
      var (count, wrong) = (0, 0)
      var seed: UInt64 = 0
      while count < trials(4) {
        seed += 1
        let machine = Self.machine(seed)
        var random = RandomLayer(seed: seed + 77)
        let layer = Int.random(in: 1...machine.layers.count, using: &random.generator)
        let quantity = try #require(Self.quantities.randomElement(using: &random.generator))
        guard let right = try? TrueResult(of: quantity, layer: layer, in: machine),
          let slipped = Self.slip(in: right, digits: digits, &random.generator)
        else { continue }
        let own = Self.typed(slipped, digits: digits)
        guard !own.agree(with: right.matrix) else { continue }
        let result = OwnResult(own, beside: right, reach: Self.reach)
        count += 1
        if Self.called(result) { wrong += 1 }
      }
      print("of \(count) slips at \(digits) digits \(wrong) were called a mistake")
      #expect(wrong * 100 <= count)
    }
  }

  /// A right tensor with one term missing, doubled or turned, two cells swapped, or a digit wrong.
  private static func slip(
    in right: TrueResult, digits: Int, _ generator: inout SeededGenerator
  ) -> Matrix? {
    var matrix = right.matrix
    let place = Int.random(in: 0..<matrix.elements.count, using: &generator)
    let cell = matrix.shape.cell(at: place)
    switch Int.random(in: 0...4, using: &generator) {
    case 0:
      let other = Int.random(in: 0..<matrix.elements.count, using: &generator)
      matrix.elements.swapAt(place, other)
    case 1:
      let number = matrix.elements[place]
      guard number != 0 else { return nil }
      var unit = 1.0
      while unit > abs(number) { unit /= 10 }
      while unit * 10 <= abs(number) { unit *= 10 }
      for _ in 0..<Int.random(in: 0..<digits, using: &generator) { unit /= 10 }
      matrix.elements[place] += unit * Double(Int.random(in: 1...5, using: &generator))
    case let kind:
      var ran = right.before
      guard (try? ran.step()) != nil,
        let terms = try? Explanation(
          CellName(right.quantity, layer: right.layer, cell), in: ran),
        let term = terms.terms.randomElement(using: &generator)
      else { return nil }
      matrix[cell] += [-1, 1, -2][kind - 2] * term.product / (terms.divisor ?? 1)
    }
    return matrix
  }

  @Test func randomNumbersAreNeverCalledAnything() throws {
    for digits in Self.digits {
      var (count, wrong) = (0, 0)
      var seed: UInt64 = 10_000
      while count < trials(4) {
        seed += 1
        let machine = Self.machine(seed)
        var random = RandomLayer(seed: seed + 77)
        let layer = Int.random(in: 1...machine.layers.count, using: &random.generator)
        let quantity = try #require(Self.quantities.randomElement(using: &random.generator))
        guard let right = try? TrueResult(of: quantity, layer: layer, in: machine) else { continue }
        let size = max(right.matrix.largestMagnitude, 0.1)
        let own = Self.typed(
          random.matrix(right.matrix.rows, right.matrix.columns, -size...size), digits: digits)
        guard !own.agree(with: right.matrix) else { continue }
        let result = OwnResult(own, beside: right, reach: Self.reach)
        count += 1
        if Self.called(result) { wrong += 1 }
      }
      print("of \(count) random tensors at \(digits) digits \(wrong) were called something")
      #expect(wrong == 0)
    }
  }

  /// An edit of a step's formula, drawn as a person might make it.
  @Test func editsAreCalledByFormulasThatTravel() throws {
    for digits in Self.digits {
      var (count, carried, right) = (0, 0, 0)
      var seed: UInt64 = 20_000
      while count < trials(4) {
        seed += 1
        let machine = Self.machine(seed)
        var random = RandomLayer(seed: seed + 77)
        let layer = Int.random(in: 1...machine.layers.count, using: &random.generator)
        let quantity = try #require(Self.quantities.randomElement(using: &random.generator))
        guard let truth = try? TrueResult(of: quantity, layer: layer, in: machine),
          let edit = Self.edit(of: truth, &random.generator),
          let wrong = try? edit.sketch.matrix(), wrong.isFinite
        else { continue }
        let own = Self.typed(wrong, digits: digits)
        guard !own.agree(with: truth.matrix) else { continue }
        let fits = own.matrix.shape == truth.matrix.shape
        let evidence = Evidence(own: own, differing: fits ? own.differing(truth.matrix) : own.given)
        count += 1
        // What choosing one of some two thousand edits takes, and the margin.
        guard evidence.bits >= 13 + Evidence.margin else { continue }
        carried += 1
        let result = OwnResult(own, beside: truth, reach: Self.reach)
        guard let finding = result.findings(in: machine).first, result.isCalled else { continue }
        if Self.travels(finding, edit, quantity, layer, like: machine, seed: seed) { right += 1 }
      }
      print(
        "of \(count) edits at \(digits) digits \(carried) carry the bits, \(right) of these are called"
          + " by a formula that travels; \(count - carried) do not carry them")
      #expect(right * 100 >= carried * 95)
    }
  }

  private static func whole(_ machine: Machine) -> Machine {
    var whole = machine
    while let stop = whole.next, stop.step.phase != .update, (try? whole.step()) != nil {}
    return whole
  }

  private static func edit(
    of truth: TrueResult, _ generator: inout SeededGenerator
  ) -> Variant? {
    let whole = whole(truth.before)
    guard let stop = truth.before.next,
      let formula = truth.before.formulas(of: stop, layer: truth.layer).first(where: {
        $0.quantity == truth.quantity
      })?.expression
    else { return nil }
    let site = EditSite(whole, layer: truth.layer, quantity: truth.quantity)
    let named = formula.namingLayers(truth.layer, of: whole.layers.count)
    let forms = StepForms(site: site, formula: named).all
    guard let form = forms.randomElement(using: &generator),
      let levels = VariantGenerator(site).levels(of: form, pairs: false)
    else { return nil }
    return levels.single.randomElement(using: &generator)
  }

  /// Whether a finding gives on another layer what the edit gives there.
  private static func travels(
    _ finding: Finding, _ edit: Variant, _ quantity: Quantity, _ layer: Int, like machine: Machine,
    seed: UInt64
  ) -> Bool {
    let other = whole(self.machine(seed + 500_000, like: machine))
    var bench = SketchBench(other, layer: layer)
    guard let wanted = try? bench.sketch(edit.expression, inLayer: layer)?.matrix() else {
      return false
    }
    for part in finding.parts {
      guard let value = bench.sketch(part.formula, inLayer: part.layer) else { return false }
      bench.replace(part.quantity, layer: part.layer, by: value)
      guard part.isCarried, part.quantity != quantity || part.layer != layer,
        let place = other.stops.firstIndex(where: {
          $0.step.writes.contains(part.quantity)
            && (part.quantity == .loss || $0.evaluationLayer == part.layer)
        }),
        let end = other.stops.firstIndex(where: {
          $0.step.writes.contains(quantity)
            && (quantity == .loss || $0.evaluationLayer == layer)
        }),
        let error = CarriedError(
          of: part.quantity, layer: part.layer, at: place, to: (quantity, layer), before: end,
          in: other), let moved = error.outcome(of: value)
      else { continue }
      bench.replace(quantity, layer: layer, by: moved)
    }
    guard let given = try? bench.replaced(quantity, layer: layer)?.matrix() else { return false }
    return OwnNumbers(given).agree(with: wanted)
  }
}
