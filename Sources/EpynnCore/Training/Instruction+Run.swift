extension Instruction {
  /// The memory of an iteration.
  typealias Memory = UnsafeMutablePointer<Double>

  /// Whether all it reads and writes lies in a memory of so many numbers, and what a product writes
  /// apart from what it reads.
  func isSound(inMemoryOf count: Int) -> Bool {
    guard [a, b, c].allSatisfy({ $0.offset >= 0 && $0.end <= count }) else { return false }
    switch operation {
    case .product, .productRightTransposed, .productLeftTransposed:
      return !c.overlaps(a) && !c.overlaps(b)
    case .plus, .minus, .times, .divide, .map, .timesSlope, .rows, .pullBack, .sumRows, .loss,
      .lossSlope, .clip, .copy:
      return true
    }
  }
}

/// Running an instruction where it lies: to pass it on would be to copy it, which takes as long as
/// what it does with a few cells. For the same reason each operation is a function of its own.
///
/// `isSound` has been checked, so no index below is.
extension UnsafePointer<Instruction> {
  private static var chunk: Int { 256 }

  @inline(__always)
  func run(
    in memory: Instruction.Memory, calling functions: [CellKernel],
    _ activations: [Activation]
  ) {
    switch pointee.operation {
    case .product: multiply(in: memory)
    case .productRightTransposed: multiplyRightTransposed(in: memory)
    case .productLeftTransposed: multiplyLeftTransposed(in: memory)
    case .plus: add(in: memory)
    case .minus: subtract(in: memory)
    case .times: multiplyCells(in: memory)
    case .divide: divide(in: memory)
    case .map(let function, let parameter):
      map(functions[function], parameter, in: memory)
    case .timesSlope(let slope, let parameter):
      multiplySlope(functions[slope], parameter, in: memory)
    case .rows(let activation): activate(activations[activation], in: memory)
    case .pullBack(let activation): pullBack(activations[activation], in: memory)
    case .sumRows: sumRows(in: memory)
    case .loss(let term, let divisor): lose(functions[term], divisor, in: memory)
    case .lossSlope(let slope, let divisor): slopeLoss(functions[slope], divisor, in: memory)
    case .clip(let norm): clip(to: norm, in: memory)
    case .copy: copy(in: memory)
    }
  }

  @inline(never)
  private func multiply(in memory: Instruction.Memory) {
    let (a, b, c) = (pointee.a, pointee.b, pointee.c)
    ProductKernel.multiplyChecked(a.view(in: memory), b.view(in: memory), into: memory + c.offset)
  }

  @inline(never)
  private func multiplyRightTransposed(in memory: Instruction.Memory) {
    let (a, b, c) = (pointee.a, pointee.b, pointee.c)
    ProductKernel.multiplyChecked(
      a.view(in: memory), b.view(in: memory).transposed, into: memory + c.offset)
  }

  @inline(never)
  private func multiplyLeftTransposed(in memory: Instruction.Memory) {
    let (a, b, c) = (pointee.a, pointee.b, pointee.c)
    ProductKernel.multiplyChecked(
      a.view(in: memory).transposed, b.view(in: memory), into: memory + c.offset)
  }

  @inline(never)
  private func add(in memory: Instruction.Memory) { combine(in: memory) { $0 + $1 } }

  @inline(never)
  private func subtract(in memory: Instruction.Memory) { combine(in: memory) { $0 - $1 } }

  @inline(never)
  private func multiplyCells(in memory: Instruction.Memory) { combine(in: memory) { $0 * $1 } }

  @inline(never)
  private func divide(in memory: Instruction.Memory) { combine(in: memory) { $0 / $1 } }

  @inline(__always)
  private func combine(in memory: Instruction.Memory, _ body: (Double, Double) -> Double) {
    let (a, b, c) = (pointee.a, pointee.b, pointee.c)
    var (left, right, result) = (memory + a.offset, memory + b.offset, memory + c.offset)
    let isLeftWhole = a.count == c.count
    let isRightWhole = b.count == c.count
    if isLeftWhole && isRightWhole {
      for index in 0..<c.count { result[index] = body(left[index], right[index]) }
    } else if isRightWhole && a.count == 1 {
      let number = left[0]
      for index in 0..<c.count { result[index] = body(number, right[index]) }
    } else {
      // A size of 1 is stretched: its one cell or row is read again and again.
      let (leftStep, rightStep) = (a.columns == 1 ? 0 : 1, b.columns == 1 ? 0 : 1)
      for _ in 0..<c.rows {
        for column in 0..<c.columns {
          result[column] = body(left[column &* leftStep], right[column &* rightStep])
        }
        left += a.rows == 1 ? 0 : a.columns
        right += b.rows == 1 ? 0 : b.columns
        result += c.columns
      }
    }
  }

