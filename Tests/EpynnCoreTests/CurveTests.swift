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

  /// Whoever goes back sees what was seen then, however often it was thinned since.
  @Test(arguments: [
    0, 1, 20, 4_095, 4_096, 4_097, 4_098, 8_191, 8_192, 8_193, 8_194, 16_384, 16_385, 19_998,
  ])
  func anEarlierMomentHasItsCurve(epochs: Int) {
    let then = epochs > 0 ? curve(of: epochs) : Curve()
    let now = curve(of: 20_000)
    #expect(now.upTo(epochs, last: then.last) == then)
    // Gone back to once before.
    #expect(now.upTo(epochs).upTo(epochs, last: then.last) == then)
  }

  @Test func goingOnFromAnEarlierMomentMakesTheSame() {
    var curve = curve(of: 20_000).upTo(4_099, last: self.curve(of: 4_099).last)
    for epoch in 4_100...9_000 {
      curve.add(Curve.Point(epoch: epoch, cost: 1 / Double(epoch), accuracy: nil))
    }
    #expect(curve == self.curve(of: 9_000))
  }
}
