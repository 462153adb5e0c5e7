import Testing

@testable import EpynnCore

/// What of a file goes in.
@Suite struct VerificationTests {
  /// Where a dA that was given drives the machine, the file's own does, and all that follows agrees:
  /// dX = 3dA, dW = 1·2 + 2·5, db = 2 + 5.
  @Test func theFilesOwnErrorGoesIn() throws {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[1], [2]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.identity)))
    _ = try machine.set(.w, layer: 1, to: Matrix(3))
    _ = try machine.set(.dA, layer: 1, to: Matrix([[1], [1]]))
    let file: [(Quantity, [[Double]])] = [
      (.dA, [[2], [5]]), (.dZ, [[2], [5]]), (.dX, [[6], [15]]), (.dW, [[12]]), (.db, [[7]]),
    ]
    let tensors = file.map { OwnTensor($0, layer: 1, OwnNumbers(Matrix($1))) }
    let verification = Verification(tensors, in: machine)
    #expect(verification.rows.map(\.quantity) == [.dA, .dZ, .dX, .dW, .db])
    #expect(verification.first?.quantity == nil)
  }
}
