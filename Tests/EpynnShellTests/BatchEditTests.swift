import Testing

@testable import EpynnCore
@testable import EpynnShell

/// A cell of X is one of the data, whatever batch the last iteration has left on the screen.
@Suite struct BatchEditTests {
  @Test(arguments: ["run;", "goto dW;", "step 3;"])
  func behindATrainingTheWholeSetIsEdited(last: String) {
    let rows = [[2.0, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 7]]
    let session = Session.playing(["train 2 batch 1;", last, "restart;", "X[3,2] = 7"])
    #expect((session.machine.training?.data ?? session.machine.data)?.matrix == Matrix(rows))
  }

  @Test func betweenTwoBatchesTheNextOneIs() {
    let session = Session.playing(["train 2 batch 2;", "goto epoch 1;", "run;", "X[0,1] = 9"])
    #expect(
      session.machine.data?.matrix == Matrix([[2, 0, 1], [0, 1, 1], [2, 9, 0], [1, 0, 2]]))
  }

  /// What is read is what is set, in an update, a formula, a mask and a shuffle.
  @Test(arguments: [
    ("X += 0", [[2.0, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 2]]),
    ("X *= 2", [[4, 0, 2], [0, 2, 2], [4, 2, 0], [2, 0, 4]]),
    ("X = X * 1", [[2, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 2]]),
    ("X = np.vstack((X[1:], X[:1]))", [[0, 1, 1], [2, 1, 0], [1, 0, 2], [2, 0, 1]]),
    ("X[X > 1] = 9", [[9, 0, 1], [0, 1, 1], [9, 1, 0], [1, 0, 9]]),
    ("X[3,2] += 5", [[2, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 7]]),
    ("X[[3, 0]] *= 2", [[4, 0, 2], [0, 1, 1], [2, 1, 0], [2, 0, 4]]),
    ("X1 = X1 - X", [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]]),
  ]) func behindBatchesXIsTheDataOnBothSides(line: String, whole: [[Double]]) {
    for training in ["train 2 batch 2;", "train 3 batch 2 shuffle;", "train 2 batch 1;"] {
      var session = Session.playing([training])
      let response = session.respond(to: line)
      #expect(!response.hasFailed, "\(response.text)")
      #expect(session.machine.data?.matrix == Matrix(whole), "\(training)")
    }
  }

  /// Between two batches both sides are the batch that comes.
  @Test func betweenTwoBatchesAnUpdateIsOfTheNextOne() {
    var session = Session.playing(["train 3 batch 2;", "back 10", "X += 0"])
    #expect(
      session.machine.data?.matrix == Matrix([[2, 0, 1], [0, 1, 1], [2, 1, 0], [1, 0, 2]]))
    session = Session.playing(["train 2 batch 2;", "goto epoch 1;", "run;", "X *= 2"])
    #expect(
      session.machine.data?.matrix == Matrix([[2, 0, 1], [0, 1, 1], [4, 2, 0], [2, 0, 4]]))
  }

  /// Samples of one's own are split, not those that were split before.
  @Test func whatIsSetAnewIsWhatIsSplit() {
    var session = Session.playing([
      "split 2 1 1", "X = [[1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4]]",
      "Y = [[1, 1], [2, 2], [3, 3], [4, 4]]", "split 3 1 0 ordered",
    ])
    #expect(session.machine.data?.matrix == Matrix([[1, 1, 1], [2, 2, 2], [3, 3, 3]]))
    // Split again it is these four still.
    _ = session.respond(to: "split 1 1 0 ordered", from: .script)
    #expect(session.machine.data?.matrix == Matrix([[1, 1, 1], [2, 2, 2]]))
    #expect(session.machine.heldOut.validation?.x == Matrix([[3, 3, 3], [4, 4, 4]]))
  }

  /// What was frozen was the layer's that is gone.
  @Test func anotherLayerIsMovedByTheUpdate() {
    var session = Session.playing([
      "freeze W", "dense 2 relu;", "Y = [[1, 1], [2, 2], [3, 3], [4, 4]];",
    ])
    let before = session.machine.value(of: .w, layer: 1)?.matrix
    _ = session.respond(to: "run;", from: .script)
    #expect(session.machine.value(of: .w, layer: 1)?.matrix != before)
    #expect(!session.machine.isFrozen(.w, layer: 1))
  }

  @Test func statusTellsOfTheDataToo() {
    var session = Session.playing(["train 2 batch 2;"])
    let text = session.respond(to: "status", from: .script).text
    #expect(text.contains("X (4, 3)  →  Dense 1: 2 units, relu  →  A (4, 2)  against  Y (4, 2)"))
    #expect(text.contains("m = 4 samples") && text.contains("X (4, 3), W (3, 2), b (1, 2) and Y"))
  }

  @Test func whatItWasIsSaid() {
    var session = Session.playing(["train 2 batch 1;"])
    #expect(
      session.respond(to: "X[2,0] = 5", from: .script).text.hasPrefix("X[2,0]: 2 → 5\n"))
  }
}
