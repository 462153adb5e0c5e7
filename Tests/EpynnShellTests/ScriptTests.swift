import Foundation
import Testing

@testable import EpynnCore
@testable import EpynnShell

/// The iteration as NumPy and PyTorch programs and as a notebook; that they run and agree is seen
/// by Tests/Outside/programs.
@Suite struct ScriptTests {
  /// Layers of different kinds, a convention, clipping, rates of their own.
  private static let network = [
    "X = [[0.1, -0.2], [1, 0.30000000000000004], [0, 2e-7]];", "dense 3 tanh;",
    "dense 2 lrelu LRELU_alpha=0.2 nobias;", "dense 2 softmax softmax_temperature=0.5;",
    "W1 = [[1, 0.5, -1], [2, 1, 0]];", "W2 = [[1, 0], [0.5, 1], [-1, 2]];",
    "W3 = [[1, -1], [0.25, 0]];", "Y = [[1, 0], [0, 1], [1, 0]];", "loss CCE;",
    "convention gradients-averaged;", "clip 0.25;", "rate 0.05 layer 2;", "freeze b1;",
    "activation = maximum(Z, 0) * Z;",
  ]

  private static func answers(
    _ lines: [String], in disk: Disk = Disk()
  ) -> [String] {
    var session = Session(surroundings: disk.surroundings)
    return lines.map { line in
      session.answer(line, in: disk).text.split { $0.isWhitespace }.joined(separator: " ")
    }
  }

  private static func exported(_ file: String, after lines: [String] = []) throws -> String {
    let disk = Disk()
    _ = answers(lines + ["export \(file)"], in: disk)
    return try #require(disk[file])
  }

