import Testing

@testable import EpynnCore

/// A quote opens a text, or is the prime of what stands before it.
@Suite struct QuotationTests {
  @Test(arguments: [
    ("print('it", true), ("print(\"it", true), ("print('it')", false), ("'", true), ("\"", true),
    ("print(\"it's\")", false), ("print('a', 'b", true), ("x\"", true), ("X @ W", false),
    ("dZ = dA * act'(Z)", false), ("W' @ X", false), ("b' @ X", false), ("(X)' + Z", false),
    ("print('a') # it's", false), ("# it's", false), ("print(f'{m}')", false),
    ("print('a\\'", true), ("", false),
  ])
  func aTextIsLeftOpenOrNot(line: String, isOpen: Bool) {
    #expect(Quotation.isLeftOpen(in: Array(line.unicodeScalars)) == isOpen, "\(line)")
  }

  @Test(arguments: [
    ("X # all", 2), ("print('#') # one", 11), ("act'(Z) # it's", 8), ("X", 1), ("# X", 0),
    ("print(f'#{m}')", 14),
  ])
  func aCommentBeginsOutsideTexts(line: String, place: Int) {
    #expect(Quotation.commentStart(in: Array(line.unicodeScalars)) == place, "\(line)")
  }
}
