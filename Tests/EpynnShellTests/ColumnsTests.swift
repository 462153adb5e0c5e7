import EpynnCore
import Foundation
import Testing

@testable import EpynnShell

/// Samples in columns, as a person meets them: at the prompt, in `mine`, in files and in help.
@Suite struct ColumnsTests {
  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func session(_ lines: [String], files: [String: String] = [:]) -> Session {
    var session = Session(
      surroundings: Surroundings(read: { path in
        files[path].map { .success(Array($0.utf8)) } ?? .failure(.missing)
      }))
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  /// Two features, four samples, three units.
  private static let inColumns = ["dense 3 sigmoid", "X = [[1,2,3,4],[5,6,7,8]]"]
  private static let inRows = inColumns + ["X = X.T"]
  private static let axes = "its rows are features of X, its columns units of the layer"

  /// The first tensor that cannot fit speaks for all; behind X = X.T each says its own.
  @Test(arguments: [
    (
      inColumns, "W = [[1,2],[3,4],[5,6]]",
      "W has shape (4, 3) here and this has (3, 2); \(axes); samples seem to stand in columns, and"
        + " here each is a row: 'X = X.T', then 'W = [[…]].T' ('help columns')"
    ),
    (
      inColumns, "W = [[1,2,3],[4,5,6]]",
      "W has shape (4, 3) here and this has (2, 3); \(axes); samples seem to stand in columns, and"
        + " here each is a row: 'X = X.T', then W fits ('help columns')"
    ),
    (
      inRows, "W = [[1,2],[3,4],[5,6]]",
      "W has shape (2, 3) here and this has (3, 2); \(axes); turned over it fits: 'W = [[…]].T'"
    ),
    (
      inRows + ["V = ones(3, 2)"], "W = V",
      "W has shape (2, 3) here and this has (3, 2); \(axes); turned over it fits: 'W = V.T'"
    ),
    (
      inRows + ["V = ones(2, 3)"], "W = V.T",
      "W has shape (2, 3) here and this has (3, 2); \(axes); turned over it fits: 'W = V'"
    ),
    (
      inRows, "W = W.T", "W has shape (2, 3) here and this has (3, 2); \(axes)"
    ),
    (
      inRows, "W = ones(4, 5)", "W has shape (2, 3) here and this has (4, 5); \(axes)"
    ),
    (
      inRows, "b = [[1],[2],[3]]",
      "b has shape (1, 3) here and this has (3, 1); turned over it fits: 'b = [[…]].T'; beside"
        + " samples in columns X, W and Y are too ('help columns')"
    ),
    (
      ["dense 3 sigmoid", "X = eye(2)"], "W = [[1,2],[3,4],[5,6]]",
      "W has shape (2, 3) here and this has (3, 2); \(axes); turned over it fits: 'W = [[…]].T'; if"
        + " samples stand in columns, 'X = X.T' too ('help columns')"
    ),
    (
      inRows + ["dense 1 sigmoid"], "W2 = [[1, 2, 3]]",
      "W has shape (3, 1) here and this has (1, 3); \(axes); turned over it fits: 'W2 = [[…]].T'"
    ),
    (
      inRows, "dA = ones(3, 4)",
      "dA has shape (4, 3) here and this has (3, 4); turned over it fits: 'dA = np.ones((3, 4)).T'"
    ),
    (
      inRows + ["Y = ones(3, 4)", "goto loss"], "step",
      "Y has shape (3, 4) and A has (4, 3); they must be equal, and turned over Y fits: 'Y = Y.T'"
    ),
  ])
  func whatFitsTurnedOverIsToldWithTheLine(before: [String], line: String, sentence: String) {
    var session = session(before)
    let complaint = session.respond(to: line).complaint?.text ?? ""
    #expect(words(complaint).hasSuffix(words(sentence)), "\(complaint)")
  }

  /// What is taken and does not fit yet says so too.
  @Test(arguments: [
    (
      inRows, "Y = ones(3, 4)", "Y (3, 4) does not fit A (4, 3) yet; turned over it does: 'Y = Y.T'"
    ),
    (
      inColumns, "Y = ones(3, 4)",
      "Y (3, 4) does not fit A (2, 3) yet; samples seem to stand in columns, and here each is a"
        + " row: 'X = X.T', then 'Y = Y.T' ('help columns')"
    ),
    (
      inRows + ["W = ones(2, 3)"], "X = ones(2, 4)",
      "W (4, 3) and b are drawn anew; turned over X fits W as it was: 'back', then 'X = [[…]].T'"
    ),
  ])
  func whatIsTakenSaysWhatItNeeds(before: [String], line: String, sentence: String) {
    var session = session(before)
    let text = session.respond(to: line).text
    #expect(words(text).contains(words(sentence)), "\(text)")
  }

  /// Each line that is offered does what it says.
  @Test func theOfferedLinesWork() {
    var session = session(Self.inColumns)
    for line in [
      "X = X.T", "W = [[1,2],[3,4],[5,6]].T", "b = [[1],[2],[3]].T", "Y = ones(3, 4)", "Y = Y.T",
    ] { #expect(session.respond(to: line).complaint == nil, "\(line)") }
    #expect(session.respond(to: "run").complaint == nil)
  }

  @Test(arguments: [
    ("dZ = [[0,1,1,1],[-3,1,0,-3]]", "(2, 4): compared as (4, 2) all 8 cells agree"),
    ("Z = [[3,3,3,4],[1,2,-2,4]]", "(2, 4): compared as (4, 2) all 8 cells agree"),
    ("A = [[3,3,3,4],[1,2,0,4]]", "(2, 4): compared as (4, 2) all 8 cells agree"),
    ("dA = [[0,1,1,1],[-3,1,-2,-3]]", "(2, 4): compared as (4, 2) all 8 cells agree"),
    (
      "dX = [[3,0,1,4],[3,1,2,5],[-6,4,2,-4]]", "(3, 4): compared as (4, 3) all 12 cells agree"
    ),
    ("db = [[3],[-5]]", "(2, 1): compared as (1, 2) all 2 cells agree"),
    (
      "dZ = [[0,1,1,1],[-3,1,5,-3]]",
      "(2, 4): compared as (4, 2) 7 of 8 cells agree dZ[2,1] yours 5 the layer 0"
    ),
    (
      "dW = [[0.75,0.5,0.75],[-2.25,0.25,-2]]",
      "(2, 3): compared as (3, 2) 0 of 6 cells agree dW[0,0] yours 0.75 the layer 3"
    ),
  ])
  func yoursIsComparedTurnedOver(own: String, answer: String) {
    var session = session([])
    let text = words(session.respond(to: "mine \(own)").text)
    #expect(text.contains("yours is turned over, \(answer)"), "\(text)")
  }

  /// A dW that is turned over keeps its name, and is told where it is right.
  @Test func aTurnedGradientKeepsItsName() {
    var session = session([])
    let text = words(session.respond(to: "mine dW = [[3,2,3],[-9,1,-8]]").text)
    #expect(
      text == "yours has shape (2, 3), dW has (3, 2) gradient-transposed explains it: this is"
        + " dZᵀ · X, dW turned over; dW has the shape of W yours: dW = dZᵀ · X; right: Xᵀ · dZ in NumPy:"
        + " dW = dZ.T @ X; right: X.T @ dZ with samples in columns, where W is (u, n), it is right ('help columns')"
    )
    let averaged = words(session.respond(to: "mine dW = [[0.75,0.5,0.75],[-2.25,0.25,-2]]").text)
    #expect(averaged.contains("gradient-averaged"))
    #expect(averaged.hasSuffix("where W is (u, n), dW lies so ('help columns')"))
  }

  @Test func whatFitsAsItIsIsNotTurned() {
    var session = session([])
    for line in ["mine dW = [[3,-9],[2,1],[3,-8]]", "mine loss = [[4.5,1,2.5,5]]"] {
      #expect(!session.respond(to: line).text.contains("turned"), "\(line)")
    }
    #expect(
      words(session.respond(to: "mine Z = [[3,3,3],[1,2,-2]]").text)
        == "yours has shape (2, 3), Z has (4, 2)")
  }

