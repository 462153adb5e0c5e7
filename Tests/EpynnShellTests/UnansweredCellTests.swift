import EpynnCore
import Testing

@testable import EpynnShell

/// Empty cells of a table that is compared: not answered, and never 0.
@Suite struct UnansweredCellTests {
  private func verified(_ csv: String, _ setUp: String...) -> (Response, Session) {
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(csv.utf8)) }))
    for line in setUp { _ = session.respond(to: line) }
    let response = session.respond(to: "verify own.csv")
    return (response, session)
  }

  private func words(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func whatIsThereIsComparedAndTheRestIsCounted() {
    let (response, _) = verified("dW\n3,-9\n,1\n3,-8\ndb\n3,-5\n")
    #expect(
      response.text == """
          goes in: X, W, b and Y: not in the file; as in the layer
          step             tensor  shape   agree
          gradients (1.1)  dW      (3, 2)  5 of 6  agrees; 1 cell not answered
          gradients (1.2)  db      (1, 2)  2 of 2  agrees

        what is there agrees, up to rounding; 1 cell is not answered

        """)
    #expect(response.hasFailedCheck && !response.hasFailed)
  }

  /// The gradients that follow are those of the layer where a cell is missing, not of a 0.
  @Test func anEmptyCellIsNoZeroForWhatFollows() {
    let right = "dZ\n0,-3\n1,1\n1,\n1,-3\ndW\n3,-9\n2,1\n3,-8\n"
    #expect(words(verified(right).0).contains("what is there agrees"))
    let dA = "dA\n,-3\n1,1\n1,-2\n1,-3\ndZ\n0,-3\n1,1\n1,0\n1,-3\ndW\n3,-9\n2,1\n3,-8\n"
    #expect(words(verified(dA).0).contains("what is there agrees"))
    // The truth is 0 there, and an answer all the same.
    #expect(words(verified("dZ\n0,-3\n1,1\n1,0\n1,-3\n").0).contains("it agrees"))
  }

  @Test func aWrongCellIsNamedBesideEmptyOnes() {
    let (response, _) = verified("dW;\n3;-9,5\n;1\n3;\n")
    let words = words(response)
    #expect(words.contains("dW (3, 2) 3 of 6 DIFFERS; 2 cells not answered"), "\(words)")
    #expect(words.contains("3 of 4 cells agree dW[0,1] yours -9.5 the layer -9"), "\(words)")
  }

  /// A template that nobody filled in, in part or at all.
  @Test(arguments: [
    ("dW,\n3,-9\n2,1\n,\n", "dW (3, 2) 4 of 6 agrees; 2 cells not answered"),
    ("dW,\n3,\n2,\n3,\n", "dW (3, 2) 3 of 6 agrees; 3 cells not answered"),
    ("dW,\n,\n,\n,\n", "dW (3, 2) 0 of 6 not answered"),
    ("dW,\n3,-9\n2,1\n3,-8\n,\n,\ndb,\n3,-5\n", "db (1, 2) 2 of 2 agrees"),
    ("sep=;\ndb;\n3,0;\n", "db (1, 2) 1 of 2 agrees; 1 cell not answered"),
  ])
  func emptyRowsAndColumnsCount(csv: String, line: String) {
    let (response, _) = verified(csv)
    #expect(words(response).contains(line), "\(words(response))")
    #expect(response.hasFailedCheck == line.contains("not"))
  }

  @Test(arguments: [
    ("X\n2,0,1\n0,,1\n2,1,0\n1,0,2\n", ":3:2"), ("W\n1,-1\n2,\n2,2\n", ":3:2"),
    ("b\n,1\n", ":2:1"), ("Y\n3,4\n2,1\n2,2\n,7\n", ":5:1"),
  ])
  func whatGoesInMustBeWhole(csv: String, place: String) {
    let (response, session) = verified(csv)
    #expect(
      words(response).hasSuffix(
        "own.csv\(place): this field is empty; fill it in or drop the row"), "\(words(response))")
    #expect(session.machine == .example)
  }

  /// Without a Y to compute it from, dA goes in.
  @Test func aDAThatDrivesMustBeWhole() {
    let csv = "dA\n0,-3\n1,1\n1,\n1,-3\n"
    #expect(words(verified(csv).0).contains("what is there agrees"))
    let driven = verified(csv, "dA = [[0, -3], [1, 1], [1, -2], [1, -3]]").0
    #expect(words(driven).contains("own.csv:4:2: this field is empty"), "\(words(driven))")
  }

  @Test func aMatrixThatIsLoadedMustBeWhole() {
    var session = Session(
      surroundings: Surroundings(read: { _ in .success(Array("1,\n2,3\n".utf8)) }))
    #expect(
      words(session.respond(to: "V = load(\"v.csv\")")).contains("v.csv:1:2: this field is empty"))
  }
}
