/// The activations and the loss that the tensors of a file tell by their own numbers.
package struct FoundRules: Sendable {
  /// One for each layer from the first on, as far as their A tell them.
  package private(set) var activations: [Choice<Activation.Rule>] = []
  package private(set) var loss: Choice<Loss>?

  /// What fits some tensors, or comes closest.
  package struct Choice<Rule: Sendable>: Sendable {
    /// Those that fit, in the order of their table; the first is taken.
    package let fitting: [Rule]
    /// What comes closest where none fits.
    package let closest: Rule
    /// What the closest agrees in.
    package let agreeing: Int
    package let cells: Int
    /// By what the numbers are those of the loss, where it is not 1.
    package var factor = 1.0

    package var taken: Rule { fitting.first ?? closest }
  }

  private let tensors: [OwnTensor]
  private let samplesInColumns: Bool

  /// - Parameter activations: those that were given, so that none is looked for.
  package init(
    in tensors: [OwnTensor], layers: Int, given: [Activation] = [], samplesInColumns: Bool
  ) {
    self.tensors = tensors
    self.samplesInColumns = samplesInColumns
    guard var input = matrix(.x, 1) else { return }
    for layer in 1...max(layers, 1) {
      let computed = linear(of: input, layer: layer)
      let own = tensor(.z, layer).map { laidOut($0, as: computed) }
      guard let z = own?.numbers.matrix ?? computed else { return }
      let output = tensor(.a, layer).map { laidOut($0, as: z) }
      if given.indices.contains(layer - 1) {
        let activation = given[layer - 1]
        if layer == layers { findLoss(behind: activation, z, output?.numbers.matrix, layer) }
        input = output?.numbers.matrix ?? activation(z)
        continue
      }
      let points = [z, computed].compactMap(\.self).filter { $0.shape == z.shape }
      let fits = output?.numbers.matrix.shape == z.shape
      let found =
        output.flatMap { fits ? activation(of: points, $0.numbers, layer) : nil }
        ?? activation(behindOutputOf: z, layer, isLast: layer == layers)
      activations.append(found)
      let a = fits ? output?.numbers.matrix : nil
      if layer == layers { findLoss(behind: Activation(found.taken), z, a, layer) }
      input = a ?? Activation(found.taken)(z)
    }
  }

  /// Where A is not there, or no A of that Z: what the next layer's Z was computed from, else what
  /// is usual in its place.
  private func activation(
    behindOutputOf z: Matrix, _ layer: Int, isLast: Bool
  ) -> Choice<Activation.Rule> {
    let next = tensor(.z, layer + 1)?.numbers
    let fitting = Activation.Rule.all.filter { rule in
      guard let next, let outcome = linear(of: Activation(rule)(z), layer: layer + 1) else {
        return false
      }
      return next.agree(with: outcome)
    }
    var usual = Activation.Rule.relu
    if isLast {
      let labels = matrix(.y, 1)?.elements ?? []
      let areShares = !labels.isEmpty && labels.allSatisfy { $0 == 0 || $0 == 1 }
      usual = !areShares ? .identity : z.columns > 1 ? .softmax : .sigmoid
    }
    return Choice(fitting: fitting, closest: usual, agreeing: 0, cells: 0)
  }

  private func activation(
    of points: [Matrix], _ output: OwnNumbers, _ layer: Int
  ) -> Choice<Activation.Rule> {
    let rules = Activation.Rule.all
    var fitting = rules.filter { rule in
      points.contains { output.agree(with: Activation(rule)($0)) }
    }
    // Where the outputs are the same the slopes may tell.
    if fitting.count > 1, let dA = matrix(.dA, layer), let dZ = tensor(.dZ, layer),
      dA.shape == points[0].shape
    {
      let telling = fitting.filter { rule in
        (try? Activation(rule).pullingBack(dA, at: points[0]))
          .map { laidOut(dZ, as: $0).numbers.agree(with: $0) } ?? false
      }
      if !telling.isEmpty { fitting = telling }
    }
    let (closest, agreeing) = Self.closest(of: rules, to: output) { Activation($0)(points[0]) }
    return Choice(
      fitting: fitting, closest: closest ?? .identity, agreeing: agreeing,
      cells: output.given.count)
  }

  /// The loss whose gradient the last dA is, or dZ where that is not in the file.
  private mutating func findLoss(
    behind activation: Activation, _ z: Matrix, _ output: Matrix?, _ layer: Int
  ) {
    let a = output ?? activation(z)
    guard let y = target(as: a), y.shape == a.shape else { return }
    let isError = tensor(.dA, layer) != nil
    guard let own = (tensor(.dA, layer) ?? tensor(.dZ, layer)).map({ laidOut($0, as: a) }),
      own.numbers.matrix.shape == a.shape
    else { return }
    func gradient(of loss: Loss, factor: Double) -> Matrix? {
      guard let dA = try? loss.gradient(target: y, output: a) else { return nil }
      let error = isError ? dA : try? activation.pullingBack(dA, at: z)
      return error.map { $0.map { $0 * factor } }
    }
    let m = Double(a.rows)
    // What courses divide or multiply by.
    for factor in [1, 1 / m, 2, 0.5, 1 / (2 * m), 2 / m, Double(a.columns), -1] {
      let fitting = Loss.all.filter { loss in
        gradient(of: loss, factor: factor).map { own.numbers.agree(with: $0) } ?? false
      }
      guard let first = fitting.first else { continue }
      loss = Choice(
        fitting: fitting, closest: first, agreeing: own.numbers.given.count,
        cells: own.numbers.given.count, factor: factor)
      return
    }
    let (closest, agreeing) = Self.closest(of: Loss.all, to: own.numbers) {
      gradient(of: $0, factor: 1)
    }
    guard let closest else { return }
    loss = Choice(
      fitting: [], closest: closest, agreeing: agreeing, cells: own.numbers.given.count)
  }

  /// Y, class numbers as one-hot rows.
  private func target(as output: Matrix) -> Matrix? {
    guard let own = tensor(.y, 1).map({ laidOut($0, as: output).numbers.matrix }) else {
      return nil
    }
    guard own.shape != output.shape, own.elements.count == output.rows else { return own }
    return (try? Matrix(classNumbers: own.elements, classes: output.columns)) ?? own
  }

  private static func closest<Rule>(
    of rules: [Rule], to own: OwnNumbers, _ outcome: (Rule) -> Matrix?
  ) -> (Rule?, agreeing: Int) {
    var best: (rule: Rule, agreeing: Int, distance: Double)?
    for rule in rules {
      guard let matrix = outcome(rule), matrix.shape == own.matrix.shape else { continue }
      let agreeing = own.given.count - own.differing(matrix).count
      let distance = own.given.reduce(0) { sum, place in
        let difference = abs(own.matrix.elements[place] - matrix.elements[place])
        return sum + (difference.isNaN ? .infinity : difference)
      }
      if best.map({ (agreeing, -distance) > ($0.agreeing, -$0.distance) }) ?? true {
        best = (rule, agreeing, distance)
      }
    }
    return (best?.rule, best?.agreeing ?? 0)
  }

  private func linear(of input: Matrix, layer: Int) -> Matrix? {
    guard var weights = matrix(.w, layer) else { return nil }
    if weights.rows != input.columns { weights = weights.transposed }
    guard weights.rows == input.columns,
      let product = try? ProductOperand(input).product(ProductOperand(weights), threads: 1)
    else { return nil }
    guard let bias = tensor(.b, layer) else { return product }
    let row = laidOut(bias, shape: Shape(1, weights.columns)).numbers.matrix
    guard row.shape == Shape(1, weights.columns) else { return nil }
    return try? product.combined(with: row, by: .plus)
  }

  private func tensor(_ quantity: Quantity, _ layer: Int) -> OwnTensor? {
    let found = tensors.first {
      $0.quantity == quantity && (quantity.belongsToNetwork || $0.layer == layer) && !$0.isUpdated
    }
    return samplesInColumns ? found?.withSamplesInRows : found
  }

  private func matrix(_ quantity: Quantity, _ layer: Int) -> Matrix? {
    tensor(quantity, layer)?.numbers.matrix
  }

  private func laidOut(_ tensor: OwnTensor, as matrix: Matrix?) -> OwnTensor {
    matrix.map { laidOut(tensor, shape: $0.shape) } ?? tensor
  }

  private func laidOut(_ tensor: OwnTensor, shape: Shape) -> OwnTensor {
    tensor.completed(to: shape).laidOut(to: shape).0
  }
}
