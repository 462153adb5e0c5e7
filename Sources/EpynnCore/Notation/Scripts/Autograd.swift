/// The slopes that PyTorch's autograd computes, where they lose digits that the documentation's keep:
/// of an output that is 0 or 1 to the last digits, 1 - A has none.
package enum Autograd {
  /// The least part of a gradient that a script could tell apart, by the gradient's size.
  private static let leastDifference = 1e-13

  /// The slope at a number and its activation; `nil` where it is the documentation's.
  package static func slope(of activation: Activation) -> (@Sendable (Double, Double) -> Double)? {
    guard !activation.rule.isOwn else { return nil }
    return switch activation.name {
    case "sigmoid": { _, a in a * (1 - a) }
    case "tanh": { _, a in 1 - a * a }
    case "silu":
      { z, _ in
        let share = 1 / (1 + CMath.exponential(-z))
        return share * (1 + z * (1 - share))
      }
    case "softplus":
      { z, _ in
        let power = CMath.exponential(min(z, 40))
        return power / (power + 1)
      }
    default: nil
    }
  }

  /// The slope of a loss's term, of `y` and `a`; `nil` where it is the documentation's.
  static func slope(of loss: Loss) -> (@Sendable (Double, Double) -> Double)? {
    switch loss.name {
    case Loss.bce.name, Loss.bceSum.name:
      { y, a in (1 - y) / (1 - a + Loss.guardTerm) - y / (a + Loss.guardTerm) }
    case Loss.mae.name: { y, a in a == y ? 0 : a > y ? 1 : -1 }
    default: nil
    }
  }

  /// Whether the gradients of a layer would have other digits in PyTorch, once the machine has them.
  package static func losesDigits(inLayer layer: Int, of machine: Machine) -> Bool {
    guard
      let activation = machine.layers.place(counting: layer).map({ place in
        machine.layers[place].dense.activation
      }),
      let x = machine.value(of: .x, layer: layer)?.matrix,
      let z = machine.value(of: .z, layer: layer)?.matrix,
      let a = machine.value(of: .a, layer: layer)?.matrix,
      let dW = machine.value(of: .dW, layer: layer)?.matrix,
      let (dA, found) = errors(inLayer: layer, output: a, of: machine)
    else { return false }
    let slopes = slopes(of: activation, at: z, output: a)
    let differences = z.elements.indices.map { index -> Double in
      let slope = slopes.elements[index]
      let foundSlope = Self.slope(of: activation)?(z.elements[index], a.elements[index]) ?? slope
      return abs(dA.elements[index] * slope - found.elements[index] * foundSlope)
    }
    return isSeen(differences, at: x, in: dW)
  }

  /// The slope of each cell, of a softmax that of a share to its own z.
  private static func slopes(of activation: Activation, at z: Matrix, output a: Matrix) -> Matrix {
    activation.slope(at: z) ?? a.map { $0 * (1 - $0) / activation.temperature }
  }

  /// Whether errors in dZ are seen in the gradients that are made of it.
  private static func isSeen(_ errors: [Double], at x: Matrix, in dW: Matrix) -> Bool {
    let size = dW.elements.reduce(1) { max($0, $1.isFinite ? abs($1) : $0) }
    return (0..<dW.columns).contains { unit in
      // db has each sample once, dW each feature of it.
      (0...x.columns).contains { feature in
        let error = (0..<x.rows).reduce(0.0) { sum, sample in
          let weight = feature < x.columns ? abs(x[sample, feature]) : 1
          return sum + (weight == 0 ? 0 : weight * errors[sample * dW.columns + unit])
        }
        return !(error <= leastDifference * size)
      }
    }
  }

  /// Whether the last digit of an output, in which two libraries may differ, is seen in the loss or
  /// in the gradients of the last layer: then each is compared from the same output.
  package static func magnifiesLastDigit(of machine: Machine) -> Bool {
    let layer = machine.layers.count
    guard !machine.isDrivenByGiven, let place = machine.layers.place(counting: layer),
      let a = machine.value(of: .a, layer: layer)?.matrix,
      let y = machine.value(of: .y, layer: layer)?.matrix,
      let z = machine.value(of: .z, layer: layer)?.matrix,
      let x = machine.value(of: .x, layer: layer)?.matrix,
      let dW = machine.value(of: .dW, layer: layer)?.matrix,
      let loss = try? machine.loss(target: y, output: a),
      let dA = try? machine.loss.gradient(target: y, output: a)
    else { return false }
    let slopes = slopes(of: machine.layers[place].dense.activation, at: z, output: a)
    let size = loss.elements.reduce(1) { max($0, $1.isFinite ? abs($1) : $0) }
    return [a.map { $0.nextUp.nextUp }, a.map { $0.nextDown.nextDown }].contains { beside in
      guard let otherLoss = try? machine.loss(target: y, output: beside),
        let other = try? machine.loss.gradient(target: y, output: beside)
      else { return false }
      let errors = dA.elements.indices.map {
        abs((other.elements[$0] - dA.elements[$0]) * slopes.elements[$0])
      }
      return zip(loss.elements, otherLoss.elements).contains {
        !(abs($0 - $1) <= leastDifference * size)
      } || isSeen(errors, at: x, in: dW)
    }
  }

  /// dA by the documentation and by autograd.
  private static func errors(
    inLayer layer: Int, output a: Matrix, of machine: Machine
  ) -> (Matrix, Matrix)? {
    guard layer == machine.layers.count, !machine.isDrivenByGiven else {
      return machine.value(of: .dA, layer: layer).map { ($0.matrix, $0.matrix) }
    }
    guard let y = machine.value(of: .y, layer: layer)?.matrix,
      let dA = try? machine.loss.gradient(target: y, output: a)
    else { return nil }
    guard let slope = slope(of: machine.loss) else { return (dA, dA) }
    let divisor = machine.loss.isMeanOverOutputs ? Double(a.columns) : 1
    let found = zip(y.elements, a.elements).map { slope($0, $1) / divisor }
    return (dA, Matrix(rows: a.rows, columns: a.columns, elements: found))
  }
}
