import EpynnCore
import Testing

@testable import EpynnShell

/// Lines as people pasted them from notebooks, and what comes.
@Suite struct NotebookLinesTests {
  /// The layer on which the lines were tried: five samples, three features, two sigmoid units.
  private static let layer = [
    "new",
    "X = [[0.3, 1.4, 1.2], [-0.5, -0.3, -0.5], [0.6, -0.1, 0.7], [-1.8, 1.6, -0.1], [0.7, -0.1, -0.4]]",
    "dense 2 sigmoid", "W1 = [[-0.8, -0.5], [-1.2, -1.5], [0.3, 0.9]]", "b1 = [[-0.2, -0.7]]",
    "Y = [[0.8, 0.7], [0.5, 0.8], [0.5, 1.0], [0.2, 0.6], [0.5, 0.4]]", "loss MSE", "rate 0.5",
    "run",
  ]

  private func session(_ lines: [String] = layer) -> Session {
    var session = Session()
    for line in lines { #expect(!session.respond(to: line).hasFailed, "\(line)") }
    return session
  }

  private func said(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [
    ("nabla_w = np.zeros_like(W)", "nabla_w (3, 2)"),
    ("m = X.shape[0]", "m is the number of samples, 5"),
    ("np.sort([[3, 1], [2, 0]], axis=None)", "(1, 4) 0 1 2 3 0 [ 0 1 2 3 ]"),
    ("np.argsort([[3, 1], [2, 0]], axis=None)", "(1, 4) 0 1 2 3 0 [ 3 1 2 0 ]"),
    ("np.concatenate(([1, 2], [3, 4]))", "(1, 4) 0 1 2 3 0 [ 1 2 3 4 ]"),
    ("np.column_stack(([1, 2], [3, 4]))", "(2, 2) 0 1 0 ⎡ 1 3 ⎤ 1 ⎣ 2 4 ⎦"),
    ("np.vstack(([1, 2], [3, 4]))", "(2, 2) 0 1 0 ⎡ 1 2 ⎤ 1 ⎣ 3 4 ⎦"),
    ("np.vstack([[1, 2]])", "(1, 2) 0 1 0 [ 1 2 ]"),
    ("np.hstack(([1, 2], [3, 4]))", "(1, 4) 0 1 2 3 0 [ 1 2 3 4 ]"),
    ("np.linalg.norm([3.0, 4.0], -np.inf)", "3"), ("np.var([1.0, 3.0], ddof=3)", "inf"),
    ("np.append(X[0], 1)", "(1, 4) 0 1 2 3 0 [ 0.3 1.4 1.2 1.0 ]"),
    ("np.dot(X, parameters[\"W1\"])", "parameters[\"W1\"] is W1 here"),
    ("self.W1", "self.W1 is W1 here"), ("cache['A1']", "cache['A1'] is A1 here"),
    ("layer1.W", "layer1.W is W1 here"), ("W1.grad", "dW1 (3, 2)"),
    ("np.sum((A - Y)**2) / (2 * len(Y))", "0.1582"),
    (
      "mine dW = tensor([[-0.1284,  0.0017], [-0.0699, -0.1136], [-0.1121, -0.1092]])",
      "all 6 cells agree"
    ),
    ("sum(dZ)", "sum adds all cells here; Python's own sum adds the rows: 'dZ.sum(axis=0)'"),
    ("(A * dZ) @ W.T == A * dZ @ W.T", "equal in all 15 cells"),
    ("np.max(Z, 0)", "(1, u) 0 1 0 [ 0.41 -0.22 ]"),
    (
      "np.array([1.7, -2.3], dtype=int)",
      "0 [ 1 -2 ] dtype int cuts what stands behind the point, as NumPy does"
    ),
    ("a = 3; k = a * 2; print(k)", "6"),
    (
      "print(\"cost\", cost, f\"{cost:.3f} {X.shape[0]} {cost=}\")",
      "cost 0.1582 0.158 5 cost=0.1582"
    ),
    ("print(f'dZ {dZ[0]}')", "dZ [[-0.0818 -0.0655]]"),
    ("print(\"a; b\", sep='')", "a; b"),
    ("n_x, units = W.shape", "3 2"), ("height, width = 1, 2", "1 2"),
  ])
  func whatIsReadComes(line: String, words: String) {
    var session = session()
    let response = session.respond(to: line)
    #expect(said(response).contains(words), "\(line): \(said(response))")
  }

  @Test(arguments: [
    (
      "np.dot(X[0].T, dZ[0])",
      "X[0,:].T (3,) @ dZ[0,:] (2,): '@' needs equal inner sizes; of two rows NumPy adds up"
        + " products, 'np.outer(a, b)' makes a matrix of them"
    ),
    ("np.dot(np.transpose(W, dZ))", "'transpose' takes 1 argument, not 2"),
    (
      "A - np.max(A, axis=1)",
      "A (5, 2) and max(A, axis=1) (5,) do not fit: '-' needs equal shapes, or sizes of 1; NumPy"
        + " lays one dimension along a row, 'keepdims=True' or '[:, None]' keeps a column"
    ),
    ("X[[0, 5]]", "index 5 is outside; 0 to 4 are there"),
    (
      "X[Z > 0]",
      "this mask has shape (5, 2) and what it picks from (5, 3); they must be equal"
    ),
    ("X[(Z > 0)", "'[' is never closed; a ']' is missing"),
    ("X[0, 1, 2]", "3 indices for what has 2 dimensions; leave 1 out"),
    (
      "X[[0, 1], [0, 1, 2]]",
      "two lists of an index meet cell by cell, and one has 2, the other 3 numbers; they must be"
        + " equally long"
    ),
    ("X[::0]", "a range cannot go on by 0; leave the step out"),
    ("X[0.5]", "'0.5' stands where an index, a whole number was wanted"),
    ("v = 0.5; X[v]", "an index is a whole number and this is 0.5"),
    (
      "X.reshape(4, 4)",
      "(5, 3) has 15 cells, which do not fill (4, 4); -1 stands for the size that does"
    ),
    (
      "np.zeros((2, 3, 4))",
      "this has 3 dimensions and a matrix has two; 'reshape(2, 3)' takes two sizes"
    ),
    (
      "Z & Y",
      "'&' joins conditions such as 'Z > 0' and Z (5, 2) is none; comparisons need parentheses:"
        + " (Z > 0) & (Y == 1)"
    ),
    (
      "np.hstack((X, W))",
      "'hstack' cannot join (5, 3) and (3, 2): one size must be equal, and rows and columns of one"
        + " dimension join only each other"
    ),
    (
      "np.concatenate((1, 2))",
      "'concatenate' joins arrays, and a number is none; put it in brackets, as in [2]"
    ),
    (
      "np.linalg.norm(W[0], 'fro')",
      "'fro' is the norm of a whole matrix, and here it is asked of one dimension; leave it out"
    ),
    ("X.ravel(1)", "'order' stands where 'C' or 'F' was wanted"),
    ("X.flatten(order='X')", "'X' stands where 'C' or 'F' was wanted"),
    ("X.reshape((3, 5), 'Q')", "'Q' stands where a name, a number or '(' was wanted"),
    ("X + \"a\"", "'a' stands where a name, a number or '(' was wanted"),
    ("X[True]", "this mask has 1 cell for a length of 5; they must be equal"),
    (
      "print(f\"{W @ X}\")",
      "W (3, 2) @ X (5, 3): '@' needs equal inner sizes, and u = 2 is not m = 5"
    ),
    ("print(f\"{cost\")", "'{' is never closed; a '}' is missing"),
    ("print(\"a", "'\"' is never closed; a '\"' is missing"),
    ("m = 7", "m is the number of samples, 5 here and not 7; give another number another name"),
    ("m, n = 3", "2 names for 1 value; name each of them"),
    (
      "m, q = X.shape[0], W @ X",
      "W (3, 2) @ X (5, 3): '@' needs equal inner sizes, and u = 2 is not m = 5"
    ),
    (
      "squeezed = np.squeeze(X, axis=0)",
      "axis 0 of (5, 3) is longer than 1; 'squeeze' drops sizes of 1 alone"
    ),
    (
      "X[0].sum(axis=1)",
      "axis 1 is not there: NumPy has one dimension here, whose axis is 0; 'keepdims=True' in front"
        + " keeps two"
    ),
  ])
  func whatIsRefusedSaysWhy(line: String, sentence: String) {
    var session = session()
    let before = session.machine
    let response = session.respond(to: line)
    #expect(response.hasFailed, "\(line)")
    #expect(said(response).contains(sentence), "\(line): \(said(response))")
    if !line.contains(";") { #expect(session.machine == before, "\(line)") }
  }

  /// A run of lines makes the learner's own, which is compared and never assigned.
  @Test func whatAStepComputesIsTheLearnersOwn() {
    var session = session(["restart", "step 5"])
    let before = session.machine
    let begun = said(session.respond(to: "dZ = dA.copy()"))
    #expect(begun == "your dZ begins, (4, 2); it is compared as lines go on with it")
    #expect(said(session.respond(to: "mine dZ")).contains("slope-left-out"))
    #expect(said(session.respond(to: "dZ[Z <= 0] = 0")) == "all 8 cells agree")
    #expect(said(session.respond(to: "dZ[2, 1] += 1")).contains("dZ[2,1]"))
    #expect(said(session.respond(to: "grads['dW1'] = X.T @ dA")).contains("dW"))
    #expect(session.machine == before)
    #expect(said(session.respond(to: "cost = np.mean(np.mean((A - Y)**2, axis=1))")) == "it agrees")
    // Without a beginning cells of it are the layer's, which are not set.
    #expect(session.respond(to: "dX[0, 0] = 1").hasFailed)
  }

  /// Behind an update a program's line means the weights that its result was computed with.
  @Test(arguments: ["Z = np.dot(X, W) + b", "dX = dZ @ W.T", "mine Z = X @ W + b"])
  func aLineIsComputedWithTheWeightsOfItsResult(line: String) {
    var session = session()
    _ = session.respond(to: "k = 1")
    #expect(said(session.respond(to: line + " * k")).contains("cells agree"), "\(line)")
    #expect(!said(session.respond(to: line + " * k")).contains("yours"), "\(line)")
  }

  /// What is refused was never made, and what begins has the shape that it is to have.
  @Test(arguments: ["dW = np.ones((1, 1))", "dW = np.zeros((2, 3))", "dW = np.zeros((9000, 9000))"])
  func whatIsRefusedWasNeverMade(line: String) {
    var session = session()
    #expect(said(session.respond(to: line)).contains("yours"))
    #expect(session.respond(to: "mine dW").hasFailed)
    #expect(!session.respond(to: "dW = dW.copy()").hasFailed)
    #expect(said(session.respond(to: "dW = np.ones((1, 1))")).contains("yours has shape"))
    #expect(said(session.respond(to: "mine dW")).contains("all 6 cells agree"))
  }

  /// None of a function's body is run, and what stands behind it goes on.
  @Test func whatIsProgrammingIsPassedOver() {
    var session = session()
    let before = session.machine
    #expect(
      said(session.respond(to: "def sigmoid_prime(z):")).hasPrefix(
        "'def' is programming, which is not run here; 'activation = …' makes an activation of Z"))
    for line in ["    step", "    W = W * 0", "", "\treturn z"] {
      #expect(session.respond(to: line, from: .script).text.isEmpty, "\(line)")
    }
    #expect(session.machine == before)
    #expect(said(session.respond(to: "3 + 4")) == "7")
    for line in [
      "for i in range(3):", "if m > 3:", "with x:", "class A:", "import torch",
      "from numpy import *", "return dW", "assert m == 5", "lambda z: z", "%matplotlib inline",
    ] {
      #expect(said(session.respond(to: line)).contains("is programming, which is not run here; "))
      #expect(said(session.respond(to: "3 + 4")) == "7", "\(line)")
    }
    #expect(session.respond(to: "import numpy as np").text.isEmpty)
  }

  @Test func conditionsSetCells() {
    var session = session()
    for line in [
      "G = A.copy()", "G[Z <= 0] = 0", "W[W < 0] = 0", "D = np.zeros_like(A)",
      "D[np.arange(5), [0, 1, 0, 1, 0]] -= 1", "i = np.array([1, 2], dtype=int)", "i[0] = 2.9",
    ] { #expect(!session.respond(to: line).hasFailed, "\(line)") }
    #expect(said(session.respond(to: "W == where(W > 0, W, 0)")).hasPrefix("equal"))
    #expect(said(session.respond(to: "(G == A * (Z > 0)).all()")).hasPrefix("1"))
    #expect(said(session.respond(to: "D.sum()")) == "-5")
    #expect(said(session.respond(to: "D[1, 1]")) == "-1")
    #expect(said(session.respond(to: "i[0]")) == "2")
  }

  /// Each idiom half typed is read, or refused with nothing changed.
  @Test(arguments: [
    "W[Z[:3] > 0] = np.clip(W, -1, 1)[Z[:3] > 0]", "D = A.copy()[np.arange(5), [0, 1, 0, 1, 0]]",
    "m, n = X.shape", "print(f\"{cost:.4f} and {np.sum(dW, axis=0)}\", 'x')",
    "v = np.concatenate((X, np.ones((5, 1))), axis=1)", "grads['dW1'] = X.T @ dZ; print(W)",
    "t = tensor([[0.5, -1.0]], dtype=torch.float64, grad_fn=<AddBackward0>)",
    "k = ~(Z > 0) & np.isnan(A[:, ::-1]) | (Y == 2)", "s = np.linalg.norm(X[:, None, 0], axis=-1)",
  ])
  func halfTypedLinesChangeNothing(line: String) {
    var session = session()
    for length in 0...line.unicodeScalars.count {
      let half = String(String.UnicodeScalarView(line.unicodeScalars.prefix(length)))
      // What ends at a ';' has run.
      guard !half.contains(";") else { continue }
      let before = session.machine
      let response = session.respond(to: half, from: .script)
      if response.hasFailed { #expect(session.machine == before, "\(half)") }
      #expect(!response.hasFailed || !said(response).isEmpty, "\(half)")
    }
  }

  /// As many statements as anybody types; a line of half a million is refused at once.
  @Test func statementsOfALineAreBounded() {
    var session = session()
    #expect(said(session.respond(to: String(repeating: "1;", count: 99) + "2")).hasSuffix("1 2"))
    #expect(
      said(session.respond(to: String(repeating: "1;", count: 300_000) + "2")).contains(
        "a line holds 100 statements at most; leave some to the next line"))
    #expect("a = 1;; b = 2; ;".statements == ["a = 1", "        b = 2; ;"])
    #expect("a = 1; # b = 2".statements == ["a = 1; # b = 2"])
    #expect("print('a; b')".statements == ["print('a; b')"])
  }

  /// A line that goes on behind a backslash, and brackets in quotes that open nothing.
  @Test func linesGoOn() {
    var joiner = LineJoiner()
    joiner.add(Array("v = 1 + \\".utf8))
    #expect(joiner.isUnfinished)
    joiner.add(Array("2".utf8))
    #expect(!joiner.isUnfinished)
    #expect(String(decoding: joiner.bytes, as: UTF8.self) == "v = 1 +  2")
    var quoted = LineJoiner()
    quoted.add(Array("print('(', \"[#\")".utf8))
    #expect(!quoted.isUnfinished)
    // A quote that is never closed keeps nobody waiting for a bracket.
    for line in ["print(\"hello", "print('hello", "v = f(\"a"] {
      var open = LineJoiner()
      open.add(Array(line.utf8))
      #expect(!open.isUnfinished, "\(line)")
    }
    var prime = LineJoiner()
    prime.add(Array("v = (act'(Z) *".utf8))
    #expect(prime.isUnfinished)
  }
}
