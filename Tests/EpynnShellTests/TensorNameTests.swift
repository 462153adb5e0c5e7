import EpynnCore
import Testing

@testable import EpynnShell

/// A tensor of the only layer goes by its bare name, one of several by its layer's number too.
@Suite struct TensorNameTests {
  private static let lines = [
    "cover NAME", "reveal NAME", "reveal NAME[9,9]", "explain NAME[9,9]", "NAME[9,9]",
    "mine NAME[9,9] = 1", "nudge NAME[9,9]", "path NAME[9,9]", "watch NAME[9,9]", "cover NAME",
    "reveal NAME[9,9]", "reveal NAME[0,0]", "explain NAME[0,0]", "mine NAME[0,0] = 77",
  ]

  @Test(arguments: Quantity.allCases)
  func inOneLayerItHasNoNumber(quantity: Quantity) {
    var session = Session()
    _ = session.respond(to: "run;")
    for line in Self.lines {
      let answer = session.respond(to: line.replacing("NAME", with: quantity.name)).text
      #expect(!answer.contains("\(quantity.name)1"), "\(line): \(answer)")
    }
  }

  @Test func inANetworkItHasOne() {
    var session = Session()
    for line in ["dense 2 relu", "dense 2 relu", "Y = ones(4, 2)", "run;", "cover dW2"] {
      _ = session.respond(to: line)
    }
    #expect(session.respond(to: "explain dW2[0,0]").text.contains("dW2 is covered"))
    #expect(session.respond(to: "reveal dW2").text.hasPrefix("dW2 ("))
    #expect(session.respond(to: "reveal dW2").text.contains("dW2 was not covered"))
  }
}
