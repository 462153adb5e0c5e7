import EpynnCore
import TestSupport
import Testing

@testable import EpynnShell

/// `mine` takes what was typed or printed to the digits that it shows, however it is turned.
@Suite struct OwnDigitsTests {
  private func words(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line, from: .script).text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// Two layers whose tensors are no short decimals.
  private func network() -> Session {
    var session = Session()
    for line in [
      "new", "X = [[0.3, -1.2], [0.7, 0.4], [-0.9, 0.5]]", "dense 3 tanh", "dense 2 sigmoid",
      "W1 = [[0.11, -0.72, 0.35], [0.43, 0.29, -0.64]]", "b1 = [[0.1, -0.2, 0.05]]",
      "W2 = [[0.31, -0.47], [0.83, 0.12], [-0.26, 0.59]]", "b2 = [[-0.07, 0.13]]",
      "Y = [[1, 0], [0, 1], [1, 1]]", "loss BCE",
    ] { _ = session.respond(to: line + ";", from: .script) }
    return session
  }

  @Test func everyTensorAgreesAsNumPyPrintsItTurnedNegatedAndDoubled() throws {
    var session = network()
    var ran = session.machine
    while ran.next?.step.phase != .update { try ran.step() }
    var count = 0
    for quantity in [Quantity.x, .z, .a, .dA, .dZ, .dX, .dW, .db] {
      for layer in 1...2 {
        let matrix = try #require(ran.value(of: quantity, layer: layer)).matrix
        let rows = (0..<matrix.rows).map { row in
          (0..<matrix.columns).map { matrix[row, $0] }
        }
        let turned = (0..<matrix.columns).map { column in rows.map { $0[column] } }
        func printed(_ rows: [[Double]], by factor: Double) -> String {
          NumPyPrinter(precision: 4).cells(rows.map { $0.map { $0 * factor } }).printed
            .replacing("\n", with: "")
        }
        let name = "\(quantity.name)\(layer)"
        for text in [
          printed(rows, by: 1), "np.array(\(printed(turned, by: 1))).T",
          "-np.array(\(printed(rows, by: -1)))", "2 * np.array(\(printed(turned, by: 0.5))).T",
        ] {
          let line = "mine \(name) = \(text)"
          let size = matrix.elements.count
          #expect(words(&session, line) == "all \(size) cells agree", "\(line)")
          // A name for it keeps the digits with which it was typed.
          _ = words(&session, "T = \(text)")
          let named = "mine \(name) = -(-T.T).T"
          #expect(words(&session, named) == "all \(size) cells agree", "\(text): \(named)")
          count += 1
        }
      }
    }
    #expect(count == 64)
  }

  /// A case of what people typed: zeros to eight digits agree with nothing else.
  @Test func zerosAreNotWhateverIsSmall() {
    var session = Session()
    for line in [
      "new", "X = [[0.2, 0.1],[0.3,-0.4],[-0.1,0.2]]", "dense 2 tanh", "W = [[0.5,-0.3],[0.2,0.4]]",
      "b = [[0.1,-0.1]]", "Y = [[0.2,0.1],[0,0.3],[0.1,-0.2]]", "loss MSE", "run",
    ] { _ = session.respond(to: line + ";", from: .script) }
    for zeros in ["[[0. 0.] [0. 0.]]", "[[0, 0], [0, 0]]", "[[0.0, 0.0], [0.0, 0.0]]"] {
      #expect(words(&session, "mine dW = \(zeros)").contains("0 of 4 cells agree"), "\(zeros)")
    }
  }

  @Test func theCostAndTheLossAsARowAreCompared() {
    var session = network()
    // 0.80116388833 and 2.40349166499 are NumPy's.
    for (line, sentence) in [
      ("mine cost = 0.8012", "it agrees"), ("mine cost = 0.80", "it agrees"),
      ("mine cost = 0.8", "it agrees"), ("mine cost = 0.8011638883283393", "it agrees"),
      ("mine cost = 0.8014", "cost: yours is 0.8014, it is 0.8012 too few digits to say why"),
      ("mine cost = 2.4035", "yours is the sum over the samples, the cost their mean"),
    ] {
      #expect(words(&session, line).contains(sentence), "\(line): \(words(&session, line))")
    }
    #expect(session.respond(to: "mine cost = [[1, 2]]").hasFailed)
    session = Session()
    #expect(words(&session, "mine cost = 3.25") == "it agrees")
    #expect(
      words(&session, "mine cost = 6.500000").contains(
        "6.5 is what outputs-not-averaged gives: this sums the outputs"))
    #expect(words(&session, "mine loss = [4.5, 1, 2.5, 5]") == "all 4 cells agree")
    #expect(words(&session, "mine loss = [[4.5], [1], [2.5], [5]]") == "all 4 cells agree")
    #expect(words(&session, "mine loss = [4.5, 1, 2.5, 6]").contains("3 of 4 cells agree"))
    #expect(words(&session, "mine loss = 3.25").contains("'mine cost = …'"))
    #expect(session.machine == .example)
  }

  /// From any step, and whatever steps the trial had to take again.
  @Test(arguments: ["X", "Z", "A", "dA", "dW", "db", "update"])
  func backUndoesAKeptEditAtOnce(step: String) {
    var session = Session()
    _ = session.respond(to: "goto \(step)")
    let before = session.machine
    _ = session.respond(to: "try W[0,1] = 0")
    _ = session.respond(to: "keep")
    let kept = session.machine
    #expect(kept != before && kept.position == before.position)
    #expect(words(&session, "back").hasPrefix("undid 'W[0,1] = 0'"))
    #expect(session.machine == before)
    #expect(words(&session, "redo").hasPrefix("did again 'W[0,1] = 0'"))
    #expect(session.machine == kept)
    _ = session.respond(to: "goto X")
    #expect(session.machine.position == 0 && session.machine.next?.name == "X")
    #expect(session.machine.value(of: .w, layer: 1)?.matrix[0, 1] == 0)
  }
}
