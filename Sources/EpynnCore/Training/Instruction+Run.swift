extension Instruction {
  /// Whether all it reads and writes lies in a memory of so many numbers.
  func isInside(count: Int) -> Bool {
    places.allSatisfy { $0.offset >= 0 && $0.end <= count }
  }

  private var places: [Place] {
    switch self {
    case .product(_, let a, let b, let c), .combine(_, let a, let b, let c),
      .timesSlope(let a, _, _, let b, let c), .pullBack(let a, _, let b, let c),
      .loss(_, let a, let b, let c), .lossSlope(_, let a, let b, let c),
      .clip(_, let a, let b, let c):
      [a, b, c]
    case .map(_, _, let a, let c), .rows(_, let a, let c), .sumRows(let a, let c),
      .copy(let a, let c):
      [a, c]
    }
  }

  /// Does it; `isInside` has been checked, so no index below is.
  func run(in memory: UnsafeMutableBufferPointer<Double>) {
    switch self {
    case .product(let form, let a, let b, let c):
      Self.multiply(form, a, b, into: c, in: memory)
    case .combine(let operation, let a, let b, let c):
      Self.combine(operation, a, b, into: c, in: memory)
    case .map(let parameter, let function, let a, let c):
      for index in 0..<c.count {
        memory[c.offset &+ index] = function(memory[a.offset &+ index], parameter)
      }
    case .timesSlope(let a, let parameter, let slope, let z, let c):
      for index in 0..<c.count {
        memory[c.offset &+ index] =
          memory[a.offset &+ index] * slope(memory[z.offset &+ index], parameter)
      }
    case .rows(let activation, let a, let c):
      put(activation(matrix(a, in: memory)), at: c, in: memory)
    case .pullBack(let a, let activation, let z, let c):
      // The shapes are equal and the Jacobian no larger than what ran before: nothing can fail.
      if let pulled = try? activation.pullingBack(matrix(a, in: memory), at: matrix(z, in: memory))
      {
        put(pulled, at: c, in: memory)
      }
    case .sumRows(let a, let c):
      Self.sumRows(a, into: c, in: memory)
    case .loss(let loss, let y, let a, let c):
      Self.lose(loss, y, a, into: c, in: memory)
    case .lossSlope(let loss, let y, let a, let c):
      let divisor = loss.isMeanOverOutputs ? Double(a.columns) : 1
      for index in 0..<c.count {
        memory[c.offset &+ index] =
          loss.slope(memory[y.offset &+ index], memory[a.offset &+ index]) / divisor
      }
    case .clip(let clip, let dW, let db, let c):
      memory[c.offset] = Machine.clipping(
        to: clip, memory[dW.offset..<dW.end], memory[db.offset..<db.end])
    case .copy(let a, let c):
      for index in 0..<c.count { memory[c.offset &+ index] = memory[a.offset &+ index] }
    }
  }

  private static func multiply(
    _ form: ProductForm, _ a: Place, _ b: Place, into c: Place,
    in memory: UnsafeMutableBufferPointer<Double>
  ) {
    let left = view(a, in: memory)
    let right = view(b, in: memory)
    ProductKernel.multiply(
      form == .leftTransposed ? left.transposed : left,
      form == .rightTransposed ? right.transposed : right,
      into: UnsafeMutableBufferPointer(rebasing: memory[c.offset..<c.end]))
  }

  private static func view(
    _ place: Place, in memory: UnsafeMutableBufferPointer<Double>
  ) -> MatrixView {
    MatrixView(
      UnsafeBufferPointer(rebasing: memory[place.offset..<place.end]), rows: place.rows,
      columns: place.columns)
  }

  private static func combine(
    _ operation: BinaryOperator, _ a: Place, _ b: Place, into c: Place,
    in memory: UnsafeMutableBufferPointer<Double>
  ) {
    let (left, right) = (a.strides(), b.strides())
    func loop(_ body: (Double, Double) -> Double) {
      for row in 0..<c.rows {
        for column in 0..<c.columns {
          memory[c.offset &+ row &* c.columns &+ column] = body(
            memory[a.offset &+ row &* left.row &+ column &* left.column],
            memory[b.offset &+ row &* right.row &+ column &* right.column])
        }
      }
    }
    switch operation {
    case .plus: loop(+)
    case .minus: loop(-)
    case .times: loop(*)
    default: loop(/)
    }
  }

  /// Down each column in the order of the rows, from 0 on.
  private static func sumRows(
    _ a: Place, into c: Place, in memory: UnsafeMutableBufferPointer<Double>
  ) {
    for column in 0..<c.columns { memory[c.offset &+ column] = 0 }
    for row in 0..<a.rows {
      for column in 0..<a.columns {
        memory[c.offset &+ column] += memory[a.offset &+ row &* a.columns &+ column]
      }
    }
  }

  private static func lose(
    _ loss: Loss, _ y: Place, _ a: Place, into c: Place,
    in memory: UnsafeMutableBufferPointer<Double>
  ) {
    let width = a.columns
    for row in 0..<a.rows {
      var sum = 0.0
      for column in 0..<width {
        let index = row &* width &+ column
        sum += loss.term(memory[y.offset &+ index], memory[a.offset &+ index])
      }
      memory[c.offset &+ row] = loss.isMeanOverOutputs ? sum / Double(width) : sum
    }
  }

  private func matrix(_ place: Place, in memory: UnsafeMutableBufferPointer<Double>) -> Matrix {
    Matrix(
      rows: place.rows, columns: place.columns,
      elements: Array(memory[place.offset..<place.end]))
  }

  private func put(
    _ matrix: Matrix, at place: Place, in memory: UnsafeMutableBufferPointer<Double>
  ) {
    for (index, number) in matrix.elements.enumerated() { memory[place.offset &+ index] = number }
  }
}
