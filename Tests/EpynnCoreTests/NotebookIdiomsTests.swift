import TestSupport
import Testing

@testable import EpynnCore

/// Formulas as notebooks have them, against NumPy's own answers (Fixtures/notebook/make_idioms.py).
@Suite struct NotebookIdiomsTests {
  /// A text, and what NumPy makes of it: its shape, and the sums of its cells, plain and weighted by
  /// their places; `nil` where NumPy refuses it.
  private struct Idiom: Decodable {
    let text: String
    let answer: (shape: [Int], sum: Double, weighted: Double)?

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      text = try values.decode(String.self)
      guard let shape = try? values.decode([Int].self) else {
        answer = nil
        return
      }
      answer = (shape, try values.decode(Double.self), try values.decode(Double.self))
    }
  }

  @Test func twoThousandFormulasAreWhatNumPyMakesOfThem() throws {
    let idioms = try #require(fixture("notebook/idioms", as: [Idiom].self))
    #expect(idioms.count == 2_000)
    try expectNumPys(idioms)
  }

  /// Left out, at both ends and beyond (Fixtures/notebook/make_arguments.py).
  @Test func everyArgumentMeansWhatItMeansInNumPy() throws {
    let calls = try #require(fixture("notebook/arguments", as: [Idiom].self))
    #expect(calls.count == 1_594)
    try expectNumPys(calls)
  }

  /// What NumPy prints is read back to the bit of what it printed.
  @Test func whatNumPyPrintsIsReadBackToTheBit() throws {
    struct Printed: Decodable {
      let text: String
      let shape: [Int]
      let bits: [String]

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        text = try values.decode(String.self)
        shape = try values.decode([Int].self)
        bits = try values.decode([String].self)
      }
    }
    let printed = try #require(fixture("notebook/printed", as: [Printed].self))
    #expect(printed.count == 240)
    for case let print in printed {
      let matrix = try Expression(parsing: print.text).value(in: scope())
      #expect([matrix.rows, matrix.columns] == print.shape, "\(print.text)")
      let bits = matrix.elements.map { String($0.bitPattern, radix: 16) }
      let wanted = print.bits.compactMap { UInt64($0, radix: 16) }.map { String($0, radix: 16) }
      #expect(bits == wanted, "\(print.text)")
    }
  }

  private func expectNumPys(_ idioms: [Idiom]) throws {
    let scope = try scope()
    for idiom in idioms {
      let value = try? Expression(parsing: idiom.text).array(in: scope)
      guard let answer = idiom.answer else {
        #expect(value == nil, "\(idiom.text) is an error in NumPy")
        continue
      }
      guard let value else {
        Issue.record("\(idiom.text) is refused")
        continue
      }
      let sizes: [Int] =
        switch value.dimensions {
        case 0: []
        case 1: [value.matrix.elements.count]
        default: [value.matrix.rows, value.matrix.columns]
        }
      #expect(sizes == answer.shape, "\(idiom.text)")
      let cells = value.matrix.elements
      let weighted = zip(cells, 1...).reduce(0) { $0 + $1.0 * Double($1.1) }
      let size = cells.enumerated().reduce(1e-300) { $0 + abs($1.element) * Double($1.offset + 1) }
      #expect(abs(cells.reduce(0, +) - answer.sum) <= 1e-13 * size, "\(idiom.text)")
      #expect(abs(weighted - answer.weighted) <= 1e-13 * size, "\(idiom.text)")
    }
  }

  /// The layer of the script, with Z, A and dA computed.
  private func scope() throws -> Scope {
    var machine = Machine.example
    _ = try machine.set(
      .x, layer: 1, to: Matrix([[2.5, 0, 1], [0, 1, 1.25], [2, 1, 0], [1, 0, 2]]))
    _ = try machine.set(.w, layer: 1, to: Matrix([[1, -1.5], [2, -1], [2, 2.25]]))
    _ = try machine.set(.b, layer: 1, to: Matrix([[-1, 1]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[3, 4], [2, 1], [2, 2], [3, 7]]))
    for _ in 0..<5 { _ = try machine.step() }
    // MSE of two outputs: dA is A - Y, as the script has it.
    return Scope(machine, layer: 1)
  }
}
