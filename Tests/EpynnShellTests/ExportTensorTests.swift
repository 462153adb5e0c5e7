import Testing

@testable import EpynnCore
@testable import EpynnData
@testable import EpynnShell

/// Tensors that leave: to the bit, under their names, and not while something is hidden.
@Suite struct ExportTensorTests {
  private static let network = [
    "dense 3 tanh;", "dense 2 sigmoid;", "Y = [[0.1, 0.9], [0.4, 0.2], [1, 0], [0, 1]];",
  ]

  private static func session(_ lines: [String] = network) -> Session {
    var session = Session()
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  private static func tensors(
    _ name: String, _ session: Session, torch: Bool = false
  ) throws -> [NamedMatrix] {
    let content = try session.exportContent(titled: "x", isWhole: false)
    let format = try #require(ExportFormat.of(name))
    let bytes = try format.bytes(content, ExportOptions(file: name, usesTorchLayout: torch))
    let (arrays, _) = try FileFormat.arrays(in: bytes, of: name) { all in
      FileFormat.Wanted(Set(all.indices))
    }
    return arrays.map { NamedMatrix(name: $0.name, matrix: $0.numbers.matrix) }
  }

  @Test(arguments: ["all.npz", "all.csv", "all.safetensors"])
  func allTensorsComeBackToTheBit(file: String) throws {
    let session = Self.session()
    let found = try Self.tensors(file, session)
    #expect(
      Set(found.map(\.name)) == [
        "X", "W1", "b1", "W2", "b2", "Y", "Z1", "A1", "X2", "Z2", "A2", "loss", "dA2", "dZ2", "dX2",
        "dW2", "db2", "dA1", "dZ1", "dX1", "dW1", "db1", "W1_new", "b1_new", "W2_new", "b2_new",
      ])
    var machine = session.machine.restarted
    while machine.next?.step.phase != .update { try machine.step() }
    let updated = try #require(machine.afterUpdate)
    for tensor in found {
      let isNew = tensor.name.hasSuffix("_new")
      let name = isNew ? String(tensor.name.dropLast(4)) : tensor.name
      let (quantity, layer) = try #require(Vocabulary.quantity(name))
      let value = (isNew ? updated : machine).value(of: quantity, layer: layer ?? 1)
      #expect(try #require(value).matrix.hasSameBits(as: tensor.matrix), "\(file) \(tensor.name)")
    }
  }

  @Test func aFileOfOneTensorIsCalledAsItIs() throws {
    let session = Self.session()
    let found = try Self.tensors("dW2.npy", session)
    #expect(found.map(\.name) == ["dW2"])
    #expect(found[0].matrix.shape == Shape(3, 2))
    #expect(throws: (any Error).self) { try Self.tensors("dW7.npy", session) }
  }

  @Test func weightsLieAsPyTorchKeepsThem() throws {
    let found = try Self.tensors("all.safetensors", Self.session(), torch: true)
    let shapes = Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.matrix.shape) })
    #expect(shapes["W1"] == Shape(3, 3))
    #expect(shapes["W2"] == Shape(2, 3))
    #expect(shapes["dW2"] == Shape(2, 3))
  }

  /// What `export` writes agrees where `verify` reads it.
  @Test func verifyReadsThem() throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in Self.network { _ = session.answer(line, in: disk) }
    #expect(
      session.answer("export all.csv", in: disk).text
        == "'all.csv' is written, all tensors as tables, a name above each\n")
    #expect(session.answer("verify all.csv", in: disk).text.contains("agree, up to rounding"))
    #expect(session.answer("export all.csv", in: disk).text.contains("it is there already"))
    #expect(session.answer("export all.csv replace", in: disk).text.contains("is written"))
    #expect(
      session.answer("export all.doc", in: disk).text.contains(
        "'all.doc' does not say what is wanted; its name ends in"))
  }

  @Test(arguments: ["cover dW1", "bug hidden", "cover loss"])
  func nothingHiddenLeaves(line: String) throws {
    let disk = Disk()
    var session = Session(surroundings: disk.surroundings)
    for line in Self.network + [line] { _ = session.answer(line, in: disk) }
    for format in ExportFormat.all where format.needsAll {
      let answer = session.answer("export dW1\(format.ending)", in: disk).text
      #expect(answer.contains(" hidden;"), "\(format.ending): \(answer)")
      #expect(disk["dW1\(format.ending)"] == nil)
    }
  }
}
