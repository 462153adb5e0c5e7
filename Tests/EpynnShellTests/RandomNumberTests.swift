import EpynnCore
import EpynnShell
import Testing

/// Draws of random numbers in formulas: what they change, where, and what refuses them.
@Suite struct RandomNumberTests {
  /// The first numbers of `RandomState(1)` are printed by every NumPy.
  @Test func aLineOfANotebookDraws() {
    var session = Session()
    #expect(session.answer("np.random.seed(1)") == ["np.random begins anew"])
    #expect(session.answer("W = np.random.randn(3, 2) * 0.01") == ["W is set, (3, 2)"])
    #expect(session.answer("np.random.rand()") == ["0.4192"])
    #expect(
      session.answer("W") == [
        "W (3, 2)  (n, u)  weights", "            0       1",
        "  0 ⎡  0.0162 -0.0061 ⎤", "  1 ⎢ -0.0053 -0.0107 ⎥", "  2 ⎣  0.0087 -0.0230 ⎦",
      ])
  }

  @Test func aGeneratorStandsUnderAName() {
    var session = Session()
    #expect(
      session.answer("rng = np.random.default_rng(1)")
        == ["rng is a generator, as default_rng(1) is"])
    #expect(
      session.answer("rng.integers(0, 10, size=(1, 4))")
        == ["rng.integers(0, 10, (1, 4)) (1, 4)", "      0  1  2  3", "  0 [ 4  5  7  9 ]"])
    #expect(
      session.answer("s1 = np.random.RandomState(seed=1)")
        == ["s1 is a generator, as RandomState(1) is"])
    #expect(
      session.answer("s1.permutation(4)")
        == ["s1.permutation(4) (1, 4)", "      0  1  2  3", "  0 [ 3  2  0  1 ]"])
    #expect(session.answer("s1.seed(1)") == ["s1 begins anew"])
    #expect(session.answer("s1.permutation(4)").last == "  0 [ 3  2  0  1 ]")
    #expect(session.answer("s1 = 2") == ["2"])
    #expect(
      session.answer("s1.rand()").suffix(1)
        == ["'s1' is no generator; 'rng = np.random.default_rng(1)' makes one"])
  }

  /// A draw belongs to the line that makes it: `back` takes both.
  @Test func aSizeThatIsDrawnIsAStop() {
    var session = Session()
    for line in ["rng = np.random.default_rng(1)", "a = 1"] { _ = session.answer(line) }
    let before = session.machine
    #expect(session.answer("m = rng.random() * 0 + 4") == ["m is the number of samples, 4"])
    #expect(session.machine != before)
    _ = session.answer("back")
    #expect(session.machine == before)
    #expect(session.answer("a") == ["1"])
  }

  /// A name is a number or a generator, never both.
  @Test func aGeneratorThatBecomesItsOwnDrawIsANumber() {
    var session = Session()
    for line in ["rng = np.random.default_rng(1)", "rng = rng.random()"] {
      _ = session.answer(line)
    }
    // NumPy's `default_rng(1).random()`.
    #expect(session.answer("rng") == ["0.5118"])
    #expect(
      session.answer("rng.random()").last
        == "'rng' is no generator; 'rng = np.random.default_rng(1)' makes one")
    _ = session.answer("back")
    #expect(session.answer("rng.random()") == ["0.5118"])
  }

  /// Two ways to ask for the same numbers.
  @Test(arguments: [
    ("np.random.normal(0, 1, (3, 2))", "np.random.normal(size=(3, 2))"),
    ("np.random.normal(0, 2, (3, 2))", "np.random.normal(scale=2, size=[3, 2], loc=0)"),
    ("np.random.randn(4, 3)", "np.random.randn(*X.shape)"),
    ("np.random.randn(4, 3)", "numpy.random.randn(m, n)"),
    ("np.random.randn(4, 3)", "np.random.standard_normal(X.shape)"),
    ("np.random.rand(2, 3)", "np.random.random((2, 3))"),
    ("np.random.rand(3)", "np.random.random_sample(size=(3,))"),
    ("np.random.rand(1, 3)", "np.random.uniform(size=3)"),
    ("np.random.rand()", "np.random.uniform(0, 1, None)"),
    ("np.random.randint(0, 9, 5)", "np.random.randint(9, size=5, dtype=np.int64)"),
    ("np.random.randint(0, 9, 5)", "np.random.randint(low=0, high=9, size=(1, 5))"),
    ("np.random.choice(9, 5)", "np.random.randint(9, size=5)"),
    ("np.random.choice([4, 5, 6], 2, False)", "np.random.choice([4, 5, 6], 2, replace=False)"),
    ("np.random.permutation(m)", "np.random.permutation(X.shape[0])"),
    ("np.random.RandomState(3).rand(3, 2)", "np.random.RandomState(seed=3).rand(3, 2)"),
    ("np.random.default_rng(1).random(3)", "np.random.default_rng().random(3)"),
    ("1 - 2 * np.random.rand(2, 2)", "np.random.rand(2, 2) * -2 + 1"),
  ])
  func twoSpellingsDrawTheSame(one: String, other: String) {
    let drawn = [one, other].map { formula in
      var session = Session()
      _ = session.answer("np.random.seed(7)")
      _ = session.answer("v = \(formula)")
      return session.machine.variables["v"]?.matrix
    }
    #expect(drawn[0] != nil)
    #expect(drawn[0] == drawn[1])
  }

  /// Python computes arguments first, then from left to right.
  @Test func drawsStandInPythonsOrder() throws {
    var (joined, apart) = (Session(), Session())
    _ = joined.answer(
      "v = [np.random.rand(), np.random.rand() - np.random.uniform(np.random.rand(), 3)]")
    for line in [
      "a1 = np.random.rand()", "a2 = np.random.rand()", "a3 = np.random.rand()",
      "a4 = np.random.uniform(a3, 3)", "v = [a1, a2 - a4]",
    ] { _ = apart.answer(line) }
    let value = try #require(joined.machine.variables["v"]?.matrix)
    #expect(value == apart.machine.variables["v"]?.matrix)
  }

  @Test func backBringsTheGeneratorBack() {
    var session = Session()
    for line in ["np.random.seed(3)", "rng = np.random.default_rng(3)"] { _ = session.answer(line) }
    let start = session.machine
    for line in [
      "np.random.rand()", "v = np.random.randn()", "W += np.random.rand(3, 2)",
      "np.random.shuffle(X)", "rng.random()", "rng.shuffle(X)", "np.random.seed(4)", "rng = 1",
    ] {
      let first = session.answer(line)
      #expect(session.machine != start, "\(line)")
      let after = session.machine
      _ = session.answer("back")
      #expect(session.machine == start, "\(line)")
      #expect(session.answer(line) == first)
      #expect(session.machine == after)
      _ = session.answer("back")
      _ = session.answer("redo")
      #expect(session.machine == after)
      _ = session.answer("back")
    }
  }

  @Test(arguments: [
    "W = np.random.randn(9, 9)", "v = np.random.randn(3, 2) + np.random.randn(2, 2)",
    "np.random.rand(2, 1) @ np.random.rand(2, 1)", "Z = np.random.randn(4, 2)",
    "rate np.random.rand()",
    "n = np.random.rand()", "v = np.random.rand() + np.random.normal(0, -1)",
    "np.random.shuffle(Z)", "np.random.shuffle(dW)", "np.random.seed(-1)",
    "np.random.rand(2) == np.random.rand(3)",
  ])
  func whatIsRefusedDrawsNothing(line: String) {
    var session = Session()
    _ = session.answer("np.random.seed(3)")
    let before = session.machine
    #expect(session.respond(to: line).complaint != nil)
    #expect(session.machine == before)
  }

  @Test func withoutASeedTheSessionsIsTakenAndSaidOnce() {
    var session = Session()
    _ = session.answer("seed 5")
    #expect(
      session.answer("a1 = np.random.rand()").last
        == "it has no seed of its own and takes the session's, 5")
    #expect(session.answer("a2 = np.random.rand()") == ["0.8707"])
    _ = session.answer("np.random.seed(5)")
    #expect(session.answer("a3 = np.random.rand()") == ["0.222"])
    #expect(session.answer("a1") == ["0.222"])
  }

  /// The sentences, letter by letter.
  @Test(arguments: [
    ("display np.random.rand()", notHere), ("mine dW = np.random.rand(3, 2)", notHere),
    ("show np.random.rand()", notHere), ("break A if np.random.rand() > 0.5", notHere),
    ("rng.rand()", "'rng' is no generator; 'rng = np.random.default_rng(1)' makes one"),
    (
      "random.seed(1)",
      "'random' alone is Python's own module, which draws other numbers; write np.random"
    ),
    ("rng.shuffle(X)", "'rng' is no generator; 'rng = np.random.default_rng(1)' makes one"),
    ("g1", "'g1' is a generator; its numbers come by a draw, as in g1.normal(0, 1, (3, 2))"),
    ("g1 + 1", "'g1' is a generator; its numbers come by a draw, as in g1.normal(0, 1, (3, 2))"),
    ("v = np.random.default_rng(1) + 1", inFormula), ("np.random.RandomState(2)", inFormula),
    (
      "g1.randn(3, 2)",
      "'randn' is no draw of default_rng; it has choice, integers, normal, permutation, random, standard_normal and uniform"
    ),
    ("np.random.integers(3)", unknown("integers")), ("np.random.foo(3)", unknown("foo")),
    (
      "g1.seed(1)",
      "'seed' is no draw of default_rng; it has choice, integers, normal, permutation, random, standard_normal and uniform"
    ),
    ("v = np.random.seed(1)", "'seed' gives nothing back; it stands on a line of its own"),
    ("v = np.random.shuffle(X)", "'shuffle' gives nothing back; it stands on a line of its own"),
    ("np.random.randint()", "'randint' needs 'low'; it is called as randint(0, 10, (3, 2))"),
    ("np.random.choice(size=3)", "'choice' needs 'a'; it is called as choice(10, 3)"),
    (
      "np.random.normal(0, 1, 2, 3)",
      "'normal' takes at most 3 arguments; it is called as normal(0, 1, (3, 2))"
    ),
    ("np.random.normal(0, loc=1)", "'loc' is given twice; leave one of them out"),
    ("np.random.normal(mean=1)", "'normal' takes no 'mean'; leave it out"),
    ("np.random.randn(size=3)", "'randn' takes no 'size'; leave it out"),
    ("np.random.seed(sed=3)", "'seed' takes no 'sed'; leave it out"),
    ("np.random.seed(1, 2)", "'seed' takes 1 argument, not 2"),
    (
      "g1.random(3, dtype=np.float32)",
      "that dtype draws other numbers; leave it out, or take int, int64 or float64"
    ),
    ("np.random.rand(2, 3, 4)", badSize), ("np.random.random((2, 3, 4))", badSize),
    ("np.random.rand(1.5)", badSize), ("np.random.rand(-1)", badSize),
    ("np.random.rand(2, X)", badSize),
    ("np.random.rand(0)", "shape (1, 0) has no cell; every size is 1 or more"),
    ("np.random.permutation(0)", "shape (1, 0) has no cell; every size is 1 or more"),
    (
      "np.random.randn((3, 2))",
      "'randn' takes its sizes one by one, as in randn(3, 2), and no tuple"
    ),
    (
      "np.random.seed(-1)",
      "a seed is a whole number from 0 to 4294967295, or a list of such numbers"
    ),
    (
      "np.random.seed(2**32)",
      "a seed is a whole number from 0 to 4294967295, or a list of such numbers"
    ),
    (
      "np.random.seed(X)",
      "a seed is a whole number from 0 to 4294967295, or a list of such numbers"
    ),
    (
      "rng = np.random.default_rng(0.5)",
      "a seed is a whole number from 0 to 9007199254740992, or a list of such numbers"
    ),
    ("np.random.normal(X, 1)", "'loc' must be one number and this has shape (4, 3)"),
    ("np.random.randint(0.5, 3)", "'low' must be a whole number, at most 2**53 away from 0"),
    ("np.random.randint(0, 1e300)", "'high' must be a whole number, at most 2**53 away from 0"),
    ("np.random.normal(0, -1)", "'scale' must be 0 or more"),
    (
      "np.random.randint(5, 5)",
      "no whole number lies from 5 up to but without 5; take a larger upper bound"
    ),
    (
      "np.random.choice(0)",
      "no whole number lies from 0 up to but without 0; take a larger upper bound"
    ),
    (
      "np.random.choice(X, 2)",
      "'choice' draws from a list of numbers and this has shape (4, 3); draw row numbers, as in choice(4, 2)"
    ),
    (
      "np.random.choice(3, 4, replace=False)",
      "4 numbers cannot be drawn from 3 without repeating one; draw fewer or leave replace=False out"
    ),
    (
      "np.random.choice(2, p=[0.5, 0.6])",
      "'p' needs 2 numbers from 0 to 1, and their sum must be 1"
    ),
    (
      "np.random.choice(3, p=[0.5, 0.5])",
      "'p' needs 3 numbers from 0 to 1, and their sum must be 1"
    ),
    (
      "np.random.choice(3, 3, False, [0.5, 0.5, 0])",
      "'p' is above 0 for 2 only and 3 different ones are wanted; draw fewer"
    ),
    (
      "np.random.shuffle(X + 1)",
      "'shuffle' changes what stands under a name, as in np.random.shuffle(X)"
    ),
    (
      "np.random.shuffle()",
      "'shuffle' changes what stands under a name, as in np.random.shuffle(X)"
    ),
    ("W = np.random.default_rng(1)", "'W' has a meaning of its own here; choose another name"),
    (
      "step = np.random.default_rng(1)", "'step' has a meaning of its own here; choose another name"
    ),
    ("np.random.randn(3, 2", "'(' is never closed; a ')' is missing"),
    ("np.random.seed(", "the line ends where a name, a number or '(' was wanted"),
    ("np.random.seed(1) + 1", "'+' stands where the end of the line was wanted"),
    ("np.random.randn(10**9)", room("(1, 1000000000)")),
    ("v = g1.normal(size=(10**9, 1))", room("(1000000000, 1)")),
    ("np.random.permutation(10**9)", room("(1, 1000000000)")),
    ("np.random.choice(10**9, 3, replace=False)", room("(1, 1000000000)")),
    ("np.random.choice(3, 10**9)", room("(1, 1000000000)")),
    ("np.random.randint(0, 9, (10**5, 10**4))", room("(100000, 10000)")),
  ])
  func theSentenceIsClearAndNothingChanges(line: String, sentence: String) {
    var session = Session(screen: Screen(width: 1_000))
    _ = session.answer("g1 = np.random.default_rng(1)")
    let before = session.machine
    #expect(session.answer(line).last == sentence)
    #expect(session.machine == before)
  }

  private static let notHere =
    "a draw moves its generator on, so it stands behind '=' or on a line of its own, as in 'R = np.random.rand(3, 2)'"
  private static let inFormula =
    "a generator stands alone behind '=', as in 'rng = np.random.default_rng(1)', or draws at once, as in np.random.default_rng(1).random((3, 2))"
  private static let badSize = "a size is one or two whole numbers, as in 3 or (3, 2)"
  private static func unknown(_ name: String) -> String {
    "'\(name)' is no draw of np.random and RandomState; it has choice, normal, permutation, rand, randint, randn, random, random_sample, standard_normal and uniform"
  }
  private static func room(_ shape: String) -> String {
    "with \(shape) a session would hold 7630 MB, and 1024 MB is the most; take fewer rows or columns, or set a variable that is large to 0"
  }

  @Test func whatIsTriedDrawsNothingUntilItIsKept() {
    var session = Session()
    _ = session.answer("np.random.seed(3)")
    let before = session.machine
    let tried = session.answer("try W = np.random.randn(3, 2)")
    #expect(session.machine == before)
    #expect(session.answer("try W = np.random.randn(3, 2)") == tried)
    _ = session.answer("keep")
    var direct = Session()
    for line in ["np.random.seed(3)", "W = np.random.randn(3, 2)"] { _ = direct.answer(line) }
    #expect(session.answer("np.random.rand()") == direct.answer("np.random.rand()"))
    #expect(session.answer("W") == direct.answer("W"))
  }

  @Test func aSavedSessionDrawsTheSame() throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in [
      "seed 9", "np.random.rand(2)", "rng = np.random.default_rng()", "rng.normal(size=3)",
      "np.random.seed(1)", "W = np.random.randn(3, 2)", "W = np.random.randn(7, 2)",
      "np.random.shuffle(X)", "back 2", "np.random.choice(5, 3, replace=False)", "step",
      "v = rng.integers(0, 9, (2, 2)) + np.random.randint(3)", "np.random.randint(5, 5)",
    ] { _ = session.respond(to: line) }
    #expect(session.answer("save draws.md", in: disk).text.hasPrefix("saved "))
    for failure in try disk.discrepancies(of: "draws.md") {
      Issue.record("line \(failure.line): \(failure.message.joined(separator: "\n"))")
    }
  }

  @Test func shuffleMovesRowsOfATensorAndNumbersOfAList() {
    var session = Session()
    for line in ["X = [[1, 2], [3, 4], [5, 6]]", "np.random.seed(0)", "np.random.shuffle(X)"] {
      _ = session.answer(line)
    }
    #expect(session.answer("X").suffix(3) == ["  0 ⎡ 5  6 ⎤", "  1 ⎢ 3  4 ⎥", "  2 ⎣ 1  2 ⎦"])
    for line in ["v = [1, 2, 3]", "np.random.seed(0)"] { _ = session.answer(line) }
    #expect(session.answer("np.random.shuffle(v)").last == "  0 [ 3  2  1 ]")
  }

  /// Every beginning of a line: it draws, or one sentence is said and nothing has changed.
  @Test func whatIsHalfTypedChangesNothing() {
    let lines = [
      "W = np.random.randn(*W.shape) * 0.01", "rng = np.random.default_rng([1, 2])",
      "v = np.random.choice([1, 2], size=(3, 2), replace=True, p=[0.5, 0.5])",
      "np.random.shuffle(X)", "v = g1.normal(loc=0, scale=1, size=(3, 2))[0,1]",
      "np.random.RandomState(3).randint(0, high=9, dtype=int)",
    ]
    for line in lines {
      for length in 1...line.count {
        var session = Session()
        _ = session.answer("g1 = np.random.default_rng(1)")
        let before = session.machine
        let response = session.respond(to: String(line.prefix(length)), from: .script)
        #expect(response.complaint == nil || session.machine == before, "\(line.prefix(length))")
        if length == line.count { #expect(response.complaint == nil, "\(line)") }
      }
    }
  }

  @Test(arguments: [("np.random.uniform(", ", 1)"), ("-(", ")"), ("[", "]"), ("abs(", ")")])
  func deepDrawsAreMadeOrRefused(opening: String, closing: String) {
    for depth in [20, 60, 250] {
      var session = Session()
      let formula =
        String(repeating: opening, count: depth) + "np.random.rand()"
        + String(repeating: closing, count: depth)
      let response = session.respond(to: "v = \(formula)")
      #expect((response.complaint == nil) == (session.machine.variables["v"] != nil))
    }
  }

  @Test func helpSaysWhichStreamsAreBitForBit() {
    var session = Session()
    let text = session.answer("help random").joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(text.contains("permutations and choices are NumPy's bit for bit"))
    #expect(text.contains("else within one unit of the last digit"))
    for kind in RandomStream.Kind.allCases {
      for name in kind.drawNames { #expect(text.contains(name)) }
    }
  }
}

extension Session {
  fileprivate mutating func answer(_ line: String) -> [String] {
    let response = respond(to: line)
    let page = response.complaint ?? response.output
    return page.text.split(separator: "\n").map(String.init)
  }
}