  @inline(never)
  private func map(
    _ function: CellKernel, _ parameter: Double, in memory: Instruction.Memory
  ) {
    let (a, c) = (memory + pointee.a.offset, memory + pointee.c.offset)
    withUnsafePointer(to: parameter) {
      function.run(a, $0, step: 0, into: c, count: pointee.c.count)
    }
  }

  @inline(never)
  private func multiplySlope(
    _ slope: CellKernel, _ parameter: Double, in memory: Instruction.Memory
  ) {
    let (a, z, c) = (
      memory + pointee.a.offset, memory + pointee.b.offset, memory + pointee.c.offset
    )
    // The slopes first, of a few cells at a time: c may be where a or z is.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.chunk) { slopes in
      guard let cells = slopes.baseAddress else { return }
      withUnsafePointer(to: parameter) { parameter in
        for start in stride(from: 0, to: pointee.c.count, by: Self.chunk) {
          let count = Swift.min(Self.chunk, pointee.c.count &- start)
          slope.run(z + start, parameter, step: 0, into: cells, count: count)
          for index in 0..<count { c[start &+ index] = a[start &+ index] * cells[index] }
        }
      }
    }
  }

  @inline(never)
  private func slopeLoss(
    _ slope: CellKernel, _ divisor: Double, in memory: Instruction.Memory
  ) {
    let (y, a, c) = (
      memory + pointee.a.offset, memory + pointee.b.offset, memory + pointee.c.offset
    )
    let count = pointee.c.count
    guard c != y, c != a else {
      for index in 0..<count { c[index] = slope(y[index], a[index]) / divisor }
      return
    }
    slope.run(y, a, step: 1, into: c, count: count)
    if divisor != 1 { for index in 0..<count { c[index] /= divisor } }
  }

  @inline(never)
  private func lose(
    _ term: CellKernel, _ divisor: Double, in memory: Instruction.Memory
  ) {
    var (y, a) = (memory + pointee.a.offset, memory + pointee.b.offset)
    let c = memory + pointee.c.offset
    let width = pointee.b.columns
    if width == 1 {
      term.run(y, a, step: 1, into: c, count: pointee.b.rows)
      // From 0 on, as sums are, and a -0 becomes one.
      for row in 0..<pointee.b.rows { c[row] = (0 + c[row]) / divisor }
      return
    }
    for row in 0..<pointee.b.rows {
      var sum = 0.0
      for column in 0..<width { sum += term(y[column], a[column]) }
      c[row] = sum / divisor
      y += width
      a += width
    }
  }

  /// Down each column in the order of the rows, from 0 on.
  @inline(never)
  private func sumRows(in memory: Instruction.Memory) {
    let (rows, columns) = (pointee.a.rows, pointee.a.columns)
    var a = memory + pointee.a.offset
    let c = memory + pointee.c.offset
    // A few sums stay in registers; many are faster row by row, as the cells lie.
    if columns < 8 {
      for column in 0..<columns {
        var sum = 0.0
        for row in 0..<rows { sum += a[row &* columns &+ column] }
        c[column] = sum
      }
      return
    }
    for column in 0..<columns { c[column] = 0 }
    for _ in 0..<rows {
      for column in 0..<columns { c[column] += a[column] }
      a += columns
    }
  }

  @inline(never)
  private func activate(_ activation: Activation, in memory: Instruction.Memory) {
    put(activation(pointee.a.matrix(in: memory)), in: memory)
  }

  @inline(never)
  private func pullBack(_ activation: Activation, in memory: Instruction.Memory) {
    // The shapes are equal and the Jacobian no larger than what ran before: nothing can fail.
    if let pulled = try? activation.pullingBack(
      pointee.a.matrix(in: memory), at: pointee.b.matrix(in: memory))
    {
      put(pulled, in: memory)
    }
  }

  @inline(never)
  private func clip(to norm: Double, in memory: Instruction.Memory) {
    memory[pointee.c.offset] = Machine.clipping(
      to: norm, pointee.a.cells(in: memory), pointee.b.cells(in: memory))
  }

  @inline(never)
  private func copy(in memory: Instruction.Memory) {
    (memory + pointee.c.offset).update(from: memory + pointee.a.offset, count: pointee.c.count)
  }

  private func put(_ matrix: Matrix, in memory: Instruction.Memory) {
    let c = memory + pointee.c.offset
    for (index, number) in matrix.elements.enumerated() { c[index] = number }
  }
}

extension Region {
  fileprivate func cells(in memory: Instruction.Memory) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: memory + offset, count: count)
  }

  @inline(__always)
  fileprivate func view(in memory: Instruction.Memory) -> MatrixView {
    MatrixView(
      rows: rows, columns: columns, cells: memory + offset, rowStep: columns, columnStep: 1)
  }

  fileprivate func matrix(in memory: Instruction.Memory) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: Array(cells(in: memory)))
  }
}
