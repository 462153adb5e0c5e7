import Testing

@testable import EpynnCore

/// Single cells of a matrix that is too large to compute for each suspect.
@Suite struct SketchTests {
  /// Of steps and of what a search makes of them, against the evaluator.
  @Test(arguments: [
    "X @ W + b", "X.T @ dZ", "dZ @ W.T", "dZ.sum(axis=0, keepdims=True)", "X.T @ (A - Y) / m",
    "(X @ W).T",
    "((X @ W).T).T", "dA * act'(Z)", "act(Z)", "-(A - Y) * 2", "np.maximum(X @ W, 0)",
    "np.where(Z > 0, dA, 0)", "A.mean(axis=1, keepdims=True)", "loss'(Y, A)",
    "W - rate * (X.T @ dZ)",
    "(X @ W).sum()", "relu'(X @ W + b)", "X.T @ (dA * act'(Z))", "2 * (dZ @ W.T).T",
    "X[2:40] @ W", "np.sort(Z, axis=1) / m",
  ])
  func aCellIsThatOfTheWhole(text: String) throws {
    var random = RandomLayer(seed: 77)
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: random.matrix(70, 80, -2...2))
    _ = try machine.add(Dense(units: 75, activation: Activation(.tanh)))
    _ = try machine.set(.w, layer: 1, to: random.matrix(80, 75, -0.1...0.1))
    _ = try machine.set(.b, layer: 1, to: random.matrix(1, 75, -1...1))
    _ = try machine.set(.y, layer: 1, to: random.matrix(70, 75, -1...1))
    let whole = machine.ranOnToUpdate
    let formula = try Expression(parsing: text)
    let value = try formula.value(in: Scope(whole, layer: 1))
    let sketch = try #require(SketchBench(whole, layer: 1).sketch(formula, inLayer: 1))
    #expect(sketch.shape == value.shape)
    for _ in 0..<20 {
      let row = Int.random(in: 0..<value.rows, using: &random.generator)
      let column = Int.random(in: 0..<value.columns, using: &random.generator)
      let distance = abs(sketch.cell(row, column) - value[row, column])
      #expect(distance <= 1e-12 * value.largestMagnitude, "\(text) at \(row), \(column)")
    }
    let all = try sketch.matrix()
    let distances = zip(all.elements, value.elements).map { abs($0 - $1) }
    #expect(distances.allSatisfy { $0 <= 1e-12 * value.largestMagnitude }, "\(text)")
  }
}
