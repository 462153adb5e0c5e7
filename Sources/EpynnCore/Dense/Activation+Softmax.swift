internal import CKernels

/// Softmax of a row and its Jacobian there; the second argument is the temperature.
extension Activation.Rule {
  /// The largest z is taken off first: the shares stay the same and no exp overflows.
  static let softmaxRow: @Sendable (ArraySlice<Double>, Double) -> [Double] = {
    z, temperature in
    let row = Array(z)
    return [Double](unsafeUninitializedCapacity: row.count) { shares, filled in
      row.withUnsafeBufferPointer { z in
        ck_softmax(z.baseAddress, z.count, temperature, shares.baseAddress)
      }
      filled = row.count
    }
  }

  /// 1 - a[i] is summed from the other shares, for near 1 the difference has no digits left.
  static let softmaxJacobian: @Sendable (ArraySlice<Double>, Double) -> Matrix = {
    z, temperature in
    let shares = softmaxRow(z, temperature)
    let count = shares.count
    let cells = [Double](unsafeUninitializedCapacity: count * count) { cells, filled in
      shares.withUnsafeBufferPointer { shares in
        ck_softmax_jacobian(shares.baseAddress, count, temperature, cells.baseAddress)
      }
      filled = count * count
    }
    return Matrix(rows: count, columns: count, elements: cells)
  }
}
