import TestSupport
import Testing

@testable import EpynnCore

/// Each form of the product against the triple loop of the equation, bit for bit.
@Suite struct ProductKernelTests {
  enum Numbers: CaseIterable {
    case ordinary, tiny, huge, zeros, special
  }

  @Test(arguments: Numbers.allCases)
  func smallShapesHaveTheBitsOfTheEquation(numbers: Numbers) throws {
    var random = SeededGenerator(seed: 11)
    // Tiles have 4, 6 or 8 rows, 8 or 16 columns; primes and neighbours leave each kind of edge.
    let sizes = [1, 2, 3, 4, 5, 7, 8, 9, 11, 13, 15, 16, 17, 23, 29, 31, 32, 33, 37, 41]
    for _ in 0..<200 {
      let m = try #require(sizes.randomElement(using: &random))
      let n = try #require(sizes.randomElement(using: &random))
      let u = try #require(sizes.randomElement(using: &random))
      try expectBits(m, n, u, of: numbers, using: &random)
    }
  }

  @Test(
    arguments: [
      (1, 1, 1), (1, 300, 1), (1, 7, 300), (300, 7, 1), (300, 5, 3), (4, 255, 16), (4, 256, 16),
      (4, 257, 16), (5, 513, 17), (8, 3, 255), (8, 3, 256), (9, 3, 257), (3, 2, 530),
      (129, 65, 33), (65, 300, 15), (300, 200, 100), (50, 11, 1), (50, 1, 11), (11, 50, 1),
      (150, 4, 3), (3, 784, 10), (1, 784, 10), (2, 40, 9), (31, 33, 15), (31, 33, 17),
      (13, 1025, 40), (14, 2051, 9), (21, 257, 530),
    ] as [(Int, Int, Int)])
  func shapesAroundTheBlocksHaveTheBitsOfTheEquation(m: Int, n: Int, u: Int) throws {
    var random = SeededGenerator(seed: 12)
    try expectBits(m, n, u, of: .ordinary, using: &random)
    if m * n * u < 1 << 20 { try expectBits(m, n, u, of: .special, using: &random) }
  }

  /// More than 8 million multiplications, so that two threads are taken where two are allowed.
  /// The last two are packed in several blocks, of fewer terms or fewer columns than they have.
  @Test(
    arguments: [
      (257, 211, 163), (5, 1601, 1049), (1053, 1601, 5), (9, 40_000, 33), (5, 12, 140_000),
    ] as [(Int, Int, Int)])
  func twoThreadsMakeTheSameBitsAsOne(m: Int, n: Int, u: Int) throws {
    var random = SeededGenerator(seed: 13)
    try expectBits(m, n, u, of: .special, using: &random)
  }

  /// As large, with too few cells to share evenly.
  @Test(arguments: [(1, 1), (2, 1), (2, 2), (3, 3), (5, 4)])
  func aProductOfOnesIsTheNumberOfTerms(m: Int, u: Int) throws {
    let n = (8 << 20) / (m * u) + 1
    let product = try Matrix(Shape(m, n), filledWith: 1).product(Matrix(Shape(n, u), filledWith: 1))
    #expect(try product == Matrix(Shape(m, u), filledWith: Double(n)))
  }

  @Test func nothingButMinusZeroIsZero() throws {
    let zeros = Matrix(rows: 9, columns: 40, elements: [Double](repeating: -0.0, count: 360))
    let ones = try Matrix(Shape(40, 17), filledWith: 1)
    let product = try zeros.product(ones)
    #expect(product.hasSameBits(as: try Matrix(Shape(9, 17))))
  }

  @Test func eachTermIsRoundedTwice() throws {
    // (1 + ε)² rounds to 1 + 2ε; fused with the sum, ε² would be left over.
    let a = 1 + Double.ulpOfOne
    let left = Matrix(Array(repeating: [1, a], count: 20))
    let right = Matrix([
      Array(repeating: -(1 + 2 * Double.ulpOfOne), count: 20), Array(repeating: a, count: 20),
    ])
    #expect(try left.product(right) == Matrix(Shape(20, 20)))
  }

  @Test func aBufferIsFilledWhateverItHeld() throws {
    var random = SeededGenerator(seed: 14)
    var buffer = [Double](repeating: .nan, count: 13 * 29)
    for _ in 0..<3 {
      let a = matrix(13, 270, of: .ordinary, using: &random)
      let b = matrix(29, 270, of: .ordinary, using: &random)
      a.elements.withUnsafeBufferPointer { left in
        b.elements.withUnsafeBufferPointer { right in
          buffer.withUnsafeMutableBufferPointer { result in
            ProductKernel.multiply(
              MatrixView(left, rows: 13, columns: 270),
              MatrixView(right, rows: 29, columns: 270).transposed, into: result, threads: 1)
          }
        }
      }
      expectSame(
        Matrix(rows: 13, columns: 29, elements: buffer), equation(a, b.transposed), "buffer")
    }
  }

