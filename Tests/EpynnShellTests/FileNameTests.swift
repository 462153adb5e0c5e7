import EpynnCore
import Foundation
import TestSupport
import Testing

@testable import EpynnShell

/// `verify` and `load` with files whose tensors are called as other programs call them. Made by
/// `names/make_named.py` of the fixtures.
@Suite struct FileNameTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/names/\(name)", withExtension: nil))
    return Array(try Data(contentsOf: file))
  }

  private func session(_ names: String...) throws -> Session {
    let files = try Dictionary(uniqueKeysWithValues: names.map { ($0, try Self.bytes($0)) })
    return Session(
      surroundings: Surroundings(read: { path in
        files[path].map { .success($0) } ?? .failure(.missing)
      }))
  }

  private func words(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func verified(_ name: String, called: [String] = []) throws -> Response {
    var session = try session(name)
    return session.verify(
      file: name, activations: "tanh,softmax", loss: "cce", called: called)
  }

  @Test func smallLettersAreReadAndSaidOnce() throws {
    var session = try session("lower.npz")
    let response = session.verify(file: "lower.npz", activations: "relu", loss: "MSE")
    #expect(
      response.text == """
          goes in: x, w1, b and y: taken from the file
          step             tensor  shape   agree
          forward (2)      z1      (4, 2)  8 of 8  agrees
          forward (3)      a1      (4, 2)  8 of 8  agrees
          backward (2)     dz1     (4, 2)  8 of 8  agrees
          gradients (1.1)  dw1     (3, 2)  6 of 6  agrees
          gradients (1.2)  db      (1, 2)  2 of 2  agrees

        read by their names: 'x' as X, 'w1' as W, 'y' as Y, 'z1' as Z, 'a1' as A,
          'dz1' as dZ and 'dw1' as dW
        db: a list in the file, as (u,); taken as (1, u)

        all 5 agree, up to rounding

        """)
    #expect(!response.hasFailedCheck)
  }

  @Test(arguments: ["torch.safetensors", "sequential.safetensors", "course.npz"])
  func allOfItAgrees(name: String) throws {
    let response = try verified(name)
    #expect(!response.hasFailed && !response.hasFailedCheck, "\(response.text)")
  }

  /// W1 is square, and nothing but its name tells how it lies.
  @Test func pyTorchsWeightsAreTurnedOverAndSaid() throws {
    let words = words(try verified("sequential.safetensors"))
    for remark in [
      "read by their names: '0.bias' as b1, '0.bias.grad' as db1, '0.weight' as W1,",
      "0.weight, 2.weight, 2.weight.grad and 0.weight.grad: units first, as PyTorch keeps them;"
        + " turned over to (n, u)", "Float32: compared to 5 digits",
    ] { #expect(words.contains(remark), "\(words)") }
  }

  /// The cell is the one of the file, which has units first.
  @Test func findingsAreCalledAsTheFileCallsThem() throws {
    let response = try verified("wrong.safetensors")
    #expect(response.hasFailedCheck)
    let words = words(response)
    for part in [
      "1.gradients (1.1) fc1.weight.grad (3, 3) 8 of 9 DIFFERS",
      "the first that differs is fc1.weight.grad, 1.gradients (1.1)",
      "fc1.weight.grad[2,0] yours 0.7582 the layer 0.3791",
    ] { #expect(words.contains(part), "\(words)") }
    #expect(response.output.lines.allSatisfy { $0.width < 80 })
  }

  @Test func anyOtherNameIsGivenBehindTheFile() throws {
    let given = words(try verified("lists.npz", called: ["dZ2=delta_out"]))
    #expect(given.contains("2.backward (2) delta_out (5, 2) 10 of 10 agrees"))
    #expect(given.contains("'weights.0' as W1") && !given.contains("no tensor's name"))
    #expect(words(try verified("lists.npz")).contains("no tensor's name: 'delta_out'"))
    var session = try session("lists.npz")
    for line in ["dense 3 tanh;", "dense 2 softmax;", "loss CCE;"] { _ = session.respond(to: line) }
    let line = "verify lists.npz given dZ2='delta_out' W1=weights.0"
    let typed = session.respond(to: line)
    #expect(words(typed).contains("x, weights.0, weights.1, biases.0, biases.1 and y in"))
    let all = session.respond(to: "verify lists.npz dZ2=delta_out W1=weights.0")
    #expect(words(all).contains("delta_out (5, 2) 10 of 10 agrees"), "\(words(all))")
  }

  @Test(arguments: [
    (
      "dZ2=delta",
      "lists.npz: there is no 'delta' in it; it holds 'x', 'y', 'weights.0',"
        + " 'biases.0', 'weights.0.grad', 'grad_bias.0', 'weights.1', 'biases.1' and 3 more"
    ),
    (
      "dQ2=delta_out",
      "lists.npz: 'dQ2' is no tensor of these layers; name one as dW or dW2"
    ),
    (
      "dZ7=delta_out",
      "lists.npz: 'dZ7' is no tensor of these layers; name one as dW or dW2"
    ),
    (
      "dZ2",
      "'dZ2' does not work for 'verify'; it wants a tensor and its name in the file, as in"
        + " dZ2=delta_out"
    ),
  ])
  func whatIsNotThereIsNamed(called: String, sentence: String) throws {
    let response = try verified("lists.npz", called: [called])
    #expect(words(response) == sentence)
  }

  @Test func twoNamesOfOneTensorAreOneSentence() {
    let csv = "x\n1,2\ninput\n1,2\ndW\n1\n"
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(csv.utf8)) }))
    #expect(
      words(session.respond(to: "verify a.csv"))
        .hasSuffix(
          "a.csv: 'x' and 'input' both mean X; 'X=NAME' behind the file says which is meant"))
    #expect(session.machine == .example)
    #expect(
      words(session.respond(to: "verify a.csv X=x")).contains("neither a number nor a tensor's"))
  }

  @Test func oneTensorIsLoadedByItsNameOrByWhatItIsFor() throws {
    var session = try session("torch.safetensors", "course.npz")
    let right = try #require(try? Self.right())
    for (line, sentence) in [
      ("new", "emptied: no data, no layer; 'back' brings them back"),
      ("X = load(\"torch.safetensors\")", "X is set, (5, 3) 'input' of the file is taken"),
      ("dense 3 tanh;", ""), ("dense 2 softmax;", ""),
      (
        "W1 = load('torch.safetensors')",
        "W1 is set, (3, 3) 'fc1.weight' has its units first, as PyTorch keeps them; turned over to"
          + " (n, u)"
      ), ("W2 = np.load(\"course.npz\")[\"W_2\"]", "W2 is set, (3, 2)"),
      ("b1 = load(\"course.npz\")", "b1 is set, (1, 3) 'b_1' of the file is taken"),
    ] { #expect(words(session.respond(to: line, from: .script)) == sentence, "\(line)") }
    #expect(session.machine.value(of: .w, layer: 1)?.matrix == right["W1"])
    #expect(session.machine.value(of: .w, layer: 2)?.matrix == right["W2"])
    let before = session.machine
    #expect(
      words(session.respond(to: "W2 = load(\"course.npz\")[\"V\"]")).contains(
        "course.npz: there is no 'V' in it; it holds 'A0', 'Y', 'AL', 'dAL', 'W_1', 'b_1', 'Z_1',"
          + " 'dZ_1' and 10 more"))
    #expect(
      words(session.respond(to: "V = load(\"course.npz\")")).contains(
        "and 10 more; the name of the one that is wanted goes behind it, as in"
          + " load(\"f.npz\")[\"W1\"]"))
    #expect(session.respond(to: "W2 = load(\"course.npz\")[").hasFailed)
    #expect(session.machine == before)
  }

  @Test func ofTwoThatMeanTheSameTheOneIsSaid() {
    let csv = "w1\n1,2\nW_1\n3,4\nX\n5,6\nx\n7,8\n"
    var session = Session(surroundings: Surroundings(read: { _ in .success(Array(csv.utf8)) }))
    _ = session.respond(to: "new", from: .script)
    #expect(words(session.respond(to: "W = load(\"a.csv\")")).contains("it holds 'w1', 'W_1', 'X'"))
    #expect(words(session.respond(to: "X = load(\"a.csv\")")).contains("'X' of the file is taken"))
    #expect(session.machine.data?.matrix == Matrix([[5, 6]]))
    #expect(words(session.respond(to: "v = load(\"a.csv\")[\"W_1\"]")).contains("3 4"))
  }

  private static func right() throws -> [String: Matrix] {
    var session = Session(
      surroundings: Surroundings(read: { _ in
        (try? bytes("course.npz")).map { .success($0) } ?? .failure(.missing)
      }))
    var found: [String: Matrix] = [:]
    for name in ["W1", "W2"] {
      _ = session.respond(to: "v = load(\"a.npz\")[\"W_\(name.suffix(1))\"]")
      found[name] = session.machine.variables["v"]?.matrix
    }
    return found
  }

  /// A safetensors file is data to train on, too.
  @Test func inputAndTargetBelongToVerify() throws {
    var session = try session("torch.safetensors")
    let before = session.machine
    #expect(words(session.respond(to: "data torch.safetensors")).contains("there is no 'X' in it"))
    #expect(session.machine == before)
  }

  /// Whatever a file's bytes are, one sentence or a comparison, and nothing changed;
  /// `EPYNN_TRIALS=20000` for all of them.
  @Test func damagedFilesChangeNothing() throws {
    let whole = try Self.bytes("torch.safetensors")
    var generator = SeededGenerator(seed: 67)
    var refused = 0
    for _ in 0..<trials(60) {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<min(bytes.count, 700), using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let damaged = bytes
      var session = Session(surroundings: Surroundings(read: { _ in .success(damaged) }))
      let response = session.respond(to: "verify a.safetensors")
      if response.hasFailed {
        refused += 1
        #expect(response.complaint != nil)
      }
      #expect(session.machine == .example)
    }
    #expect(refused > 20)
  }
}
