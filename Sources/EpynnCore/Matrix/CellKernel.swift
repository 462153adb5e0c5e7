internal import CKernels

/// A function of a cell, alone or with a second one at the same place: the same bits for one cell and
/// for many.
///
/// Those of the kernels run as wide as the processor; a closure, which a formula may be made into,
/// runs cell by cell.
struct CellKernel: Sendable {
  let body: @Sendable (Double, Double) -> Double
  /// A plain number, for who is not shown the kernels' own type would lay this out without it.
  private let number: UInt32?

  /// Under which the kernels know it; `nil` for a closure.
  var code: ck_function? { number.map { ck_function(rawValue: $0) } }

  init(_ body: @escaping @Sendable (Double, Double) -> Double) {
    self.body = body
    number = nil
  }

  init(_ function: ck_function) {
    number = function.rawValue
    body = { ck_value(function, $0, $1) }
  }

  @inline(__always)
  func callAsFunction(_ x: Double, _ p: Double = 0) -> Double { body(x, p) }

  /// Runs over `count` cells; the second one stands still where its step is 0.
  ///
  /// Each pointer must hold so many; the result may lie where the first operand does.
  @inline(__always)
  func run(
    _ x: UnsafePointer<Double>, _ p: UnsafePointer<Double>, step: Int,
    into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    if let code {
      ck_map(code, x, p, step, result, count)
    } else {
      for index in 0..<count { result[index] = body(x[index], p[index &* step]) }
    }
  }
}

extension Matrix {
  /// The function of each cell with a parameter.
  func map(_ kernel: CellKernel, _ parameter: Double = 0) -> Matrix {
    let count = elements.count
    let cells = [Double](unsafeUninitializedCapacity: count) { result, filled in
      elements.withUnsafeBufferPointer { x in
        withUnsafePointer(to: parameter) { p in
          guard let x = x.baseAddress, let start = result.baseAddress else { return }
          kernel.run(x, p, step: 0, into: start, count: count)
        }
      }
      filled = count
    }
    return Matrix(rows: rows, columns: columns, elements: cells)
  }

  /// The function of each pair of cells; a size of 1 is stretched to the other's.
  ///
  /// - Throws: `Fault.tooLarge`; the caller has checked that the shapes stretch to each other.
  func combined(with other: Matrix, _ kernel: CellKernel) throws(Fault) -> Matrix {
    guard shape == other.shape else { return try combined(with: other, kernel.body) }
    let count = elements.count
    let cells = [Double](unsafeUninitializedCapacity: count) { result, filled in
      elements.withUnsafeBufferPointer { x in
        other.elements.withUnsafeBufferPointer { y in
          guard let x = x.baseAddress, let y = y.baseAddress, let start = result.baseAddress
          else { return }
          kernel.run(x, y, step: 1, into: start, count: count)
        }
      }
      filled = count
    }
    return Matrix(rows: rows, columns: columns, elements: cells)
  }
}