  @Test(arguments: [
    ("example.py", []), ("example_torch.py", []), ("example.ipynb", []),
    ("network.py", network), ("network_torch.py", network),
  ])
  func itIsTheScriptThatWasLookedAt(file: String, lines: [String]) throws {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/scripts/\(file)", withExtension: nil))
    let expected = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let found = try Self.exported(file, after: lines).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(found.count == expected.count)
    for (line, known) in zip(found, expected) { #expect(line == known) }
  }

  @Test(arguments: ["x.py", "x_torch.py", "x.ipynb"])
  func anotherNumberIsInIt(file: String) throws {
    let before = try Self.exported(file)
    let after = try Self.exported(file, after: ["W[0,1] = 0.1234567890123456;"])
    #expect(!before.contains("0.1234567890123456"))
    #expect(after.contains("0.1234567890123456"))
    // Z[0,1] = 2 × 0.1234567890123456 + 2 + 1
    #expect(after.contains("3.246913578024691"))
  }

  @Test func whatNoScriptCanBeIsRefused() {
    let answers = Self.answers([
      "export numpy.py", "export Torch.py", "export random.py", "export a.py blank dZ",
      "export a.py",
    ])
    #expect(
      answers[0].contains(
        "'numpy.py' is called as the module 'numpy', and Python would import it in that one's"))
    #expect(answers[1].contains("'Torch.py' is called as the module 'torch'"))
    #expect(answers[2].contains("'random.py' is called as the module 'random'"))
    #expect(answers[3].contains("a .py holds every number, so nothing in it is left to be"))
    #expect(answers[4] == "'a.py' is written, the iteration as a NumPy program")
    #expect(
      ScriptFault.calledAsModule("numpy.py", module: "numpy").sentence
        == "'numpy.py' is called as the module 'numpy', and Python would import it in that one's"
        + " place; another name works, as 'my_numpy.py'")
  }

  @Test func aNameThatIsNoModulesIsTaken() {
    for file in ["torch_torch.py", "numpy.ipynb", "numpy_torch.py", "torch2.py"] {
      #expect(Self.answers(["export \(file)"])[0].hasPrefix("'\(file)' is written"))
    }
  }

  @Test func autogradMakesNoMistakes() {
    let answers = Self.answers(["bug rate-twice;", "export a_torch.py", "export a.py"])
    #expect(
      answers[1].contains(
        "PyTorch finds the gradients by itself, and the mistake 'rate-twice' runs here; 'fix'"
          + " first, or a .py keeps it"))
    #expect(answers[2].contains("is written"))
  }

  @Test func aScriptHasNoMoreNumbersThanCanBeRead() {
    let answers = Self.answers([
      "X = ones((300, 100));", "dense 100 relu;", "export a.py", "export a.npz",
    ])
    #expect(
      answers[2].contains(
        "a script has its numbers in it, 50000 at most, and these are 130100; 'export a.npz' keeps"
          + " them all"))
    #expect(answers[3].contains("is written"))
  }

  private static func named(
    _ file: String, _ export: String, _ verify: String, in fixture: String
  ) throws -> String {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/names/\(fixture)", withExtension: nil))
    let disk = Disk()
    disk.put(Array(try Data(contentsOf: url)), at: file)
    _ = answers([verify, "export \(export)"], in: disk)
    return try #require(disk[export])
  }

  /// `lower.npz`: x, w1, b1, y, z1, a1, dz1, dw1 and db1.
  @Test func aScriptCallsItsTensorsAsTheVerifiedFileDoes() throws {
    let python = try Self.named("lower.npz", "a.py", "verify lower.npz", in: "lower.npz")
    for line in ["m = x.shape[0]", "z1 = x @ w1 + b1", "a1 = relu(z1)", "dw1 = x.T @ dz1"] {
      #expect(python.contains("\n\(line)\n"), "\(line)")
    }
    #expect(!python.contains(" is 'x' in"))
    // The loss's gradient stands in no file, and keeps its name.
    #expect(python.contains("\ndA = MSE_prime(y, a1)\n"))
    let torch = try Self.named("lower.npz", "a_torch.py", "verify lower.npz", in: "lower.npz")
    #expect(torch.contains("# x_ is 'x' in 'lower.npz'.\n"))
    for line in [
      "z1 = x_ @ self.w1 + self.b1", "found = model(x_[rows])", "return x_[rows], y_[rows]",
      "same(network.w1.grad, matrix([",
    ] { #expect(torch.contains(line), "\(line)") }
  }

  /// What is no name in Python, or means something else there, is called otherwise, and that is said.
  @Test(arguments: [
    ("np", "np_"), ("lambda", "lambda_"), ("relu", "relu_"), ("same", "same_"), ("rate", "rate_"),
    ("dW", "dW_"), ("2nd", "_2nd"), ("a-b.c", "a_b_c"), ("é", "Z"), ("print", "print_"),
    // What begins with two underscores means something else, however many are added.
    ("дельта", "Z"), (">-", "Z"), ("__", "Z"), ("__init__", "_init__"), ("дZ", "_Z"),
  ])
  func aNameThatWouldHideAnotherIsNone(name: String, called: String) throws {
    let disk = Disk([
      "mine.csv": CSVText.line([name]) + "3,1\n3,2\n3,-2\n4,4\n"
    ])
    let said = Self.answers(["verify mine.csv Z=\(name)", "export a.py"], in: disk)
    let script = try #require(disk["a.py"], "\(said)")
    #expect(script.contains("# \(called) is '\(name)' in 'mine.csv'.\n"), "\(said)")
    #expect(script.contains("\n\(called) = X @ W + b\n"))
  }

  @Test func namesOfAnotherNetworkAreForgotten() throws {
    let disk = Disk(["mine.csv": "z_out\n3,1\n3,2\n3,-2\n4,4\n"])
    _ = Self.answers(["verify mine.csv Z=z_out", "dense 3", "export a.py"], in: disk)
    #expect(try #require(disk["a.py"]).contains("z_out") == false)
  }

  /// Where A is 0 or 1 to the last digits, autograd's slopes have none left.
  @Test(arguments: [
    ("sigmoid", "BCE", ["sigmoid = Sigmoid.apply", "BCE = BCE_with_slope.apply"]),
    ("tanh", "BCE", ["tanh = Tanh.apply"]), ("sigmoid", "MAE", ["MAE = MAE_with_slope.apply"]),
  ])
  func aFullOutputHasTheFormulasSlopes(activation: String, loss: String, lines: [String]) throws {
    let set = ["activation \(activation)", "loss \(loss)", "Y = [[0, 1], [1, 0], [0, 1], [1, 0]]"]
    let near = loss == "MAE" ? ["W = zeros((3, 2))", "b = [[1e-9, -1e-9]]", "Y = Y * 0 + 0.5"] : []
    let full = near.isEmpty ? ["W = W * 20"] : near
    let script = try Self.exported("a_torch.py", after: set + full)
    for line in lines { #expect(script.contains("\n\(line)\n"), "\(line)") }
    let plain = try Self.exported("a_torch.py", after: set + ["W = W * 0.01", "b = b * 0.1"])
    #expect(!plain.contains(".apply"))
  }

  /// With A = 1 - 2e-9 two libraries' last digits of A are 5e-8 of 1 - A.
  @Test(arguments: ["a.py", "a_torch.py", "a.ipynb"])
  func whatMagnifiesTheLastDigitGoesOnFromTheScreens(file: String) throws {
    let set = ["activation sigmoid", "loss BCE", "Y = [[0, 1], [1, 0], [0, 1], [1, 0]]"]
    let remark = "# The last digit of it is seen in what comes next, which goes on from the digits"
    for (size, isSaid) in [("20", true), ("0.01", false)] {
      let script = try Self.exported(file, after: set + ["W = W * \(size)"])
      #expect(script.contains(remark) == isSaid, "\(size)")
    }
  }

  /// Titles are what files are called, and end nothing that they stand in.
  @Test(arguments: ["a'\"\"\"b", "a\u{1B}[2Jb", "a\nimport os", "coding: latin-1", "$$ `x` <b>"])
  func aTitleIsNothingButText(title: String) throws {
    var session = Session()
    _ = session.respond(to: "step 9")
    let content = try session.exportContent(titled: title.visible, isWhole: false)
    for ending in [".py", "_torch.py", ".ipynb"] {
      let format = try #require(ExportFormat.of("a\(ending)"))
      let text = String(
        decoding: try format.bytes(content, ExportOptions(file: "a\(ending)")), as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      guard ending != ".ipynb" else {
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(json?["nbformat"] as? Int == 4)
        continue
      }
      // Python takes the encoding from one of the first two lines.
      let place = text.split(separator: "\n").firstIndex { $0 == "# \(title.visible)" }
      #expect(try #require(place) >= 2)
    }
  }

  @Test func everyActivationHasItsPlaceInPyTorch() {
    for rule in Activation.Rule.all {
      #expect(Activation(rule).pytorch(of: "Z") != nil, "\(rule.name)")
    }
  }
}