  @Test(
    arguments: [
      ("X.T @ X", [[9, 2, 4], [2, 2, 1], [4, 1, 6]]),
      ("W @ W.T", [[2, 3, 0], [3, 5, 2], [0, 2, 8]]),
      ("W.T @ X.T", [[4, 4, 4, 5], [0, 1, -3, 3]]),
      ("X.T.T @ W", [[4, 0], [4, 1], [4, -3], [5, 3]]),
    ] as [(String, [[Double]])])
  func transposesInAFormulaAreThoseWorkedOutByHand(line: String, expected: [[Double]]) throws {
    let value = try Expression(parsing: line).value(in: Scope(.example, layer: 1))
    #expect(value == Matrix(expected))
  }

  @Test func aFaultNamesTheTranspose() throws {
    let x = Operand(try Expression(parsing: "X.T"), Shape(3, 4))
    let w = Operand(try Expression(parsing: "W"), Shape(3, 2))
    #expect(throws: Failure(.innerSizes(left: x, right: w), at: 4)) {
      try Expression(parsing: "X.T @ W").value(in: Scope(.example, layer: 1))
    }
  }

  private func expectBits(
    _ m: Int, _ n: Int, _ u: Int, of numbers: Numbers, using random: inout SeededGenerator
  ) throws {
    let a = matrix(m, n, of: numbers, using: &random)
    let b = matrix(n, u, of: numbers, using: &random)
    let (turnedA, turnedB) = (a.transposed, b.transposed)
    let expected = equation(a, b)
    try InstructionSets.each { level in
      for threads in 1...2 {
        let name = "\(m)×\(n)×\(u), \(numbers), \(threads) threads, level \(level)"
        expectSame(try a.product(b, threads: threads), expected, "A·B \(name)")
        expectSame(
          try ProductOperand(a).product(
            ProductOperand(turnedB, isTransposed: true), threads: threads), expected,
          "A·Bᵀ \(name)")
        expectSame(
          try ProductOperand(turnedA, isTransposed: true).product(
            ProductOperand(b), threads: threads), expected, "Aᵀ·B \(name)")
      }
    }
  }

  /// The same bits; of NaN only that it is one. Where two NaN meet, a processor keeps the first
  /// operand's sign and payload, and a compiler may write a product or a sum either way round.
  private func expectSame(_ found: Matrix, _ expected: Matrix, _ name: String) {
    let isSame =
      found.shape == expected.shape
      && zip(found.elements, expected.elements).allSatisfy {
        $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
      }
    #expect(isSame, "\(name)")
  }

  /// `C[i,j] = Σₖ A[i,k] · B[k,j]`, as it is written.
  private func equation(_ a: Matrix, _ b: Matrix) -> Matrix {
    var elements: [Double] = []
    a.elements.withUnsafeBufferPointer { left in
      b.elements.withUnsafeBufferPointer { right in
        for i in 0..<a.rows {
          for j in 0..<b.columns {
            var sum = 0.0
            for k in 0..<a.columns { sum += left[i * a.columns + k] * right[k * b.columns + j] }
            elements.append(sum)
          }
        }
      }
    }
    return Matrix(rows: a.rows, columns: b.columns, elements: elements)
  }

  private func matrix(
    _ rows: Int, _ columns: Int, of numbers: Numbers, using random: inout SeededGenerator
  ) -> Matrix {
    let elements = (0..<rows * columns).map { _ in number(of: numbers, using: &random) }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  private func number(of numbers: Numbers, using random: inout SeededGenerator) -> Double {
    let bits = random.next()
    // Uniform in -1..<1.
    let ordinary = Double(Int64(bitPattern: bits) >> 11) * 0x1p-52
    switch numbers {
    case .ordinary: return ordinary
    case .tiny: return ordinary * (bits & 1 == 0 ? 0x1p-540 : 0x1p-515)
    case .huge: return ordinary * (bits & 1 == 0 ? 0x1p512 : 0x1p300)
    case .zeros: return [0, -0.0, ordinary][Int(bits % 3)]
    case .special:
      // Rare, or each cell would be NaN.
      guard bits % 499 == 0 else { return ordinary }
      return [0, -0.0, .infinity, -.infinity, .nan, -.nan, .leastNonzeroMagnitude][
        Int(random.next() % 7)]
    }
  }
}
