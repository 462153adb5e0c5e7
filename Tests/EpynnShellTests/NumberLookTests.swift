import EpynnCore
import Testing

@testable import EpynnShell

/// A number looks like what it is.
@Suite struct NumberLookTests {
  @Test(arguments: [
    (0.99996, "1.0000"), (1.00004, "1.0000"), (-2.99999, "-3.0000"), (0.00001, "1.0000e-05"),
    (1, "1"), (3.25, "3.25"), (0.1 + 0.2, "0.3"), (2.0000000000000004, "2"), (0, "0"),
    (0.5 - 1e-13, "0.5"),
  ])
  func whatIsNoIntegerDoesNotLookLikeOne(number: Double, text: String) {
    #expect(NumberFormat(for: [number], precision: .standard).text(number) == text)
  }

  @Test func aTensorWithSuchACellShowsAllDecimals() {
    let numbers = [0.99996, 0.5, 2]
    let format = NumberFormat(for: numbers, precision: .standard)
    #expect(numbers.map(format.text) == ["1.0000", "0.5000", "2.0000"])
  }

  @Test(arguments: Mistake.all.map(\.name))
  func everyMistakeHasAPageOfHelp(name: String) throws {
    let mistake = try #require(Mistake.named(name))
    let page = Session().answered("help \(name)").replacing("\n ", with: "")
    #expect(page.contains("\(name): a mistake in \(mistake.quantity.name)"))
    #expect(page.contains("example: bug \(name)"))
  }

  @Test func aSingleOneIsNoPlural() {
    let text = Session().answered("X = 5;", "new;", "X = 5;", "dense 1 relu;", "show shapes")
    #expect(text.contains("m = 1 sample     n = 1 feature     u = 1 unit "))
  }
}

extension Session {
  fileprivate func answered(_ lines: String...) -> String {
    var session = self
    return lines.map { session.respond(to: $0, from: .script).text }.last ?? ""
  }
}
