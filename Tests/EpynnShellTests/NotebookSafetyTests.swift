import EpynnCore
import Testing

@testable import EpynnShell

/// Lines of a notebook that ask for too much, and what they may tell of what is covered.
@Suite struct NotebookSafetyTests {
  private func said(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func session(_ lines: [String] = []) -> Session {
    var session = Session()
    for line in lines { #expect(!session.respond(to: line).hasFailed, "\(line)") }
    return session
  }

  @Test(arguments: [
    ("arange(-1e300)", "shape (1, 0) has no cell; every size is 1 or more"),
    ("np.arange(-128, -1e308, 1e-300)", "shape (1, 0) has no cell; every size is 1 or more"),
    ("v = zeros((1, 100000)); v[zeros(200000)]", "would hold"),
    ("x = zeros((1, 100000)); w = zeros(200000); x[:, w][w[:100000]]", "would hold"),
    ("v = [1, 2]; v[[[0, 1], [1, 0]]]", "this has 3 dimensions"),
    (
      "np.linalg.norm(X, 2)",
      "the norm of a matrix is not here for ord=2; 1 and inf are, and without it the root of the sum"
        + " of squares"
    ),
  ])
  func whatAsksForTooMuchIsRefused(line: String, words: String) {
    var session = session()
    let response = session.respond(to: line)
    #expect(said(response).contains(words), "\(line): \(said(response).prefix(300))")
  }

  @Test func manyFieldsOfATextTakeTheirTimeOnce() {
    var session = session()
    let line = "print(f\"\(String(repeating: "{m}", count: 20_000))\")"
    #expect(said(session.respond(to: line)).filter { $0 == "4" }.count == 20_000)
  }

  /// As NumPy has it.
  @Test(arguments: [
    ("v = np.array([[-1, 2]]); g = (v > 0).astype(float); g[v <= 0] = 0.01; g", "0.01 1.00"),
    ("a = np.arange(3).astype(float); a[0] = 0.5; a", "0.5 1.0 2.0"),
    ("a = np.arange(4) * 1.0; a[0] = 0.5; a", "0.5 1.0 2.0 3.0"),
    ("a = np.array([1, 2, 3]); a[0] = 0.5; a", "[ 0 2 3 ]"),
    ("a = np.array([1, 2, 3.0]); a[0] = 0.5; a", "0.5 2.0 3.0"),
    ("x1 = np.array([[3, 4], [6, 8]]); x1 / np.linalg.norm(x1, axis=1, keepdims=True)", "0.6 0.8"),
    ("X.std(axis=0, keepdims=True).shape", "[ 1 3 ]"),
    ("np.linalg.norm([[1, 2], [3, 4]], 1)", "6"),
    ("np.linalg.norm([[1, -2], [3, 4]], np.inf)", "7"),
    ("np.concatenate([np.array([[1, 2]]), np.array([[3, 4]])]).shape", "[ 2 2 ]"),
    ("u1 = [1, 2]; np.concatenate((u1, u1), axis=None).shape", "4"),
    ("np.argsort([2, nan, 1])", "[ 2 0 1 ]"), ("np.unique([3, nan, 1, nan])", "1 3 nan"),
    ("np.array_equal(X, W)", "0"), ("np.array_equal(X, X.copy())", "1"),
    ("np.random.seed(1); y1 = np.random.randint(0, 2, 4); y1[2]", "0"),
    ("np.random.choice(5, 3).shape", "3"), ("np.random.normal(0, 1, 4).shape", "4"),
    ("np.random.randn(3, 2).shape", "[ 3 2 ]"),
    ("v = [[1, 2]]; v[v > 1], k1 = 5, 3; v", "[ 1 5 ]"),
    ("a1, a2 = 1, 2; a1, a2 = a2, a1; a1", "2"),
    ("class0 = 3; class0 + 1", "4"), ("print(\"a # b\", 3)", "a # b 3"),
  ])
  func theNumbersAreNumPys(line: String, words: String) {
    var session = session()
    let response = session.respond(to: line)
    #expect(
      said(response).hasSuffix(words) || said(response).contains(words),
      "\(line): \(said(response))")
    #expect(!response.hasFailed, "\(line)")
  }

  /// A covered number comes through no sentence, no tuple and no tensor of one's own.
  @Test(arguments: [
    "k1, W = 3, A", "k1, lr = 3, A[0,0]", "k1, m = 3, A[0,0]", "zeros(A[0,0])", "onehot(A)",
    "X[A[0,0]]", "reshape(X, (A[0,0]*10000//1, 2))", "v = A.astype(int)", "print(f\"{A}\", A[0,0])",
    "np.random.randint(0, A[0,0]*1000//1 - 5000)", "dZ = A * 1; mine dZ",
    "dZ = A.copy(); dZ[0,0] = 5; mine dZ", "mine dZ = zeros(A[0,0])", "size(X, A[0,0]*0)",
    "np.full((2, 2), A[0,0]).sum()", "mine cost = A[0,0]", "a1, a2 = A",
  ])
  func nothingOfWhatIsCoveredComesThrough(line: String) throws {
    var session = session([
      "new", "X = [[1,2],[3,4]]", "dense 2 sigmoid", "W = [[0.1,0.2],[0.3,0.4]]",
      "Y = [[1,0],[0,1]]", "run",
    ])
    let a = try #require(session.machine.value(of: .a, layer: 1)?.matrix)
    _ = session.respond(to: "cover A")
    var text = session.respond(to: line).text
    text += session.respond(to: "W").text + session.respond(to: "rate").text
    for cell in a.elements {
      for digits in [
        cell.text(.decimals(4)), String(Int(cell * 10_000)), String(Int(cell * 1_000)),
      ] {
        #expect(!text.contains(digits), "\(line): \(text)")
      }
    }
  }
}
