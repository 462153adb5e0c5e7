import EpynnCore
import Foundation
import Testing

@testable import EpynnShell

/// Tensors that a file holds as lists, which have one dimension only.
@Suite struct ListsInFilesTests {
  private func machine() throws -> Machine {
    var machine = Machine()
    _ = try machine.set(.x, layer: 1, to: Matrix([[1, 2], [0, 1], [3, -1]]))
    _ = try machine.add(Dense(units: 1, activation: Activation(.identity)))
    _ = try machine.set(.w, layer: 1, to: Matrix([[2], [1]]))
    _ = try machine.set(.y, layer: 1, to: Matrix([[1], [0], [1]]))
    return machine
  }

  private func list(_ quantity: Quantity, _ numbers: [Double]) -> OwnTensor {
    OwnTensor(quantity, layer: 1, OwnNumbers(Matrix([numbers])), isFlat: true)
  }

  private func remarks(_ verification: Verification) -> String {
    let renderer = TerminalRenderer(
      look: Look(settings: Settings(), screen: Screen(width: 200, height: 24)))
    return renderer.lines(
      of: VerificationRemarks(
        verification: verification, naming: FileNaming(verification: verification, names: [:]),
        readings: [], others: []
      ).facts
    ).map(\.text).joined(separator: "\n")
  }

  /// A number a sample is a column here, one a unit a row.
  @Test func eachListIsTakenAsItsTensorStands() throws {
    let verification = Verification(
      [
        list(.z, [4, 1, 5]), list(.a, [4, 1, 5]), list(.dW, [30, 6]), list(.b, [0]),
      ], in: try machine())
    let said = remarks(verification)
    #expect(said.contains("Z and A: a list in the file, as (m,); taken as (m, 1)"), "\(said)")
    #expect(said.contains("dW: a list in the file, as (n,); taken as (n, 1)"), "\(said)")
    #expect(said.contains("b: a list in the file, as (u,); taken as (1, u)"), "\(said)")
  }

  /// Lists lie one way only: of two readings they are no reason for samples in columns.
  @Test func listsTellNothingOfSamplesInColumns() throws {
    var machine = try machine()
    _ = try machine.set(.w, layer: 1, to: Matrix([[2], [2]]))
    let tensors = [
      OwnTensor(.w, layer: 1, OwnNumbers(Matrix([[2, 2]]))), list(.z, [6, 2, 4]),
      list(.y, [1, 0, 1]),
      OwnTensor(.dW, layer: 1, OwnNumbers(Matrix([[34, 8]]))),
    ]
    let rows = Verification(tensors, in: machine, comparesDrawn: true)
    let columns = Verification(
      tensors, in: machine, comparesDrawn: true, samplesInColumns: true)
    let chosen = Verification.likelier(rows, columns)
    #expect(!chosen.hasSamplesInColumns)
    #expect(!remarks(chosen).contains("samples stand in columns"))
  }

  /// `np.savez("list-target.npz", X=np.array([[1., 2], [3, 4], [5, 6]]), Y=np.array([0., 1, 0]))`
  @Test func aListForATargetIsANumberASample() {
    var session = Session(
      surroundings: Surroundings(read: { path in
        guard let file = Bundle.module.url(forResource: "Fixtures/\(path)", withExtension: nil),
          let data = try? Data(contentsOf: file)
        else { return .failure(.missing) }
        return .success(Array(data))
      }))
    #expect(!session.respond(to: "data list-target.npz").hasFailed)
    #expect(session.machine.target?.matrix == Matrix([[0], [1], [0]]))
    #expect(!session.respond(to: "dense 1 sigmoid").hasFailed)
    #expect(!session.respond(to: "goto dA").hasFailed)
  }
}
