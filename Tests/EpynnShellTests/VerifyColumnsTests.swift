import EpynnShell
import Foundation
import TestSupport
import Testing

/// Files of a deeplearning.ai-style NumPy program: each column is a sample, W is (u, n). Made by
/// `conventions/make_deeplearning.py` of the core's fixtures.
@Suite struct VerifyColumnsTests {
  private func session() -> Session {
    Session(
      surroundings: Surroundings(read: { path in
        guard let file = Bundle.module.url(forResource: "Fixtures/\(path)", withExtension: nil),
          let data = try? Data(contentsOf: file)
        else { return .failure(.missing) }
        return .success(Array(data))
      }))
  }

  private func words(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let turned =
    "samples stand in columns in the file: X, W, b and Y are turned over; 'help columns' is the"
    + " translation"

  @Test(arguments: [
    ("deeplearning-1.npz", "tanh,sigmoid", "BCE", 12),
    ("deeplearning-2.npz", "relu,softmax", "CCE", 12),
    ("deeplearning-3.npz", "relu,relu,sigmoid", "BCE", 18),
  ])
  func allAgreeFromOutside(file: String, activations: String, loss: String, count: Int) {
    var session = session()
    let response = session.verify(
      file: file, activations: activations, loss: loss, conventions: ["deeplearning.ai"])
    #expect(!response.hasFailedCheck && response.complaint == nil)
    let words = words(response)
    #expect(words.hasSuffix("\(Self.turned) all \(count) agree, up to rounding"), "\(words)")
    #expect(response.output.lines.allSatisfy { $0.width < 80 })
  }

  @Test func theFirstWrongStepIsNamedAsTheFileHasIt() {
    var session = session()
    let response = session.verify(
      file: "deeplearning-wrong.npz", activations: "relu,sigmoid", loss: "BCE",
      conventions: ["deeplearning.ai"])
    #expect(response.hasFailedCheck && response.complaint == nil)
    let words = words(response)
    for part in [
      "1.forward (2) Z1 (3, 5) 15 of 15 agrees", "2.backward (2) dZ2 (2, 5) 0 of 10 DIFFERS",
      "2.gradients (1.1) dW2 (2, 3) 0 of 6 follows from the file's own",
      "1.gradients (1.2) db1 (3, 1) 0 of 3 follows from the file's own", Self.turned,
      "the first that differs is dZ2, 2.backward (2) 0 of 10 cells agree dZ2[0,0] yours 0.9447"
        + " the layer -0.9447 dZ2[0,1]",
    ] { #expect(words.contains(part), "\(part)\n\(words)") }
  }

  @Test func atThePromptTheLayersAtHandAreCompared() {
    var session = session()
    for line in [
      "dense 3 tanh", "dense 1 sigmoid", "loss BCE", "convention deeplearning.ai",
    ] { #expect(session.respond(to: line).complaint == nil) }
    let response = session.respond(to: "verify deeplearning-1.npz")
    #expect(!response.hasFailedCheck && response.complaint == nil)
    #expect(words(response).hasSuffix("\(Self.turned) all 12 agree, up to rounding"))
  }

  /// A mistake is told with its equation as the file would have it.
  @Test func aMistakesEquationIsTurnedOverToo() {
    let table = """
      X
      2,0,2,1
      0,1,1,0
      1,1,0,2
      W
      1,2,2
      -1,-1,2
      b
      -1
      1
      Y
      3,2,2,3
      4,1,2,7
      Z
      3,3,3,4
      1,2,-2,4
      dZ
      0,1,1,1
      -3,1,0,-3
      dW
      3,2,3
      -13,-1,-8

      """
    var session = Session(
      surroundings: Surroundings(read: { _ in .success(Array(table.utf8)) }))
    let words = words(session.respond(to: "verify own.csv"))
    for part in [
      "goes in: X, W, b and Y: in the file, as in the layer", "dW (2, 3) 4 of 6 DIFFERS",
      "dW[1,0] yours -13 the layer -9 dW[1,1] yours -1 the layer 1",
      "both are what gradient-from-da gives: this is what Xᵀ · dA gives; dW uses dZ; more cells or"
        + " digits would decide with samples in columns: dW = dA · Xᵀ",
      "in place of 0 at dZ[1,2]; -2 is dA[1,2]",
    ] { #expect(words.contains(part), "\(part)\n\(words)") }
  }
}
