import EpynnCore
import Testing

@testable import EpynnShell

/// A loss by the names that commands and formulas have for it.
@Suite struct LossNameTests {
  @Test(arguments: Loss.all)
  func aLossIsSetByItsNameAndCalledByItsSymbol(loss: Loss) {
    for name in [loss.name, loss.name.lowercased(), loss.name.uppercased(), loss.symbol] {
      var session = Session()
      #expect(
        session.respond(to: "loss \(name)").text.hasPrefix("loss is \(loss.name), \(loss.title)"))
      #expect(session.machine.loss == loss)
      #expect(session.respond(to: "help \(name)").text.contains("\(loss.name): \(loss.title)"))
    }
    var session = Session()
    _ = session.respond(to: "loss \(loss.name)")
    let ran = session.respond(to: "run")
    #expect(!ran.hasFailed)
    let called = session.respond(to: "loss == \(loss.symbol)(Y, A)").text
    // Where a logarithm has none, it is not equal to itself.
    #expect(called.hasPrefix("equal") || loss.outputs != .any, "\(called)")
  }

  @Test func aHyphenIsAMinusSignInFormulas() {
    var session = Session()
    #expect(session.respond(to: "half_square([3, 4], [1, 4])").text == "2\n")
    #expect(
      session.respond(to: "half_square'([3, 4], [1, 4]) == [-2, 0]").text.hasPrefix("equal"))
    #expect(session.respond(to: "half-square([3, 4], [1, 4])").hasFailed)
    #expect(session.respond(to: "loss halfsquare").text.contains("half-square"))
    for line in ["loss half-square", "run", "explain loss[0,0]", "show steps"] {
      #expect(!session.respond(to: line).hasFailed, "\(line)")
    }
    _ = session.respond(to: "set notation latex")
    #expect(
      session.respond(to: "help loss").text.contains(#"loss = \mathrm{half\_square}(Y, A)"#))
    let offered = session.completions(of: "loss half-s", upTo: 11)
    #expect(offered.start == 5 && offered.1.map(\.text) == ["half-square"])
  }
}