  @Test func aTableInColumnsIsTaken() {
    var session = session(
      [], files: ["t.csv": "size,1,2,3\nweight,5,6,7\nkind,a,b,a\n", "x.csv": "1,2\n3,a\n5,6\n"])
    let text = session.respond(to: "data t.csv columns").text
    #expect(text.contains("X is set, (3, 2), and Y, (3, 1)"))
    #expect(text.contains("0 and 1 in Y: a, b"))
    #expect(session.machine.data?.matrix == Matrix([[1, 5], [2, 6], [3, 7]]))
    #expect(session.respond(to: "data t.csv columns label weight").complaint != nil)
    #expect(
      session.respond(to: "data x.csv columns").complaint?.text.contains(
        "x.csv:2:2: 'a' is not a number") == true)
    #expect(session.respond(to: "data iris columns").complaint != nil)
  }

  @Test func theTranslationStandsSideBySide() {
    var session = session([])
    let lines = session.respond(to: "help columns").output.lines
    #expect(lines.allSatisfy { $0.width < 80 })
    let text = lines.map(\.text).joined(separator: "\n")
    #expect(
      text.hasPrefix(
        """
                           one sample a row            one sample a column
          forward (1)      X = A of layer k-1  (m, n)  X = A of layer k-1   (n, m)
          forward (2)      Z = X · W + b       (m, u)  Z = W · X + b        (u, m)
          forward (3)      A = act(Z)          (m, u)  A = act(Z)           (u, m)
          backward (1)     dA = loss′(Y, A)    (m, u)  dA = loss′(Y, A)     (u, m)
          backward (2)     dZ = dA ⊙ act′(Z)   (m, u)  dZ = dA ⊙ act′(Z)    (u, m)
          backward (3)     dX = dZ · Wᵀ        (m, n)  dX = Wᵀ · dZ         (n, m)
          gradients (1.1)  dW = Xᵀ · dZ        (n, u)  dW = dZ · Xᵀ         (u, n)
          gradients (1.2)  db = Σₘ dZ          (1, u)  db = Σₘ dZ           (u, 1)
        """))
    #expect(text.contains("with W kept as (n, u): Z = Wᵀ · X + b, dX = W · dZ, dW = X · dZᵀ"))
  }

  /// A formula that is asked for is not told in any form.
  @Test func whatIsHiddenStaysSo() {
    var session = session(["predict on"])
    let text = session.respond(to: ":help columns").text
    #expect(!text.contains("dZ · Xᵀ") && !text.contains("X · dZᵀ"), "\(text)")
    #expect(text.contains("dW is hidden"))
  }
}
