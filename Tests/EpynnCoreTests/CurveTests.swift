import Testing

@testable import EpynnCore

/// A curve keeps its last point however it is thinned.
@Suite struct CurveTests {
  private func curve(of epochs: Int) -> Curve {
    var curve = Curve()
    for epoch in 1...epochs {
      curve.add(Curve.Point(epoch: epoch, cost: 1 / Double(epoch), accuracy: nil))
    }
    return curve
  }

  @Test(arguments: [1, 2, 4_096, 4_097, 5_000, 20_000])
  func firstAndLastAreThere(epochs: Int) {
    let all = curve(of: epochs).all
    #expect(all.first?.epoch == 1)
    #expect(all.last?.epoch == epochs)
    #expect(all.count <= 4_098)
    #expect(all.map(\.epoch) == all.map(\.epoch).sorted())
  }

  @Test func upToItsEndItIsTheSame() {
    for epochs in [10, 5_000] {
      #expect(curve(of: epochs).upTo(epochs) == curve(of: epochs))
      #expect(curve(of: epochs).upTo(epochs + 1) == curve(of: epochs))
    }
    #expect(curve(of: 10).upTo(7) == curve(of: 7))
    #expect(curve(of: 10).upTo(0).all.isEmpty)
    #expect(curve(of: 5_000).upTo(4_001).all.last?.epoch == 4_001)
  }
}
