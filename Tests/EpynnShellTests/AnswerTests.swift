import EpynnCore
import Foundation
import TestSupport
import Testing

@testable import EpynnShell

/// Answers are judged by the digits typed: none that is right is refused, none that is off accepted.
@Suite struct AnswerTests {
  private let scope = Scope(.example, layer: 1)

  private func isRight(_ typed: String, _ truth: Double) -> Bool { fit(typed, truth) == .right }

  private func fit(_ typed: String, _ truth: Double) -> AnswerDigits.Fit {
    let text = typed.withDecimalPoint
    guard let given = try? Expression(parsing: text).value(in: scope) else { return .other }
    return AnswerDigits(given, typedAs: text).fit(Matrix(truth), decimals: .needed)
  }

  /// A number of at most one digit before the point; Foundation rounds it, exactly.
  private func decimals(_ number: Double, _ count: Int) -> String {
    String(format: "%.\(count)f", number)
  }

  @Test func noneOfAThousandRightAnswersIsRefused() {
    var generator = SeededGenerator(seed: 3)
    var refused: [String] = []
    for round in 0..<1_000 {
      let truth: Double
      let typed: String
      switch round % 5 {
      case 0:
        truth = Double.random(in: -9...9, using: &generator)
        typed = decimals(truth, Int.random(in: 2...15, using: &generator))
      case 1:
        truth = Double.random(in: -9...9, using: &generator)
        typed = decimals(truth, Int.random(in: 2...15, using: &generator))
          .replacingOccurrences(of: ".", with: ",")
      case 2:
        let (p, q) = (
          Int.random(in: -99...99, using: &generator), Int.random(in: 1...99, using: &generator)
        )
        truth = Double(p) / Double(q)
        typed = "\(p)/\(q)"
      case 3:
        let terms = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
          (
            Double(Int.random(in: -60...60, using: &generator)) / 4,
            Double(Int.random(in: -60...60, using: &generator)) / 10
          )
        }
        // Added from the other end, as another hand would.
        truth = terms.reversed().reduce(0) { $0 + $1.0 * $1.1 }
        typed = terms.map { "\($0.0) * (\($0.1))" }.joined(separator: " + ")
      default:
        truth = exp(Double.random(in: -3...2, using: &generator))
        typed = "exp(\(log(truth)))"
      }
      // What has too few digits is asked again.
      if fit(typed, truth) == .other { refused.append("\(typed) for \(truth)") }
    }
    #expect(refused.isEmpty, "\(refused.prefix(5))")
  }

  @Test func noneOfAThousandAnswersOffInTheLastDigitIsAccepted() {
    var generator = SeededGenerator(seed: 5)
    var accepted: [String] = []
    for round in 0..<1_000 {
      let count = Int.random(in: 2...15, using: &generator)
      let truth = Double.random(in: -9...9, using: &generator)
      let off = Int.random(in: 2...40, using: &generator) * (round % 2 == 0 ? 1 : -1)
      let digits = (Int(decimals(truth, count).filter { $0 != "." }) ?? 0) + off
      let padded = String(repeating: "0", count: count + 1) + String(abs(digits))
      var typed = (digits < 0 ? "-" : "") + padded.dropLast(count) + "." + padded.suffix(count)
      if round % 3 == 0 { typed = typed.replacingOccurrences(of: ".", with: ",") }
      if isRight(typed, truth) { accepted.append("\(typed) for \(truth)") }
    }
    #expect(accepted.isEmpty, "\(accepted.prefix(5))")
  }

  @Test(arguments: [
    ("1.5e-3", 0.001_523, true), ("1.5e-3", 0.001_56, false), ("−0.25", -0.25, true),
    ("0.3", 0.1 + 0.2, true), ("0.30000000000000004", 0.3, true), ("1/3", 1.0 / 3, true),
    ("0.33", 1.0 / 3, true), ("0.34", 1.0 / 3, false), ("0", 1e-17, true), ("2", 2.000_1, false),
    (".5", 0.5, true), ("[0.5]", 0.5, true), ("0,5", 0.5, true), ("zero", 0, false),
  ])
  func digitsAndSpellings(typed: String, truth: Double, isRight: Bool) {
    #expect(self.isRight(typed, truth) == isRight)
  }
}
