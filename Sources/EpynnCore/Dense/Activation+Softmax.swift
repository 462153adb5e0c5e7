/// Softmax of a row and its Jacobian there; the second argument is the temperature.
extension Activation.Rule {
  /// The largest z is taken off first: the shares stay the same and no exp overflows.
  static let softmaxRow: @Sendable (ArraySlice<Double>, Double) -> [Double] = {
    z, temperature in
    let largest = Reduction.max(z)
    let powers = z.map { CMath.exponential(($0 - largest) / temperature) }
    let total = Reduction.sum(powers)
    return powers.map { $0 / total }
  }

  /// 1 - a[i] is summed from the other shares, for near 1 the difference has no digits left.
  static let softmaxJacobian: @Sendable (ArraySlice<Double>, Double) -> Matrix = {
    z, temperature in
    let shares = softmaxRow(z, temperature)
    let count = shares.count
    var jacobian = Matrix(
      rows: count, columns: count, elements: [Double](repeating: 0, count: count * count))
    for i in 0..<count {
      var others = 0.0
      for j in 0..<count where j != i {
        others += shares[j]
        jacobian[i, j] = -shares[i] * shares[j] / temperature
      }
      jacobian[i, i] = shares[i] * others / temperature
    }
    return jacobian
  }
}
