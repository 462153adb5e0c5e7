import EpynnCore
import Testing

@testable import EpynnShell

/// `mine` with formulas, several tensors of one iteration, and numbers that tell nothing.
@Suite struct MineTests {
  /// A layer of numbers with digits enough to call a mistake.
  private static let network = """
    new;
    X = [[-1.13, -0.82, 1.31], [0.34, -1.27, 0.39], [-1.61, 1.84, -1.52], [0.53, 0.57, -1.55]];
    dense 3 sigmoid;
    W1 = [[0.31, 0.92, 0.23], [-0.14, 0.65, -0.96], [-0.57, -1.18, 0.49]];
    b1 = [[1.04, -0.51, 0.72]];
    dense 2 tanh;
    W2 = [[-0.13, 0.41], [0.16, -0.77], [-1.32, 0.28]];
    b2 = [[-0.62, 0.35]];
    Y = [[0.1, 0.9], [0.8, -0.3], [0.4, 0.2], [-0.7, 0.6]];
    loss MSE;
    goto update;
    """

  private func session() -> Session {
    var session = Session()
    for line in Self.network.split(separator: "\n") { _ = session.respond(to: String(line)) }
    return session
  }

  private func words(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The caret stands under the part that differs, and what belongs there is said.
  @Test(arguments: [
    ("mine dW2 = A1.T @ dA2", 18, "'dA2' here; dW2 uses dZ2"),
    ("mine dW2 = X2.T @ dA2", 18, "'dA2' here; dW2 uses dZ2"),
    ("mine dZ2 = dA2 * A2", 17, "'A2' here; dZ2 uses tanh′(Z2)"),
    ("mine dZ2 = Z2 * (1 - A2**2)", 11, "'Z2' here; dZ2 uses dA2"),
    ("mine dW2 = A1.T @ (dZ2 * A2)", 25, "'A2' is too much here; without it the numbers are right"),
    ("mine dX2 = dZ2 @ W2", nil, ""),
    ("mine db1 = np.sum(dA1, axis=0, keepdims=True)", 18, "'dA1' here; db1 uses dZ1"),
    ("mine Z1 = X @ W1 - b1", nil, ""),
    ("mine dW2 = A1.T @ dZ2", nil, ""),
  ])
  func aFormulaIsReadBeforeItsNumbers(line: String, column: Int?, sentence: String) {
    var session = session()
    let text = session.respond(to: line).text
    let caret = text.split(separator: "\n").first { $0.hasSuffix("^") }
    guard let column else {
      #expect(caret == nil || !text.contains("' here; "))
      return
    }
    #expect(caret?.count == column + session.prompt.count + 1, "\(text)")
    #expect(text.contains(sentence), "\(text)")
    #expect(text.contains("it the numbers are right"))
  }

  /// What is left out is told by the formula, however few digits its numbers have.
  @Test(arguments: [
    ("mine dZ = dA", "relu′(Z) is missing; dZ is dA ⊙ relu′(Z); 7 of 8 cells agree as it is"),
    ("mine Z = X @ W", "b is missing; Z is X · W + b; 0 of 8 cells agree as it is"),
    ("mine dW = X.T", "dZ is missing; dW is Xᵀ · dZ; it has another shape as it is"),
  ])
  func whatIsMissingIsSaid(line: String, sentence: String) {
    var session = Session()
    _ = session.respond(to: "goto update;")
    #expect(words(&session, line) == sentence)
  }

  /// What was wrong in one tensor is no second mistake in the next; its own mistake still is.
  @Test func anErrorThatIsCarriedOnCostsOnce() {
    var session = session()
    let wrong = session.machine.tanhSlopeLeftOut
    #expect(
      words(&session, "mine dZ2 = \(wrong.dZ)").contains("slope-left-out in layer 2 explains"))
    #expect(
      words(&session, "mine dW2 = \(wrong.dW)").contains(
        "dW2 follows from your dZ2; nothing new is wrong"))
    #expect(
      words(&session, "mine db2 = \(wrong.halfOfdb)").contains(
        "db2: yours is what 0.5·Σₘ dZ2 gives"))
  }

  /// What was given before makes no digits of few more.
  @Test func whatWasGivenMakesNoDigitsMore() {
    var session = Session()
    _ = session.respond(to: "goto update;")
    let line = "mine dW = [[3, -13], [2, -1], [3, -8]]"
    #expect(words(&session, line).contains("both are what slope-left-out, from dZ on, gives"))
    _ = session.respond(to: "mine dX = [[3.25,3.25,-6.125],[0,1,4],[1,2,2],[1,2,2]]")
    #expect(words(&session, line).contains("both are what gradient-from-da gives"))
  }

  /// What was given in one iteration says nothing of another.
  @Test func whatWasGivenIsOfItsIteration() {
    var session = session()
    let wrong = session.machine.tanhSlopeLeftOut
    _ = words(&session, "mine dZ2 = \(wrong.dZ)")
    for _ in 1...2 { _ = session.respond(to: "run") }
    #expect(!words(&session, "mine dW2 = \(wrong.dW)").contains("nothing new is wrong"))
  }

  @Test func oneCellStandsAsBothSums() {
    var session = session()
    let wrong = session.machine.tanhSlopeLeftOut
    let text = session.respond(to: "mine dX2 = \(wrong.dX)").text
    #expect(text.contains("dX2[0,0]  yours"), "\(text)")
    #expect(text.contains("<- here"), "\(text)")
    // Of what is covered no number stands in a sum.
    _ = session.respond(to: "cover dZ2")
    #expect(!session.respond(to: "mine dX2 = \(wrong.dX)").text.contains("<- here"))
  }

  @Test(arguments: [
    ("mine dZ2 = [[0,0],[0,0],[0,0],[0,0]]", "all of yours is 0: no formula is told by that"),
    ("mine db2 = [[nan, 0.5]]", "db2[0,0] is no finite number in yours"),
    ("mine db2 = [[0.5, inf]]", "db2[0,1] is no finite number in yours"),
    ("mine dX2 = [[inf,0,0],[0,0,0],[0,0,0],[0,0,0]]", "dX2[0,0] is no finite number in yours"),
  ])
  func numbersThatTellNothingAreSaidToBeSuch(line: String, sentence: String) {
    var session = session()
    let words = words(&session, line)
    #expect(words.contains(sentence), "\(words)")
    #expect(!words.contains("explains") && !words.contains("yours is what"))
  }

  /// A tensor of another place is said to be that one, where no edit of the formula puts it there.
  @Test func anotherTensorIsNamedAsSuch() {
    var session = session()
    let words = words(&session, "mine db2 = W2[0:1, :]")
    #expect(!words.contains("yours is"), "\(words)")
    let other = self.words(&session, "mine Z1 = dX2 * 1")
    #expect(other.contains("yours is dA1, another tensor"), "\(other)")
  }

  /// An interrupted search says what it found until then, and ends.
  @Test func anInterruptedSearchEnds() throws {
    let machine = session().machine
    let wrong = machine.tanhSlopeLeftOut.matrix
    let result = try OwnResult(
      OwnNumbers(wrong.map { $0 * 1.2345 + 0.1 }), for: .dZ, layer: 2, in: machine,
      isInterrupted: { true })
    #expect(!result.isCalled && result.diagnosis == nil && result.wasInterrupted)
    let named = try OwnResult(
      OwnNumbers(wrong), for: .dZ, layer: 2, in: machine, isInterrupted: { true })
    #expect(named.isCalled)
  }
}

/// Numbers of a person who left the slope out of dZ2, as typed.
extension Machine {
  fileprivate var tanhSlopeLeftOut:
    (dZ: String, dW: String, halfOfdb: String, dX: String, matrix: Matrix)
  {
    func value(_ quantity: Quantity, _ layer: Int) -> Matrix {
      self.value(of: quantity, layer: layer)?.matrix ?? Matrix(0)
    }
    let dZ = value(.dA, 2)
    let dW = (try? value(.a, 1).transposed.product(dZ)) ?? dZ
    let sum = dZ.reduced(.sum, along: .rows)
    return (
      text(dZ), text(dW), text(sum.map { $0 / 2 }),
      text((try? dZ.product(value(.w, 2).transposed)) ?? dZ), dZ
    )
  }

  private func text(_ matrix: Matrix) -> String {
    let rows = (0..<matrix.rows).map { row in
      "[" + (0..<matrix.columns).map { "\(matrix[row, $0])" }.joined(separator: ", ") + "]"
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }
}
