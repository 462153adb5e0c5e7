import EpynnCore
import Testing

/// What a line means: precedence, NumPy's spellings, printed arrays, assignments.
@Suite struct ParserSpellingTests {
  @Test(arguments: [
    ("-X ** 2", "-(X ** 2)"), ("-X @ W", "(-X) @ W"), ("X ** -n", "X ** (-n)"),
    ("2 ** -n ** 2", "2 ** (-(n ** 2))"), ("X * X @ W", "(X * X) @ W"),
    ("X @ W * 2", "(X @ W) * 2"), ("A - Y * 2 > 0", "(A - (Y * 2)) > 0"),
    ("-X.T @ dZ", "(-(X.T)) @ dZ"), ("X[0].T", "(X[0]).T"), ("-Z[0,1]", "-(Z[0,1])"),
    ("2 - -n", "2 - (-n)"), ("1 - 2 + 3", "(1 - 2) + 3"), ("A == Y - 1", "A == (Y - 1)"),
    ("--n", "-(-n)"), ("n ** 2 ** m", "n ** (2 ** m)"), ("(X).T", "X.T"),
  ])
  func precedenceIsPythons(line: String, explicit: String) throws {
    #expect(try Expression(parsing: line) == Expression(parsing: explicit))
  }

  @Test(arguments: [
    ("X·W+b", "X @ W + b"), ("dA⊙act′(Z)", "dA * act'(Z)"), ("rate × dW", "rate * dW"),
    ("A−Y", "A - Y"), ("Z ≤ 0", "Z <= 0"), ("Z ≥ 0", "Z >= 0"), ("Z ≠ 0", "Z != 0"),
    ("(X)ᵀ", "X.T"), ("np.matmul(X, W)", "X @ W"), ("X.dot(W).T", "(X @ W).T"),
    ("np.transpose(X)", "X.T"), ("X.transpose()", "X.T"),
    ("numpy.exp(Z)", "exp(Z)"), ("np.sum(np.exp(Z))", "exp(Z).sum()"),
    ("np.array([[1, 2]], dtype=np.float64)", "[[1, 2]]"),
    ("np.array([[1], [2]], dtype=float, copy=True).T", "[[1], [2]].T"),
    ("dZ.sum(axis=0, keepdims=True)", "dZ.sum(axis=-2)"), ("A.max(axis=1)", "A.max(1)"),
    ("A.mean(axis=None)", "mean(A)"), ("np.abs(Z)", "np.fabs(Z)"),
    ("MSE_prime(Y, A)", "MSE'(Y, A)"), ("act_prime(Z)", "act′(Z)"),
    ("lrelu(Z, LRELU_alpha=0.3)", "lrelu(Z)"), ("zeros((2, 3))", "zeros(2, 3)"),
    ("[[ 1. -2.]\n [ 3.  4.]]", "[[1, -2], [3, 4]]"),
    ("[[ 1.00e+00 -2.00e-01]\n [-3.00e+00  4.00e+00]]", "[[1, -0.2], [-3, 4]]"),
    ("array([[1., 2.],\n       [3., 4.]])", "[[1, 2], [3, 4]]"),
    ("[1 -1]", "[1, -1]"), ("[1 +1]", "[1, 1]"), ("[1 - 1]", "[(1 - 1)]"), ("[1-1]", "[(1-1)]"),
    ("[(1 -1) 2]", "[1 - 1, 2]"), ("[1 -1, 2]", "[1 - 1, 2]"), ("[[1] [2]]", "[[1], [2]]"),
    ("[-1 -1]", "[-1, -1]"), ("[1,]", "[1]"), ("  X  ", "X"), ("X#Y", "X"),
    (".5 + 5.", "0.5 + 5"), ("1E3", "1000"), ("2.T", "(2).T"),
    ("-True", "-1"), ("X[-True]", "X[-1]"), ("gelu(−True)", "gelu(-1)"),
  ])
  func spellingsOfTheSame(line: String, other: String) throws {
    #expect(try Expression(parsing: line) == Expression(parsing: other))
  }

  @Test(arguments: [("X @ W", "W @ X"), ("X * W", "X @ W"), ("W1", "W"), ("X[0]", "X[:,0]")])
  func whatOnlyLooksTheSame(line: String, other: String) throws {
    #expect(try Expression(parsing: line) != Expression(parsing: other))
  }

  @Test func indicesAndSlices() throws {
    let x = Expression(.quantity(.x, layer: nil))
    func part(_ rows: Selection, _ columns: Selection) -> Expression {
      Expression(.part(x, rows: rows, columns: columns))
    }
    #expect(try Expression(parsing: "X[0,1]") == part(.one(0), .one(1)))
    #expect(try Expression(parsing: "X[-1]") == part(.one(-1), .everything))
    #expect(try Expression(parsing: "X[:,-2]") == part(.everything, .one(-2)))
    #expect(try Expression(parsing: "X[1:,:2]") == part(.range(1, nil), .range(nil, 2)))
    #expect(try Expression(parsing: "X[-3:-1, 0]") == part(.range(-3, -1), .one(0)))
  }

  @Test(
    arguments: [
      ("X[1:3,:].shape[0]", 2.0), ("X[1:100,:].shape[0]", 3.0), ("X[-2:,0].sum()", 3.0),
      ("(X > 0).sum()", 8.0), ("(X >= 1) @ W[:,0:1] @ ones(1, 1) > 0", nil), ("X.T.shape[1]", 4.0),
      ("(Y == Y).min()", 1.0), ("1 != 1", 0.0), ("3 <= 2", 0.0), ("np.sign(-0.5) ** 3", -1.0),
      ("np.sqrt(X[0,0] * 8)", 4.0), ("np.minimum(X, W.T[0,0]).max()", 1.0),
      ("eye(3).sum()", 3.0), ("W1[0,0] - W[0,0]", 0.0), ("2 ** 0.5 ** 2 < 1.2", 1.0),
      ("-2 ** 2 + 4", 0.0), ("np.argmax(W[:,1])", 2.0), ("7 / 2 * 2", 7.0),
    ] as [(String, Double?)])
  func valuesOfTheExample(line: String, expected: Double?) throws {
    let value = try Expression(parsing: line).value(in: Scope(.example, layer: 1))
    #expect(value.scalar == expected)
  }

  @Test func assignmentsNameTheirTarget() throws {
    func assigned(_ line: String) throws -> (Statement.Target, Expression)? {
      try Statement(parsing: line).assignment
    }
    let cell = try #require(try assigned("W[0,1] = 3"))
    #expect(cell.0.name == .quantity(.w, layer: nil))
    #expect(cell.0.rows == .one(0))
    #expect(cell.0.columns == .one(1))
    #expect(cell.1 == Expression(.number(3)))

    #expect(try assigned("W2[1:] = 0")?.0.name == .quantity(.w, layer: 2))
    #expect(try assigned("η = 0.5")?.0.name == .learningRate)
    #expect(try assigned("my_W = W")?.0.name == .variable("my_W"))
    #expect(try assigned("exp = 3")?.0.name == .reserved("exp"))
    #expect(try assigned("W += 1")?.1 == Expression(parsing: "W + 1"))
    #expect(try assigned("W[0,1] *= 2 + n")?.1 == Expression(parsing: "W[0,1] * (2 + n)"))
    #expect(try assigned("v /= 2")?.1 == Expression(parsing: "v / 2"))
    for line in ["W == 3", "W[0,1] == 3", "W <= 3", "W", "sum(W, axis=0)"] {
      #expect(try assigned(line) == nil, "\(line)")
    }
  }
}
