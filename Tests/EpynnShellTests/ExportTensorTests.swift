import Foundation
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

  /// What was verified, as the file has it, and what leaves behind it.
  private static func verified(
    _ fixture: String, _ activations: String, _ loss: String, conventions: [String] = [],
    turned: [Quantity], as file: String
  ) throws -> (theirs: [FileArray], left: [FileArray], again: Response) {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/\(fixture)", withExtension: nil))
    let disk = Disk()
    let name = url.lastPathComponent
    let bytes = Array(try Data(contentsOf: url))
    disk.put(bytes, at: name)
    var session = Session(surroundings: disk.surroundings)
    let response = session.verify(
      file: name, activations: activations, loss: loss, conventions: conventions)
    #expect(response.text.contains("agree, up to rounding"), "\(response.text)")
    // The program's own numbers leave: here they are the file's.
    let layers = session.machine.layers.count
    for tensor in try TensorList(bytes, file: name, layers: layers).tensors
    where [.x, .w, .b, .y].contains(tensor.quantity) && !(tensor.quantity == .x && tensor.layer > 1)
    {
      let matrix = tensor.numbers.matrix
      let isTurned = turned.contains(tensor.quantity) && !tensor.isFlat
      let rows = (isTurned ? matrix.transposed : matrix).exactTexts
      let called = TensorName(tensor.quantity, layer: tensor.layer).text(of: layers)
      let text = rows.map { "[\($0.joined(separator: ", "))]" }.joined(separator: ", ")
      #expect(session.answer("\(called) = [\(text)];", in: disk).complaint == nil, "\(called)")
    }
    let answer = session.answer("export \(file)", in: disk)
    let left = try #require(disk.bytes(of: file), "\(answer.text)")
    func arrays(_ bytes: [UInt8], _ name: String) throws -> [FileArray] {
      try FileFormat.arrays(in: bytes, of: name) { FileFormat.Wanted(Set($0.indices)) }.arrays
    }
    return (
      try arrays(bytes, name), try arrays(left, file), session.answer("verify \(file)", in: disk)
    )
  }

  /// Float32 under the names of PyTorch's modules, weights (u, n) and biases as lists; float64 with
  /// samples in columns; float64 with biases as lists alone.
  @Test(
    arguments: [
      ("names/sequential.safetensors", "tanh,softmax", "CCE", [], [Quantity.w]),
      ("deeplearning-1.npz", "tanh,sigmoid", "BCE", ["deeplearning.ai"], [.x, .w, .b, .y]),
      ("torch-1.npz", "relu,softmax", "CCE", ["pytorch"], [.w]),
      ("names/course.npz", "tanh,softmax", "CCE", [], []),
    ], ["all.npz", "all.safetensors"])
  func whatWasVerifiedLeavesAsTheFileHasIt(
    of file: (
      name: String, activations: String, loss: String, conventions: [String], turned: [Quantity]
    ), as: String
  ) throws {
    let (theirs, left, again) = try Self.verified(
      file.name, file.activations, file.loss, conventions: file.conventions, turned: file.turned,
      as: `as`)
    for tensor in theirs {
      let found = try #require(left.first { $0.name == tensor.name }, "\(tensor.name)")
      #expect(found.type == tensor.type && found.isFlat == tensor.isFlat, "\(tensor.name)")
      let (new, old) = (found.numbers.matrix, tensor.numbers.matrix)
      #expect(new.shape == old.shape, "\(tensor.name)")
      let size = old.elements.map(abs).max() ?? 0
      for (new, old) in zip(new.elements, old.elements) {
        #expect(abs(new - old) <= (tensor.type == .single ? 1e-6 : 1e-12) * max(size, 1))
      }
    }
    let names = theirs.map(\.name)
    #expect(left.count > theirs.count)
    for tensor in left where !names.contains(tensor.name) { #expect(tensor.type == .double) }
    // Beside names that count the layers 0 and 2, the program's own would be other layers'.
    let isReadAgain = !names.contains("2.weight")
    #expect(again.text.contains("agree, up to rounding") == isReadAgain, "\(again.text)")
  }

  /// Rounded to even, as NumPy rounds; the bits are NumPy's and PyTorch's.
  @Test(arguments: [
    (1.0 / 3, 0x3555, 0x3EAB), (65519, 0x7BFF, 0x4780), (65520, 0x7C00, 0x4780),
    (-2.99e-8, 0x8001, 0xB300), (2.98e-8, 0, 0x3300), (6.1e-5, 0x03FF, 0x3880),
    (-0.0, 0x8000, 0x8000), (.infinity, 0x7C00, 0x7F80), (2049, 0x6800, 0x4500),
    (1e-40, 0, 0x0001), (3.4e38, 0x7C00, 0x7F80), (1.00390625, 0x3C04, 0x3F80),
  ])
  func shortNumbersAreRoundedToEven(number: Double, half: UInt64, brain: UInt64) throws {
    #expect(try #require(NPYType("<f2")).bits(of: number) == half)
    #expect(try #require(NPYType(dtype: "BF16")).bits(of: number) == brain)
  }

  /// A count has no halves: then all of the tensor is written as float64.
  @Test func whatATypeDoesNotHoldIsNotWrittenInIt() throws {
    let byte = try #require(NPYType("|u1"))
    #expect(
      [0, 255].allSatisfy(byte.holds) && ![-1, 256, 0.5, .nan, -0.0].contains(where: byte.holds))
    let long = try #require(NPYType("<i8"))
    #expect([0x1p62, -0x1p63].allSatisfy(long.holds) && !long.holds(0x1p63))
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
