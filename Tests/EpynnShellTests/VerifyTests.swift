import EpynnCore
import Foundation
import Testing

@testable import EpynnShell

/// `verify`: tensors that NumPy computed and saved, beside the program's.
@Suite struct VerifyTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    let file = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
    return Array(try Data(contentsOf: file))
  }

  private func session(_ files: [String: [UInt8]]) -> Session {
    Session(
      surroundings: Surroundings(read: { path in
        files[path].map { .success($0) } ?? .failure(.missing)
      }))
  }

  /// Two layers of the file's own: tanh, then softmax, CCE.
  private func verified(_ name: String) throws -> Response {
    var session = session([name: try Self.bytes(name)])
    return session.verify(file: name, activations: "tanh,softmax", loss: "cce")
  }

  private func words(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func everyTensorOfNumPysAgrees() throws {
    let response = try verified("right.npz")
    #expect(!response.hasFailedCheck && !response.hasFailed)
    #expect(
      response.text == """
          goes in: X1, W1, W2, b1, b2 and Y: taken from the file
          step           tensor    shape  agree
          1.forward (2)  Z1 … db1         14     agrees

        db2 and db1: a list in the file, as (u,); taken as (1, u)

        all 14 agree, up to rounding

        """)
  }

  @Test func singlePrecisionInFortranOrderWithPyTorchsWeightsAgrees() throws {
    let response = try verified("single.npz")
    #expect(!response.hasFailedCheck && !response.hasFailed)
    let words = words(response)
    for remark in [
      "W1, W2, dW2 and dW1: units first, as PyTorch keeps them; turned over to (n, u)",
      "b1, b2, db2 and db1: a list in the file", "compared with the mean over the samples",
      "Float32: compared to 5 digits", "all 14 agree",
    ] { #expect(words.contains(remark), "\(remark)") }
  }

  @Test func theFirstWrongStepIsNamedAndWhatFollowsIsNotBlamed() throws {
    let response = try verified("wrong.npz")
    #expect(response.hasFailedCheck && !response.hasFailed)
    let words = words(response)
    for part in [
      "2.backward (2) dZ2 (5, 2) 5 of 10 DIFFERS: softmax-cell-by-cell",
      "2.backward (3) dX2 … dW1 6 follows from the file's own",
      "1.gradients (1.2) db1 (1, 3) 0 of 3 DIFFERS: bias-averaged", "no tensor's name: 'notes'",
      "the first that differs is dZ2, 2.backward (2)",
      "softmax-cell-by-cell in layer 2 explains all 5",
    ] { #expect(words.contains(part), "\(part)\n\(words)") }
    #expect(response.output.lines.count <= 23)
    #expect(response.output.lines.allSatisfy { $0.width < 80 })
  }

  /// A tensor that is right lies before the mistake: none of an earlier step is named.
  @Test func aMistakeIsSoughtBehindWhatAgrees() {
    let csv = "dZ\n0,-3\n1,1\n1,0\n1,-3\ndW\n3,-13\n2,-1\n3,-8\n"
    var session = session(["own.csv": Array(csv.utf8)])
    #expect(
      words(session.respond(to: "verify own.csv")).contains("both are what gradient-from-da gives"))
    var alone = self.session(["dW.csv": Array("3;-13\n2;-1\n3;-8\n".utf8)])
    #expect(
      words(alone.respond(to: "verify dW.csv")).contains(
        "both are what slope-left-out, from dZ on, gives")
    )
  }

  /// Where db is right too, no mistake that db would show was carried into dW.
  @Test(arguments: ["dW\n3,-13\n2,-1\n3,-8\ndb\n3,-5\n", "db\n3,-5\ndW\n3,-13\n2,-1\n3,-8\n"])
  func whatWouldHaveChangedATensorThatAgreesIsNotNamed(csv: String) {
    var session = session(["own.csv": Array(csv.utf8)])
    let answer = words(session.respond(to: "verify own.csv"))
    #expect(answer.contains("both are what gradient-from-da gives"))
    #expect(!answer.contains("slope-left-out"))
  }

  @Test func theLossOfEachSampleMayBeARow() {
    var session = session(["own.csv": Array("loss\n4.5,1,2.5,5\n".utf8)])
    let answer = words(session.respond(to: "verify own.csv"))
    #expect(answer.contains("4 of 4 agrees"), "\(answer)")
    #expect(answer.contains("loss: a row in the file; taken as (m, 1)"), "\(answer)")
  }

  @Test func digitsTypedIntoATableAreTheDigitsCompared() {
    let setUp = ["data xor;", "dense 1 sigmoid;", "loss BCE;", "W = [[1], [-1]];"]
    // Where one cell has all of its digits a program wrote them, and 0.73 is not what it computed.
    for (cell, other, agrees) in [
      ("0.27", "0.73", true), ("0.28", "0.73", false),
      ("0.2689414213699951", "0.7310585786300049", true), ("0.2689414213699951", "0.73", false),
    ] {
      var session = session(["A.csv": Array("0.5\n\(cell)\n\(other)\n0.5\n".utf8)])
      for line in setUp { _ = session.respond(to: line, from: .script) }
      #expect(session.respond(to: "verify A.csv").hasFailedCheck != agrees, "\(cell)")
    }
  }

  @Test(arguments: [
    ("a.csv", "dW\n1,2\n3\n", "a.csv:3: this row has 1 field and the first has 2"),
    ("a.csv", "dW\n1,x\n", "a.csv:2:2: 'x' is not a number"),
    ("a.csv", "dQ\n1,2\n", "'dQ' is neither a number nor a tensor's name, as dW or dW2"),
    ("q.csv", "1,2\n", "q.csv holds no tensor by its name, as dW or dW2; it has 'q'"),
    ("a.csv", "dW\ndZ\n1,2\n", "a.csv:1: it has no cell"), ("a.csv", "", "no sample in this file"),
    ("a.npz", "PK and more", "this is no whole .npz file; np.savez writes one"),
    ("b.npz", "", "cannot read 'b.npz': there is no such file"),
    ("dW.npy", "\u{93}NUMPY", "no sample"), ("dW.csv", "1,2\n", "DIFFERS: (3, 2) is right"),
    ("W.csv", "1,2\n", "DOES NOT FIT: (3, 2) is needed"),
    ("A2.csv", "1,2\n", "A2.csv holds no tensor by its name"),
  ])
  func badFilesAreAnsweredInASentence(name: String, content: String, sentence: String) {
    var session = session(name == "b.npz" ? [:] : [name: Array(content.utf8)])
    let response = session.respond(to: "verify \(name)")
    let isNPY = name == "dW.npy"
    #expect(isNPY ? response.hasFailed : words(response).contains(sentence), "\(words(response))")
    #expect(session.machine == .example)
  }

  /// What a notebook saved is data to train on, too.
  @Test func anArchivesXAndYAreData() throws {
    let bytes = try Self.bytes("right.npz")
    var session = session(["d.npz": bytes])
    let response = session.respond(to: "data d.npz")
    #expect(words(response).contains("X is set, (5, 3), and Y, (5, 2)"), "\(words(response))")
    #expect(
      session.machine.target?.matrix == Matrix([[1, 0], [0, 1], [0, 1], [1, 0], [0, 1]]))
    #expect(
      words(session.respond(to: "data d.npz label 0")).contains("'label' and 'onehot' are for"))
    #expect(
      words(session.respond(to: "V = load(\"d.npz\")")).contains("d.npz: it holds 'X', 'Y', 'W1'"))
  }

  /// Cut anywhere or changed in any byte an archive is compared or refused, and never a trap.
  @Test func damagedArchivesAreRefused() throws {
    let whole = try Self.bytes("single.npz")
    for cut in stride(from: 0, to: whole.count, by: 97) {
      var session = session(["a.npz": Array(whole.prefix(cut))])
      #expect(session.respond(to: "verify a.npz").hasFailed)
    }
    var refused = 0
    for place in stride(from: 0, to: whole.count, by: 31) {
      var bytes = whole
      bytes[place] ^= 0x41
      var session = session(["a.npz": bytes])
      if session.respond(to: "verify a.npz").hasFailed { refused += 1 }
    }
    #expect(refused > 20)
  }

  @Test func aLessonReadsWhatLiesBesideItAndVerifiesIt() {
    var session = session(["W.csv": Array("1,-1\n2,-1\n2,2\n".utf8)])
    #expect(session.respond(to: "verify W.csv", from: .lesson).hasFailed)
    #expect(!session.respond(to: "verify W.csv", from: .script).hasFailed)
  }
}
