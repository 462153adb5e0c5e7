import Testing

@testable import EpynnCore

/// What digits say: a number of d of them tells 10 to the power of d numbers apart.
@Suite struct EvidenceTests {
  @Test(
    arguments: [
      (0, 1), (1, 1), (-13, 2), (0.25, 2), (120, 2), (0.001, 1), (9.5, 2), (10, 1), (-0.00625, 3),
      (123_456, 6), (1.0 / 3, 13), (1e300, 1), (2e-300, 1),
    ] as [(Double, Int)])
  func digitsOfANumber(number: Double, count: Int) {
    #expect(number.digitCount == count, "\(number)")
  }

  /// One digit says 3.3 bits, two say 6.6; the cell that told a scalar is the one that says most.
  @Test func cellsSayWhatTheirDigitsDo() {
    let own = OwnNumbers(Matrix([[2, 0.25, 13, 8]]))
    let evidence = Evidence(own: own, differing: [0, 1, 3])
    #expect(evidence.count == 3)
    #expect(abs(evidence.bits - 4 * 3.321928094887362) < 1e-9)
    #expect(abs(evidence.bitsBesidesOne - 2 * 3.321928094887362) < 1e-9)
    #expect(Evidence(own: own, differing: []).bits == 0)
  }

  /// Choosing among 2^k takes k bits and a margin of 12.
  @Test func evidenceHasToExceedTheChoice() {
    let own = OwnNumbers(Matrix([[0.123456, 0.25, 1.5]]))
    let evidence = Evidence(own: own, differing: [0, 1, 2])
    // Ten digits: 33.2 bits; four without the longest: 13.3.
    #expect(evidence.carries(choices: 1 << 21))
    #expect(!evidence.carries(choices: 1 << 22))
    #expect(evidence.carries(choices: 2, spendsCell: true))
    #expect(!evidence.carries(choices: 3, spendsCell: true))
  }
}
