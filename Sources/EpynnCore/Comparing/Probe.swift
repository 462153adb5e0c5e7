/// What the loss becomes when a tensor is moved: the forward pass run on from there.
struct Probe {
  /// The machine with all of its forward pass done.
  let machine: Machine
  let stops: Slice<Itinerary>
  /// The outcome of the numbers as they are.
  let base: Outcome
  /// How far the loss's guard against a division by 0 moves each cell of the last dA.
  let guardEffect: Matrix?

  /// - Throws: `Failure` where the forward pass cannot run, or the dA that was given does not fit.
  init(_ machine: Machine) throws(Failure) {
    guard machine.target != nil || machine.isDrivenByGiven else { throw Failure(.noLossToNudge) }
    if machine.isDrivenByGiven {
      do throws(Fault) {
        _ = try Scope(machine, layer: machine.layers.count).value(of: .given)
      } catch { throw Failure(error) }
    }
    let ran = try machine.ranAnew(to: .backward)
    stops = ran.stops.prefix(ran.position)
    self.machine = ran
    base = Outcome(of: ran)
    guardEffect = ran.guardEffect
  }

  func value(of quantity: Quantity, layer: Int) -> Matrix? {
    machine.value(of: quantity, layer: layer)?.matrix
  }

  /// Whether a sample's numbers reach no other sample's loss.
  ///
  /// So it is by the documentation's formulas; a mistake on the way forward may mix them.
  var samplesStayApart: Bool { machine.bug?.mistake.phase != .forward }

  /// The outcome with a tensor replaced.
  func outcome(
    replacing quantity: Quantity, layer: Int, by matrix: Matrix
  ) throws(Failure) -> Outcome {
    var moved = machine
    moved.replace(quantity, layer: layer, by: matrix)
    moved.position = firstReader(of: quantity, layer: layer)
    for _ in moved.position..<stops.count { try moved.step() }
    return Outcome(of: moved)
  }

  /// The index of the first stop that reads what is moved; the end where none does.
  func firstReader(of quantity: Quantity, layer: Int) -> Int {
    let moved: Dependency =
      quantity == .x && layer == 1 ? .source(.data) : .tensor(quantity, layer: layer)
    return machine.firstReader(of: moved, among: stops) ?? stops.endIndex
  }
}

extension Machine {
  /// Puts a tensor in place of another, whatever step writes it; X of layer 1 is the data too.
  mutating func replace(_ quantity: Quantity, layer: Int, by matrix: Matrix) {
    let value = Value(matrix, from: .you)
    if quantity == .x, layer == 1 { data = value }
    layers[layer - 1].tensors[quantity] = value
  }
}
