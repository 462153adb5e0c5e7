import TestSupport
import Testing

@testable import EpynnCore

/// What is called a mistake is one: slips and random numbers are none, and what is called gives the
/// same numbers on another layer.
///
/// `EPYNN_TRIALS=4000 swift test -c release -Xswiftc -enable-testing --filter HonestyTests` gives the
/// whole figures.
@Suite struct HonestyTests {
  private static let digits = [2, 4, 8]
  private static let standard = 40
  /// Among so many single edits one is chosen in a network of two layers.
  private static let singleEdits = 2048
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

  private static func isCalled(_ result: OwnResult) -> Bool {
    switch result.diagnosis {
    case .mistake, .edited: result.isCalled
    case .slip, .swapped, nil: false
    }
  }

  /// A right result of a drawn layer.
  private static func draw(_ seed: UInt64) -> (right: TrueResult, generator: SeededGenerator)? {
    let machine = machine(seed)
    var generator = RandomLayer(seed: seed + 77).generator
    let layer = Int.random(in: 1...machine.layers.count, using: &generator)
    let quantity = quantities[Int.random(in: 0..<quantities.count, using: &generator)]
    return (try? TrueResult(of: quantity, layer: layer, in: machine)).map { ($0, generator) }
  }

  /// Of so many wrong tensors, written with so many digits, how many are called something.
  private static func called(
    digits: Int, from start: UInt64,
    _ wrong: (TrueResult, inout SeededGenerator) -> Matrix?
  ) -> (count: Int, called: Int) {
    var (count, called, seed) = (0, 0, start)
    while count < trials(standard) {
      seed += 1
      guard case (let right, var generator)? = draw(seed), let matrix = wrong(right, &generator)
      else {
        continue
      }
      let own = typed(matrix, digits: digits)
      guard !own.agree(with: right.matrix) else { continue }
      count += 1
      if isCalled(OwnResult(own, beside: right, reach: .pairs)) { called += 1 }
    }
    return (count, called)
  }

  @Test(arguments: digits) func aSlipIsSeldomCalledAMistake(digits: Int) {
    let (count, called) = Self.called(digits: digits, from: 0) { right, generator in
      Self.slip(in: right, digits: digits, &generator)
    }
    print("of \(count) slips at \(digits) digits \(called) were called a mistake")
    #expect(called * 100 <= count)
  }

  @Test(arguments: digits) func randomNumbersAreNeverCalledAnything(digits: Int) {
    let (count, called) = Self.called(digits: digits, from: 10_000) { right, generator in
      let size = max(right.matrix.largestMagnitude, 0.1)
      return right.matrix.map { _ in Double.random(in: -size...size, using: &generator) }
    }
    print("of \(count) random tensors at \(digits) digits \(called) were called something")
    #expect(called == 0)
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

  /// An edit of a step's formula, drawn as a person might make it.
  @Test(arguments: digits) func editsAreCalledByFormulasThatTravel(digits: Int) {
    var (count, carried, travelling) = (0, 0, 0)
    var seed: UInt64 = 20_000
    while count < trials(Self.standard) {
      seed += 1
      guard case (let right, var generator)? = Self.draw(seed),
        let edit = Self.edit(of: right, &generator),
        let wrong = try? edit.sketch.matrix(), wrong.isFinite
      else { continue }
      let own = Self.typed(wrong, digits: digits)
      guard !own.agree(with: right.matrix) else { continue }
      let fits = own.matrix.shape == right.matrix.shape
      let evidence = Evidence(own: own, differing: fits ? own.differing(right.matrix) : own.given)
      count += 1
      guard evidence.carries(choices: Self.singleEdits) else { continue }
      carried += 1
      let result = OwnResult(own, beside: right, reach: .pairs)
      guard let finding = result.findings(in: right.start).first, result.isCalled else { continue }
      if Self.travels(finding, edit, right, seed: seed) { travelling += 1 }
    }
    print(
      "of \(count) edits at \(digits) digits \(carried) carry the bits, \(travelling) of these are"
        + " called by a formula that travels; \(count - carried) do not carry them")
    #expect(travelling * 100 >= carried * 95)
  }

  private static func edit(
    of truth: TrueResult, _ generator: inout SeededGenerator
  ) -> Variant? {
    let whole = truth.before.ranOnToUpdate
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
    _ finding: Finding, _ edit: Variant, _ right: TrueResult, seed: UInt64
  ) -> Bool {
    let (quantity, layer) = (right.quantity, right.layer)
    let other = machine(seed + 500_000, like: right.start).ranOnToUpdate
    var bench = SketchBench(other, layer: layer)
    guard let wanted = try? bench.sketch(edit.expression, inLayer: layer)?.matrix(),
      let end = other.index(ofStopWriting: quantity, layer: layer)
    else { return false }
    for part in finding.parts {
      guard let value = bench.sketch(part.formula, inLayer: part.layer) else { return false }
      bench.replace(part.quantity, layer: part.layer, by: value)
      guard part.isCarried,
        let place = other.index(ofStopWriting: part.quantity, layer: part.layer),
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
