import EpynnCore
import Testing

@testable import EpynnShell

/// What `mine` offers to explain can be explained.
@Suite struct OfferedExplanationTests {
  private static let tensors: [(name: String, wrong: String)] = [
    ("Z", "[[3,1],[3,2],[3,-2],[4,5]]"), ("A", "[[3,1],[3,2],[3,0],[4,5]]"),
    ("dA", "[[0,-3],[1,1],[1,-2],[1,7]]"), ("dZ", "[[0,-3],[1,1],[1,0],[1,7]]"),
    ("dX", "[[3,3,-6],[0,1,4],[1,2,2],[4,5,7]]"), ("dW", "[[3,-9],[2,1],[3,7]]"),
    ("db", "[[3,7]]"), ("dW", "[[3,-3],[2,1],[3,-8]]"), ("dW", "[[1,1],[1,1],[1,1]]"),
  ]

  /// How the numbers came to be seen, or not.
  private static let setUps: [[String]] = [
    [], ["run;"], ["cover NAME"], ["cover NAME", "run;"], ["run;", "cover NAME"],
    ["cover all", "run;"],
    ["run;", "cover NAME", "reveal NAME[0,0]"], ["predict on"], ["bug hidden", "run;"],
  ]

  @Test(arguments: setUps)
  func whatIsOfferedIsShown(setUp: [String]) {
    for (name, wrong) in Self.tensors {
      var session = Session()
      for line in setUp { _ = session.respond(to: line.replacing("NAME", with: name)) }
      for line in ["mine \(name) = \(wrong)", "mine \(name)[0,1] = 77"] {
        let answer = session.respond(to: line).text
        for offer in answer.split(separator: "'") where offer.hasPrefix("explain ") {
          let offer = offer.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          let explained = session.respond(to: offer)
          #expect(!explained.hasFailed, "\(setUp), \(line): \(offer): \(explained.text)")
          #expect(!explained.text.contains("is covered"), "\(setUp), \(line): \(offer)")
        }
      }
    }
  }

  @Test func itIsStillOfferedWhereItWorks() {
    var session = Session()
    _ = session.respond(to: "run;")
    let answer = session.respond(to: "mine dW = [[1,1],[1,1],[1,1]]").text
    #expect(answer.contains("'explain dW[0,0]' shows its sum"))
    let slip = session.respond(to: "mine dW = [[3,-3],[2,1],[3,-8]]").text
    #expect(slip.contains("in dW[0,1] a product is left out; row 0 of 'explain dW[0,1]'"))
  }

  /// Whichever mistake it is, the sentence is the same.
  @Test func aHiddenMistakesSumsSayWhyTheyAreNotShown() {
    for seed in 1...6 {
      var session = Session()
      for line in ["seed \(seed)", "bug hidden", "goto update;"] { _ = session.respond(to: line) }
      for cell in ["Z[0,1]", "dZ[0,1]", "dX[0,0]", "dW[0,1]", "db[0,1]", "loss[0,0]", "A[0,0]"] {
        let answer = session.respond(to: "explain \(cell)").text
        #expect(
          answer.contains("?")
            == answer.contains("while a mistake is hidden no sum is shown"), "\(answer)")
      }
    }
  }
}
