import Foundation
import TestSupport
import Testing

@testable import EpynnCore
@testable import EpynnShell

/// The digits that a worked cell prints add up to the number it prints, or it says that they are
/// rounded.
@Suite struct WorkedSumTests {
  /// Sums of products are added up by hand here, each term from the digits on the screen.
  @Test func printedDigitsAddUpOrAreCalledRounded() throws {
    var generator = SeededGenerator(seed: 7)
    var (rounded, exact) = (0, 0)
    for _ in 0..<trials(60) {
      func matrix(_ rows: Int, _ columns: Int, decimals: Int) -> String {
        let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10 : 1_000_000
        let rows = (0..<rows).map { _ in
          let cells = (0..<columns).map { _ in
            "\((Double.random(in: -3...3, using: &generator) * scale).rounded() / scale)"
          }
          return "[\(cells.joined(separator: ", "))]"
        }
        return "[\(rows.joined(separator: ", "))]"
      }
      let decimals = Int.random(in: 0...2, using: &generator)
      var session = Session()
      for line in [
        "new;", "X = \(matrix(3, 3, decimals: decimals));", "dense 2 identity;",
        "W = \(matrix(3, 2, decimals: decimals));", "b = \(matrix(1, 2, decimals: decimals));",
        "dA = \(matrix(3, 2, decimals: decimals));",
      ] {
        _ = session.respond(to: line, from: .script)
      }
      for tensor in ["Z", "dX", "dW", "db"] {
        _ = session.respond(to: "goto \(tensor);", from: .script)
        let card = session.respond(to: "step", from: .script).text
        let text = try #require(Self.worked(in: card))
        let parts = text.replacing(", rounded", with: "").components(separatedBy: " = ")
        let sum = parts[1].components(separatedBy: " + ").reduce(0.0) { sum, term in
          sum + term.split(separator: "×").reduce(1.0) { $0 * Self.number(String($1)) }
        }
        let printed = Self.number(parts[parts.count - 1])

        let addsUp = abs(sum - printed) <= 0.00005 * 1.000001
        if text.hasSuffix(", rounded") { rounded += 1 } else { exact += 1 }
        #expect(addsUp || text.hasSuffix(", rounded"), "\(text)")
      }
    }
    #expect(rounded > 10 && exact > 10)
  }

  private static func worked(in card: String) -> String? {
    let lines = card.split(separator: "\n").map(String.init)
    guard let start = lines.firstIndex(where: { $0.contains("[0,1] =") }) else { return nil }
    let rest = lines[(start + 1)...].prefix { $0.hasPrefix("     ") }
    return ([lines[start]] + rest).map { $0.trimmingPrefix { $0 == " " } }
      .joined(separator: " ")
  }

  private static func number(_ text: String) -> Double {
    Double(text.filter { !"() ".contains($0) }) ?? .nan
  }
}
