import Testing

@testable import EpynnShell

/// Sentences as they are said.
@Suite struct SpeakerTests {
  static let cases: [(written: String, said: String)] = [
    ("Z (4, 2) and X (m, n)", "Z 4 by 2 and X m by n"),
    ("dW[0,1] = -9", "dW[0,1] is minus 9"),
    ("2×(-1) + 0×(-1) = -2", "2 times minus 1 plus 0 times minus 1 is minus 2"),
    ("dX = dZ · Wᵀ is 0 where W is", "dX is dZ times W transposed is 0 where W is"),
    ("sigmoid′ is 1/4 at z = 0", "slope of sigmoid is 1 over 4 at z is 0"),
    ("relu'(0) = 0; lrelu'(0) is alpha", "slope of relu at 0 is 0; slope of lrelu at 0 is alpha"),
    ("relu′(Z[2,1]) is 0", "slope of relu at Z[2,1] is 0"),
    ("A − Y over m", "A minus Y over m"),
    ("cost 3.25 → 1.2025", "cost 3.25 to 1.2025"),
    ("falls with |z|", "falls with the size of z"),
    ("set precision 0-15|full", "set precision 0 to 15 or full"),
    (
      "1e-07 and -2.5e+20",
      "1 times 10 to the power of minus 7 and minus 2.5 times 10 to the power of 20"
    ),
    ("'mine dW = …' does; '-13' is yours", "'mine dW = ...' does; 'minus 13' is yours"),
    ("the layer's own, the outputs' mean", "the layer's own, the outputs' mean"),
    ("epynn-repl · a debugger", "epynn-repl, a debugger"),
    ("then: 2.backward (1), dA", "then: layer 2, backward 1, dA"),
    ("Z[0,1] = ?", "Z[0,1] is hidden"), ("what is Z[0,1]?", "what is Z[0,1]?"),
    ("(A - Y) / 2", "open paren A minus Y close paren divided by 2"),
    ("a gap   keeps apart", "a gap, keeps apart"),
    ("np.sum(dZ, axis=0)", "np.sum(dZ, axis=0)"),
    ("row 3 is [1, -3]", "row 3 is 1, minus 3"),
    ("δ and η", "delta and eta"), ("Σₘ dZ", "sum over m of dZ"),
    ("- its digits", "its digits"), ("a − b ≥ 0", "a minus b is at least 0"),
    ("n = 3 is not m = 4", "n of 3 is not m of 4"),
    ("dW = Xᵀ · dZ and db = Σₘ dZ", "dW is X transposed times dZ and db is sum over m of dZ"),
    ("a**2 and -y/a", "a squared and minus y over a"),
    ("at [0,1], -1 → 2", "at row 0, column 1, minus 1 to 2"),
    ("Z[0,1] = 1 + 2 = 3", "Z[0,1] is 1 plus 2, that is 3"),
    ("W = [[…]].T turns it", "W is [[...]].T turns it"), ("shown as '?'", "shown as 'hidden'"),
    ("(m, 1) × ½", "m by 1 times one half"), ("naïve Größe", "naïve Größe"),
    ("∂𝓛/∂w", "gradient of the loss with respect to w"),
  ]

  @Test(arguments: [
    ("set NAME VALUE [layer K]", "set NAME VALUE optionally layer K"),
    ("X = [[1, 2], [3, 4]]", "X = [[1, 2], [3, 4]]"), ("W[0,1] = -0.5", "W[0,1] = -0.5"),
    ("clip [NORM or off]", "clip optionally NORM or off"), ("mine dW = …", "mine dW = ..."),
    ("set precision 0-15|full", "set precision 0-15 or full"),
  ])
  func whatIsTypedStays(written: String, said: String) {
    #expect(written.usage == said)
  }

  @Test(arguments: cases)
  func aSentenceIsSaid(written: String, said: String) {
    #expect(Speaker.said(written) == said)
    // What is said already stays.
    #expect(Speaker.said(said) == said)
  }
}
