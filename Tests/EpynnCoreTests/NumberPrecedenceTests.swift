import EpynnCore
import Testing

/// A number with an exponent is one number where it is not spelled as a product.
@Suite struct NumberPrecedenceTests {
  @Test(arguments: [
    ("dW * 1e-10", "dW·1e-10"), ("W / 1e-10", "W / 1e-10"), ("1e-10**2", "1e-10**2"),
  ])
  func itStandsWithoutParentheses(typed: String, text: String) throws {
    #expect(try MatrixNotation(.unicode).text(of: Expression(parsing: typed)) == text)
  }
}
