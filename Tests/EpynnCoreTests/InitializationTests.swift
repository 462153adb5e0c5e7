import EpynnCore
import Testing

@Suite struct InitializationTests {
  @Test func allCasesAreThere() {
    #expect(RandomCase.all.count == 8)
    #expect(OrthogonalCase.all.count == 30)
    #expect(NumPyDraws.all?.glorot.count == 3)
  }

  @Test(arguments: RandomCase.all)
  func xavierIsEpyNNsToTheBit(with reference: RandomCase) throws {
    let weights = try draw(.xavier, reference.shape, seed: reference.seed)
    #expect(weights.hasSameBits(as: Matrix(reference.xavier)))
  }

  @Test(arguments: RandomCase.all)
  func orthogonalIsEpyNNs(with reference: RandomCase) throws {
    let weights = try draw(.orthogonal, reference.shape, seed: reference.seed)
    expectClose(weights, Matrix(reference.orthogonal))
  }

  @Test(arguments: OrthogonalCase.all)
  func orthogonalIsNumPysForAnyShape(with reference: OrthogonalCase) throws {
    let weights = try draw(.orthogonal, reference.shape, seed: reference.seed)
    expectClose(weights, Matrix(reference.orthogonal))
  }

  @Test(arguments: [Shape(60, 40), Shape(40, 60), Shape(50, 50)])
  func whatIsFewerIsOrthonormal(shape: Shape) throws {
    let weights = try draw(.orthogonal, [shape.rows, shape.columns], seed: 3)
    let products =
      shape.rows < shape.columns
      ? try weights.product(weights.transposed) : try weights.transposed.product(weights)
    for row in 0..<products.rows {
      for column in 0..<products.columns {
        #expect(abs(products[row, column] - (row == column ? 1 : 0)) < 1e-14)
      }
    }
  }

  @Test func uniformIsGlorotsFromNumPy() throws {
    for reference in try #require(NumPyDraws.all).glorot {
      let weights = try draw(.uniform, reference.shape, seed: reference.seed)
      #expect(weights.hasSameBits(as: Matrix(reference.weights)))
    }
  }

  @Test func zerosDrawNothing() throws {
    var generator = RandomGenerator(seed: 1)
    let weights = try Initialization.zeros.draw(Shape(3, 2), from: &generator)
    #expect(weights == Matrix([[0, 0], [0, 0], [0, 0]]))
    #expect(generator == RandomGenerator(seed: 1))
  }

  @Test(arguments: Initialization.allCases)
  func impossibleShapesAreRefused(initialization: Initialization) {
    #expect(throws: Fault.emptyShape(Shape(0, 2))) { try draw(initialization, [0, 2], seed: 1) }
    #expect(throws: Fault.tooLarge(Shape(1 << 20, 1 << 20))) {
      try draw(initialization, [1 << 20, 1 << 20], seed: 1)
    }
  }

  private func draw(
    _ initialization: Initialization, _ shape: [Int], seed: UInt64
  ) throws -> Matrix {
    var generator = RandomGenerator(seed: seed)
    return try initialization.draw(Shape(shape[0], shape[1]), from: &generator)
  }

  private func expectClose(_ found: Matrix, _ expected: Matrix) {
    #expect(found.shape == expected.shape)
    for (x, y) in zip(found.elements, expected.elements) {
      #expect(abs(x - y) <= 1e-12, "\(x) is not \(y)")
    }
  }
}
