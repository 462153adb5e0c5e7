import EpynnCore

/// The layer that a page of `why` speaks of, as far as it may be seen, and its words for numbers.
struct WhyLayer {
  let seen: SeenMachine
  /// Counted from 1.
  let number: Int
  let look: Look

  var machine: Machine { seen.machine }
  var count: Int { machine.layers.count }
  var dense: Dense? {
    machine.layers.indices.contains(number - 1) ? machine.layers[number - 1].dense : nil
  }

  /// Another layer of the same network.
  func layer(_ number: Int) -> WhyLayer { WhyLayer(seen: seen, number: number, look: look) }

  /// `W2`, in a network of one layer `W`.
  func name(_ quantity: Quantity) -> String { quantity.text(inLayer: number, of: count) }

  func matrix(_ quantity: Quantity) -> Matrix? {
    machine.value(of: quantity, layer: number)?.matrix
  }

  /// `dW (3, 2)`, without a value `dW (n, u)`.
  func shaped(_ quantity: Quantity) -> String {
    "\(name(quantity)) "
      + (matrix(quantity).map { "\($0.shape)" } ?? quantity.letters.line(summed: nil).text)
  }

  func text(_ number: Double) -> String { number.text(look.precision) }

  /// The cell of a tensor that cards work out.
  func cell(_ quantity: Quantity) -> String {
    let shape = matrix(quantity)?.shape
    return "\(name(quantity))\(shape.map(CardEquation.shownCell) ?? Cell(0, 0))"
  }

  /// `dW[0,1] = -9`; nothing where there is no value.
  func cellAndNumber(_ quantity: Quantity) -> (cell: String, number: Double)? {
    guard let matrix = matrix(quantity), !matrix.elements.isEmpty else { return nil }
    return (cell(quantity), matrix[CardEquation.shownCell(of: matrix.shape)])
  }

  private func stop(_ quantity: Quantity) -> Stop? {
    Dense.step(writing: quantity).map {
      Stop($0, layer: quantity.belongsToNetwork ? 0 : number, of: count)
    }
  }

  private func formula(_ quantity: Quantity) -> Assignment? {
    stop(quantity).flatMap { machine.formulas(of: $0).first }
  }

  /// A step's equation as it stands, by the conventions that are set; nothing where it is passed
  /// over.
  func equation(_ quantity: Quantity) -> [Fact] {
    formula(quantity).map {
      [.line(Line(look.matrices.equation(of: $0)), indent: 2)]
    } ?? []
  }

  /// Why a step has its form.
  func reason(_ quantity: Quantity) -> [Fact] {
    Dense.step(writing: quantity).map { [said($0.reason)] } ?? []
  }

  func said(_ sentence: String) -> Fact { .sentence(sentence, indent: 2, hanging: 0) }

  /// A cell of what a step wrote with its numbers, or which step would give them.
  func worked(_ quantity: Quantity) -> [Fact] {
    guard let written = matrix(quantity), let formula = formula(quantity),
      !written.elements.isEmpty
    else { return missing(quantity) }
    let cell = WorkedCell(
      look: look, seen: seen, layer: number, assignment: formula, written: written)
    return (try? cell.sum()).flatMap { $0 }.map { [.worked($0)] } ?? []
  }

  /// Which step gives a number that is not there yet.
  func missing(_ quantity: Quantity) -> [Fact] {
    guard count > 0 else { return [said("no layer yet: 'dense 2 relu' makes one")] }
    guard machine.data != nil || number > 1 && quantity != .w else {
      return [said("no data yet: 'X = …' sets them")]
    }
    guard let stop = stop(quantity) else { return [said("\(name(quantity)) is not set yet")] }
    if case .noBias? = machine.passedOver(stop) {
      return [said("this layer has no bias, and no \(name(quantity))")]
    }
    return [
      said("no number yet: \(stop.label) gives \(name(quantity)); 'goto \(stop.name)', then 'step'")
    ]
  }

  func covered(_ quantity: Quantity) -> Fact {
    said("\(name(quantity)) is covered; 'reveal' shows it")
  }

  /// η as it is set for this layer.
  var ownRate: Double { machine.learning(ofLayer: number).rate }

  /// The line that sets the rate which moves this layer.
  func rateLine(_ rate: String) -> String {
    let isOwn = machine.layers.place(counting: number).map { machine.layers[$0].learning != nil }
    return "rate \(rate)\(isOwn == true ? " layer \(number)" : "")"
  }

  /// Sentences about numbers of a tensor; where there are none, which step gives them, and of what
  /// is covered nothing.
  func about(_ quantity: Quantity, _ sentences: (Matrix) -> [String]) -> [Fact] {
    guard let matrix = matrix(quantity), !matrix.elements.isEmpty else { return missing(quantity) }
    guard !matrix.isVeiled else { return [covered(quantity)] }
    return sentences(matrix).map(said)
  }
}
