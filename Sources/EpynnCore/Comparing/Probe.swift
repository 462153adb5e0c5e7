/// What the loss becomes when a tensor is moved: the forward pass run on from there.
struct Probe {
  /// The machine with all of its forward pass done.
  private let machine: Machine
  private let stops: [Stop]
  /// On which side of each bend the numbers lie as they are.
  let sides: [Int8]

  /// - Throws: `Failure` where the forward pass cannot run.
  init(_ machine: Machine) throws(Failure) {
    guard machine.target != nil || machine.isDrivenByGiven else { throw Failure(.noLossToNudge) }
    let ran = try machine.ranAnew(to: .backward)
    stops = Array(ran.stops.prefix(ran.position))
    self.machine = ran
    sides = Self.sides(of: ran)
  }

  func value(of quantity: Quantity, layer: Int) -> Matrix? {
    quantity == .x && layer == 1
      ? machine.data?.matrix : machine.value(of: quantity, layer: layer)?.matrix
  }

  /// The summed loss with a tensor replaced, and on which side of each bend the numbers lie.
  func outcome(
    replacing quantity: Quantity, layer: Int, by matrix: Matrix
  ) throws(Failure) -> Outcome {
    var moved = machine
    let start: Int
    switch quantity {
    case .x where layer == 1:
      moved.data = Value(matrix, from: .you)
      start = index(of: .x, layer: 1)
    case .w, .b:
      moved.layers[layer - 1].tensors[quantity] = Value(matrix, from: .you)
      start = index(of: .z, layer: layer)
    default:
      moved.layers[layer - 1].tensors[quantity] = Value(matrix, from: .you)
      start = index(of: quantity, layer: layer) + 1
    }
    moved.position = start
    for _ in start..<stops.count { try moved.step() }
    return Outcome(loss: Self.loss(of: moved), sides: Self.sides(of: moved))
  }

  struct Outcome {
    let loss: Double
    let sides: [Int8]
  }

  private func index(of quantity: Quantity, layer: Int) -> Int {
    stops.firstIndex { $0.step.writes == [quantity] && $0.layer == layer } ?? 0
  }

  /// The loss over the samples; where a dA was given, what has that dA as its gradient.
  private static func loss(of machine: Machine) -> Double {
    guard machine.isDrivenByGiven, let given = machine.given?.matrix,
      let output = machine.value(of: .a, layer: machine.layers.count)?.matrix
    else { return machine.totalLoss ?? .nan }
    return zip(given.elements, output.elements).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// On which side of each bend the numbers lie: of those of an activation Z, of a loss's A − Y.
  private static func sides(of machine: Machine) -> [Int8] {
    var sides: [Int8] = []
    func add(_ number: Double, beside bend: Double) {
      sides.append(number > bend ? 1 : number < bend ? -1 : 0)
    }
    for (index, layer) in machine.layers.enumerated() {
      let bends = layer.dense.activation.rule.bends
      guard !bends.isEmpty, let z = machine.value(of: .z, layer: index + 1)?.matrix else {
        continue
      }
      for number in z.elements {
        for bend in bends { add(number, beside: bend) }
      }
    }
    if machine.loss.bendsAtTarget, !machine.isDrivenByGiven, let y = machine.target?.matrix,
      let a = machine.value(of: .a, layer: machine.layers.count)?.matrix
    {
      for (a, y) in zip(a.elements, y.elements) { add(a, beside: y) }
    }
    return sides
  }
}
