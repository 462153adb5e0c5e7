import EpynnCore
import Testing

@testable import EpynnShell

/// `mine`: the learner's result beside the program's.
@Suite struct OwnResultTests {
  private func words(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func agreementDifferencesAndWhatExplainsThem() {
    var session = Session()
    for (line, sentence) in [
      ("mine dW = [[3,-9],[2,1],[3,-8]]", "all 6 cells agree"),
      ("mine dW = [[3,-13],[2,-1],[3,-8]]", "4 of 6 cells agree dW[0,1] yours -13 the layer -9"),
      (
        "mine dW = [[3,-13],[2,-1],[3,-8]]",
        "both are what slope-left-out, from dZ on, gives: this is dA"
      ),
      (
        "mine db = [[0.75,-1.250]]",
        "loss-averaged, from dA on, explains both: yours is this / 4: your loss is a mean"
      ),
      (
        "mine dW = [[3,-13],[2,-1],[3,-8]]",
        "both would follow from -2 in place of 0 at dZ[2,1]; -2 is dA[2,1]"
      ),
      (
        "mine dX = [[3,3,-6],[0,1,4],[1,2,2],[1,2,2]]",
        "all 3 would follow from 0 in place of -3 at dZ[3,1]"
      ),
      ("mine dW = [[3,-3],[2,1],[3,-8]]", "in dW[0,1] a product is left out"),
      ("mine dW = [[3,1],[2,-9],[3,-8]]", "[0,1] and [1,1] have changed places"),
      ("mine db = [0,-2,1,-2]", "yours has shape (1, 4), db has (1, 2)"),
      ("mine Z = X @ W", "b is missing; Z is X · W + b; 0 of 8 cells agree as it is"),
      ("mine dW[0,1] = -9", "dW[0,1] agrees"),
      ("mine dW[9,1] = -9", "rows are 0 to 2, columns 0 to 1"),
      ("mine", "'mine' needs your result"),
      ("mine W = W - [[3,-9],[2,1],[3,-8]]", "rate-left-out explains all 6"),
      ("mine W[0,0] = 0.7", "W[0,0] agrees"),
      ("mine Y = 3", "it wants a computed name and yours"), ("mine dW", "it wants a computed name"),
    ] {
      #expect(words(&session, line).contains(sentence), "\(line): \(words(&session, line))")
    }
    #expect(session.machine == .example)
  }

  @Test func oneCellAloneNamesNothingASecondMay() {
    var session = Session()
    #expect(words(&session, "mine dW[0,1] = -13").contains("one cell alone could be a slip too"))
    #expect(
      words(&session, "mine dW[1,1] = -1").contains(
        "both are what slope-left-out, from dZ on, gives: this is dA as it came; dZ is dA times"))
    _ = session.respond(to: "step")
    #expect(words(&session, "mine dW[1,1] = -1").contains("one cell alone could be a slip too"))
  }

  /// Between two iterations what ran is meant, and stands on the screen; then what is on its way.
  @Test func theIterationThatIsMeantIsSaid() {
    var session = Session()
    _ = session.respond(to: "run")
    let right = "mine dW = [[3,-9],[2,1],[3,-8]]"
    #expect(words(&session, right) == "of iteration 1, which ran last: all 6 cells agree")
    #expect(
      words(&session, "mine W = [[0.7,-0.1],[1.8,-1.1],[1.7,2.8]]").contains("all 6 cells agree"))
    #expect(words(&session, "nudge W[0,1]").contains("dW[0,1] from before the update -9"))
    #expect(words(&session, "path W[0,1]").contains("together -3.4, which dW[0,1] will be"))
    _ = session.respond(to: "step")
    #expect(words(&session, right).hasPrefix("of iteration 2, which is on its way: 0 of 6"))
    _ = session.respond(to: "goto update")
    #expect(words(&session, right).hasPrefix("0 of 6 cells agree"))
  }

  @Test func aRoundedResultIsTakenToTheDigitsGiven() {
    var session = Session()
    for line in ["data xor;", "dense 1 sigmoid;", "loss BCE;", "W = [[1], [-1]];"] {
      _ = session.respond(to: line, from: .script)
    }
    #expect(words(&session, "mine A = [[0.5], [0.27], [0.73], [0.5]]") == "all 4 cells agree")
    #expect(words(&session, "mine A = [[0.5], [0.28], [0.73], [0.5]]").contains("3 of 4 cells"))
  }
}
