import Testing

@testable import EpynnShell

/// Text that the manual's formatter would read as its own signs.
@Suite struct RoffTextTests {
  @Test(
    arguments: [
      ("rate η", "rate \\[u03B7]"), ("--color", "\\-\\-color"), (".npz", "\\&.npz"),
      ("'help'", "\\(aqhelp\\(aq"), ("a\\b", "a\\eb"), ("~/.editrc", "\\(ti/.editrc"),
      ("X^2 `a` \"b\"", "X\\(ha2 \\(gaa\\(ga \\(dqb\\(dq"), ("𝓛", "\\[u1D4DB]"),
    ])
  func aSignIsItself(text: String, expected: String) {
    #expect(RoffText.escaped(text) == expected)
  }

  @Test func linesAreShortAndNoneBeginsARequest() {
    let text = "word ".repeated(15) + ".npz 'quoted' and so on"
    let lines = RoffText.filled(text)
    #expect(lines == ["word ".repeated(14) + "word", "\\&.npz \\(aqquoted\\(aq and so on"])
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
