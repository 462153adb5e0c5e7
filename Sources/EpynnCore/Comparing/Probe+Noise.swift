extension Probe {
  /// How far rounding alone moves the loss of each sample, where a tensor is set exactly.
  ///
  /// What is computed from there on is shaken by a unit of the last digit, as each of its roundings
  /// might have done, and the loss watched: near a log of 0 that is far more than the loss's own
  /// last digit. Infinite where the loss is lost altogether.
  ///
  /// - Parameter matrix: what it is set to; `nil` leaves it as it is.
  func noise(
    moving quantity: Quantity, layer: Int, to matrix: Matrix? = nil, shakings: Int = 4
  ) throws(Failure) -> [Double] {
    var start = machine
    var losses = base.losses
    if let matrix {
      start.replace(quantity, layer: layer, by: matrix)
      losses = try outcome(replacing: quantity, layer: layer, by: matrix).losses
    }
    start.position = firstReader(of: quantity, layer: layer)
    var noise = [Double](repeating: 0, count: losses.count)
    for pass in 0..<shakings {
      var tremor = Tremor(pass)
      var shaken = start
      shakeOperands(of: quantity, layer: layer, in: &shaken, by: &tremor)
      while shaken.position < stops.count {
        let stop = stops[shaken.position]
        if stop.step.writes == [.z], stop.layer != layer || !quantity.isOperandOfZ {
          shaken.shake([.w, .b], layer: stop.layer, by: &tremor)
        }
        try shaken.step()
        if stop.step.writes == [.z] || stop.step.writes == [.a] {
          shaken.shake(stop.step.writes, layer: stop.layer, by: &tremor)
        }
      }
      for (sample, loss) in Outcome(of: shaken).losses.enumerated() {
        let distance = abs(loss - losses[sample])
        noise[sample] = max(noise[sample], distance.isNaN ? .infinity : distance)
      }
    }
    let units = machine.layers.last.map { Double($0.dense.units) } ?? 1
    // Of a number near 1 a logarithm has no digit beyond the number's own.
    let ofLogarithms = machine.loss.outputs == .any ? 0 : units * 0x1p-53
    return zip(noise, losses).map { $0 + 2 * $1.ulp + ofLogarithms }
  }

  /// What is read beside a tensor that is moved, and sums up its products with it.
  private func shakeOperands(
    of quantity: Quantity, layer: Int, in shaken: inout Machine, by tremor: inout Tremor
  ) {
    if quantity.isOperandOfZ {
      shaken.shake(Quantity.operandsOfZ, layer: layer, by: &tremor)
    } else if quantity == .z, !shaken.layers[layer - 1].dense.activation.isElementwise {
      shaken.shake([.z], layer: layer, by: &tremor)
    }
  }
}

extension Quantity {
  /// What is read where Z is computed.
  static let operandsOfZ = Dense.step(writing: .z)?.assignments[0].expression.quantities ?? []

  var isOperandOfZ: Bool { Self.operandsOfZ.contains(self) }
}

extension Machine {
  fileprivate mutating func shake(_ quantities: [Quantity], layer: Int, by tremor: inout Tremor) {
    for quantity in quantities {
      guard var matrix = value(of: quantity, layer: layer)?.matrix else { continue }
      tremor.shake(&matrix)
      replace(quantity, layer: layer, by: matrix)
    }
  }
}

/// Moves numbers by a unit of their last digit, up or down at random.
private struct Tremor {
  private var generator: RandomGenerator

  init(_ pass: Int) {
    generator = RandomGenerator(seed: UInt64(pass))
  }

  mutating func shake(_ matrix: inout Matrix) {
    var word: UInt64 = 0
    for index in matrix.elements.indices {
      if index % 64 == 0 { word = generator.nextWord() }
      let number = matrix.elements[index]
      // 0 is computed without rounding: a product with 0, a unit that is off.
      if number != 0 { matrix.elements[index] = word & 1 == 0 ? number.nextUp : number.nextDown }
      word >>= 1
    }
  }
}
