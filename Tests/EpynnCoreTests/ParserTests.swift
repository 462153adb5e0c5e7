import EpynnCore
import Testing

@Suite struct ParserTests {
  @Test func whatIsTypedIsTheTreeThatAStepRuns() throws {
    let typed = [
      "Z": "X @ W + b", "A": "act(Z)", "loss": "loss(Y, A)", "dZ": "dA * act'(Z)",
      "dX": "dZ @ W.T", "dW": "X.T @ dZ", "db": "dZ.sum(axis=0, keepdims=True)",
    ]
    for step in Dense.steps {
      guard let line = typed[step.name] else { continue }
      #expect(try Expression(parsing: line) == step.assignments[0].expression, "\(line)")
    }
    let update = try #require(try Statement(parsing: "W -= rate * dW").assignment)
    #expect(update.target == target("W"))
    #expect(update.value == Dense.steps[9].assignments[0].expression)
  }

  @Test(arguments: [
    ("X · W + b", "X @ W + b"), ("X.dot(W) + b", "X @ W + b"), ("np.dot(X, W) + b", "X @ W + b"),
    ("dA ⊙ act′(Z)", "dA * act'(Z)"), ("dZ · Wᵀ", "dZ @ W.T"), ("A − Y", "A - Y"),
    ("np.sum(dZ, axis=0)", "dZ.sum(axis=0)"), ("dZ.sum(0)", "dZ.sum(axis=0)"),
    ("np.array([[1., -2.], [3, 4]], dtype=float)", "[[1, -2], [3, 4]]"),
    ("[[ 1. -2.]  [ 3.  4.]]", "[[1, -2], [3, 4]]"), ("[1 -1]", "[1, -1]"),
    ("[1 - 1]", "[(1 - 1)]"),
    ("X.shape == (4, 3)", "X.shape == [4, 3]"), ("Z[1]", "Z[1,:]"),
    ("np.zeros((2, 3))", "zeros(2, 3)"),
    ("+W", "W"), ("W1", "W1"), ("η * dW", "rate * dW"), ("relu_prime(Z)", "relu'(Z)"),
    ("X @ W # a comment", "X @ W"), ("Z.astype(float)", "np.float64(Z)"),
    ("tensor([[1.5, 2.5]], grad_fn=<AddmmBackward0>)", "[[1.5, 2.5]]"),
    ("tensor([[1.5]], dtype=torch.float64, grad_fn=<MulBackward0>)", "[[1.5]]"),
    ("np.array([[1.5, 2.5]], dtype='float64')", "[[1.5, 2.5]]"),
  ])
  func spellingsOfTheSame(line: String, other: String) throws {
    #expect(try Expression(parsing: line) == Expression(parsing: other))
  }

  @Test(
    arguments: [
      ("2 + 3 * 4", 14.0), ("(2 + 3) * 4", 20.0), ("-2 ** 2", -4.0), ("2 ** -1", 0.5),
      ("2 ** 3 ** 2", 512.0),
      ("7 - 2 - 1", 4.0), ("8 / 2 / 2", 2.0), ("1 < 2", 1.0), ("2 + 1 == 3", 1.0), ("-(-3)", 3.0),
      ("1e-3 * 1e3", 1.0),
      ("X[2][0]", 2.0), ("X[-1][2]", 2.0), ("X.shape[0]", 4.0), ("X.shape[1]", 3.0),
      ("X[0,0]", 2.0), ("X[-1,-1]", 2.0),
      ("X[:,0].sum()", 5.0),
      ("X[0:2,1].sum()", 1.0), ("np.maximum(3, 5)", 5.0), ("where(X > 1, 1, 0.0).sum()", 3.0),
      ("X.max()", 2.0),
      ("X[2,:].argmax()", 0.0), ("np.mean(X)", 11.0 / 12), ("np.round(2.567, 1)", 2.6),
      ("m * 100 + n * 10 + u", 432.0),
      ("np.allclose(X, X + 1e-12)", 1.0), ("abs(-3)", 3.0), ("sign(-3)", -1.0), ("log1p(0)", 0.0),
      ("[[1, 2]] @ [[3], [4]]", 11.0),
    ] as [(String, Double)])
  func numbers(line: String, expected: Double) throws {
    let value = try Expression(parsing: line).value(in: Scope(.example, layer: 1))
    #expect(value.scalar == expected)
  }

  @Test(
    arguments: [
      ("(X", Fault.neverClosed("("), 2), ("[1, 2", .neverClosed("["), 0),
      ("X @", .unexpectedEnd(wanted: "a name, a number or '('"), 3),
      ("X ? W", .unexpectedCharacter("?"), 2),
      ("X W", .unexpected("W", wanted: "an operator or the end of the line"), 2),
      ("1 + 1e999", .numberOutOfRange("1e999"), 4),
      ("[[1, 2], [3]]", .raggedRow(row: 1, count: 1, expected: 2), 9),
      ("expp(X)", .unknownFunction("expp", nearest: "exp"), 0),
      ("exp(X, W)", .argumentCount("exp", expected: 1, found: 2), 0),
      ("X.sum(axes=0)", .unknownKeyword("axes", of: "sum"), 6),
      ("cache['foo']", .unexpected("foo", wanted: "a name such as W1 or dW1"), 6),
    ] as [(String, Fault, Int)])
  func faultsSayWhere(line: String, fault: Fault, column: Int) {
    #expect(throws: Failure(fault, at: column)) { try Expression(parsing: line) }
  }

  @Test func evaluationFaultsSayWhere() throws {
    func failure(_ line: String) -> Failure? {
      do throws(Failure) {
        _ = try Expression(parsing: line).value(in: Scope(.example, layer: 1))
        return nil
      } catch { return error }
    }
    let x = Operand(Expression(.quantity(.x, layer: nil)), Shape(4, 3))
    #expect(failure("X @ X") == Failure(.innerSizes(left: x, right: x), at: 2))
    #expect(
      failure("1 + X[4,0]")
        == Failure(.outside(rows: .one(4), columns: .one(0), of: x), at: 5))
    #expect(failure("2 * dW")?.column == 4)
    let held = 8 * (12 + 6 + 2 + 8)
    func noRoom(_ size: Int, besides kept: Int = 0) -> Fault {
      .noRoom(Shape(size, size), total: held + kept + 8 * size * size, .session)
    }
    #expect(failure("ones(100000, 100000)") == Failure(noRoom(100_000), at: 0))
    #expect(
      failure("ones(40000, 1) @ ones(1, 40000)")?.fault
        == noRoom(40_000, besides: 2 * 8 * 40_000))
    #expect(failure("softmax'(X)") == Failure(.jacobian("softmax"), at: 0))
    #expect(failure("[X, 1]")?.fault == .notANumber(Shape(4, 3)))
    #expect(failure("W7") == Failure(.noSuchLayer(7, count: 1), at: 0))
  }

  private func target(_ name: String) -> Statement.Target {
    guard case .assign(let target, _)? = try? Statement(parsing: "\(name) = 1") else {
      preconditionFailure("an assignment")
    }
    return target
  }
}
