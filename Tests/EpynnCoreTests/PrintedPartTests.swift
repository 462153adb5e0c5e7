import Testing

@testable import EpynnCore

/// What `print` writes, as Python reads the line.
@Suite struct PrintedPartTests {
  @Test(arguments: [
    ("print('a', 'b')", ["'a'", "' '", "'b'"]),
    ("print('a', 'b', sep='-')", ["'a'", "'-'", "'b'"]),
    ("print('a', 'b', sep='')", ["'a'", "''", "'b'"]),
    ("print('a', end='')", ["'a'"]),
    ("print('m', m)", ["'m'", "' '", "m"]),
    ("print(m, n, sep=', ')", ["m", "', '", "n"]),
    ("print(f'cost {m}')", ["'cost '", "m"]),
    ("print(f'{m:.4f} of {n}')", ["m as .4f", "' of '", "n"]),
    ("print(f'{m=}')", ["'m='", "m"]),
    ("print(f'{m!r:>8}')", ["m as >8"]),
    ("print(f'{m != n:d}')", ["m != n as d"]),
    ("print(f'{m != n!r} {m}')", ["m != n", "' '", "m"]),
    ("print(f'{{m}} is {m}')", ["'{m} is '", "m"]),
    ("print(f'{X[0:2, 1].sum():.2f}')", ["X[0:2,1].sum() as .2f"]),
  ])
  func aLineIsTextsAndFormulas(line: String, parts: [String]) throws {
    guard case .print(let found) = try Statement(parsing: line) else {
      Issue.record("\(line) prints nothing")
      return
    }
    #expect(found == (try parts.map(part)), "\(line)")
  }

  /// As if the formula alone were typed: there is nothing but it to write.
  @Test(arguments: [
    ("print(m)", "m"), ("print(f'{m}')", "m"), ("print(f'{m != n}')", "m != n"),
    ("print(f'{m!s}')", "m"),
  ])
  func aLoneFormulaIsShown(line: String, formula: String) throws {
    #expect(try Statement(parsing: line) == .show(Expression(parsing: formula)), "\(line)")
  }

  /// A text in quotes, or a formula and its format.
  private func part(_ text: String) throws -> PrintedPart {
    if text.hasPrefix("'") { return .text(String(text.dropFirst().dropLast())) }
    let words = text.split(separator: " as ", maxSplits: 1).map(String.init)
    return .value(try Expression(parsing: words[0]), format: words.dropFirst().first)
  }
}
