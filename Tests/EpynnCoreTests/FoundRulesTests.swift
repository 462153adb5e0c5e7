import Testing

@testable import EpynnCore

/// What the tensors of a file tell of the network that made them.
@Suite struct FoundRulesTests {
  /// Z is X · W + b = [[0.1, -0.45], [1.1, -0.45]], and A its tanh.
  @Test func anActivationIsToldWithoutZ() {
    let a = [
      [0.09966799462495582, -0.4218990052500079], [0.8004990217606297, -0.4218990052500079],
    ]
    let rows: [(Quantity, [[Double]])] = [
      (.x, [[0.5, -1], [1.5, 2]]), (.w, [[0.4, -0.3], [0.2, 0.1]]), (.b, [[0.1, -0.2]]), (.a, a),
    ]
    let tensors = rows.map { OwnTensor($0, layer: 1, OwnNumbers(Matrix($1))) }
    let found = FoundRules(in: tensors, layers: 1, samplesInColumns: false)
    #expect(found.activations.map { $0.fitting.map(\.name) } == [["tanh"]])
  }
}
