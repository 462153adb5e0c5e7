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

  @Test func whatItWasIsSaid() {
    var session = Session.playing(["train 2 batch 1;"])
    #expect(
      session.respond(to: "X[2,0] = 5", from: .script).text.hasPrefix("X[2,0]: 2 → 5\n"))
  }
}
