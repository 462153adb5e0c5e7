import TestSupport
import Testing

@testable import EpynnCore

/// `verify` of programs whose samples stand in columns: all their tensors agree, also where every
/// size is equal and only Z and A tell.
@Suite struct SamplesInColumnsTests {
  static let cases = ConventionCase.all.filter { $0.samples == "columns" }

  /// A case's tensors as its file would have them.
  private func tensors(_ network: ConventionCase, turnsWeights: Bool = false) -> [OwnTensor] {
    func own(_ quantity: Quantity, _ layer: Int, _ rows: [[Double]]) -> OwnTensor {
      let isWeight = quantity == .w || quantity == .dW
      let matrix = Matrix(rows)
      return OwnTensor(
        quantity, layer: layer,
        OwnNumbers(turnsWeights && isWeight ? matrix.transposed : matrix))
    }
    var tensors = [own(.x, 1, network.x), own(.y, network.layers.count, network.y)]
    for (place, layer) in network.layers.enumerated() {
      tensors += [
        (Quantity.w, layer.w), (.b, layer.b), (.z, layer.z), (.a, layer.a), (.dA, layer.dA),
        (.dZ, layer.dZ), (.dX, layer.dX), (.dW, layer.dW), (.db, layer.db),
      ].map { own($0, place + 1, $1) }
    }
    return tensors
  }

  /// The readings of a file beside layers that fit each, as from outside.
  private func likelier(_ tensors: [OwnTensor], _ network: ConventionCase) throws -> Verification {
    let right = try network.machine()
    return Verification.likelier(
      Verification(tensors, in: right), Verification(tensors, in: right, samplesInColumns: true))
  }

  @Test func thereAreCasesOfEverySort() {
    #expect(Self.cases.count >= 16)
    #expect(
      Self.cases.contains { network in
        network.layers.allSatisfy { $0.w.count == network.x.count && $0.w[0].count == $0.w.count }
          && network.x[0].count == network.x.count
      })
  }

  @Test(arguments: cases) func allAgreeInColumns(network: ConventionCase) throws {
    let found = try likelier(tensors(network), network)
    #expect(found.hasSamplesInColumns)
    #expect(found.first == nil)
    #expect(found.isTurned(.w, layer: 1) && found.isTurned(.dZ, layer: 1))
  }

  /// W (n, u) beside X (n, m), as in Z = Wᵀ · X + b.
  @Test(arguments: cases) func weightsMayHaveTheirFeaturesFirst(network: ConventionCase) throws {
    let found = try likelier(tensors(network, turnsWeights: true), network)
    #expect(found.hasSamplesInColumns)
    #expect(found.first == nil)
    // One number has no other way round to be told.
    if network.layers[0].w.count > 1 || network.layers[0].w[0].count > 1 {
      #expect(!found.isTurned(.w, layer: 1))
    }
    #expect(found.isTurned(.dZ, layer: 1))
  }

  /// The same numbers with a sample a row are read so, also where both would fit.
  @Test(arguments: cases) func rowsStayRows(network: ConventionCase) throws {
    let found = try likelier(tensors(network).map(\.transposed), network)
    #expect(!found.hasSamplesInColumns)
    #expect(found.first == nil)
  }

  /// A wrong tensor is found first, at the cell of the file.
  @Test(arguments: cases) func aWrongStepIsTheFirst(network: ConventionCase) throws {
    for wrong in [Quantity.dZ, .dW, .db] {
      var tensors = tensors(network)
      let layer = network.layers.count
      let place = try #require(
        tensors.firstIndex { $0.quantity == wrong && $0.layer == layer })
      var matrix = tensors[place].numbers.matrix
      matrix[matrix.rows - 1, 0] += 0.5
      tensors[place] = OwnTensor(wrong, layer: layer, OwnNumbers(matrix))
      let found = try likelier(tensors, network)
      #expect(found.hasSamplesInColumns && found.first?.quantity == wrong)
      #expect(found.first?.differing == [Cell(0, matrix.rows - 1)])
    }
  }
}
