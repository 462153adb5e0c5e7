import EpynnCore
import Testing

/// The library as its documentation uses it, by what is public alone.
@Suite struct DocumentedUseTests {
  @Test func aMachineStopsAtEachStep() throws {
    var machine = Machine.example(within: .session)
    while let next = machine.next, next.step.name != "dW" { try machine.step() }
    try machine.step()
    let dW = machine.value(of: .dW, layer: 1)?.matrix
    #expect(dW == Matrix(rows: 3, columns: 2, elements: [3, -9, 2, 1, 3, -8]))
  }
}
