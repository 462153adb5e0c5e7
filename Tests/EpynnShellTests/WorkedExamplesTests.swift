import EpynnCore
import EpynnShell
import Foundation
import TestSupport
import Testing

/// Worked examples of textbooks, courses and test suites, typed as they stand, give what was published.
@Suite struct WorkedExamplesTests {
  private struct Example: Decodable {
    let name: String
    let commands: [String]
    let expect: [Expectation]

    struct Expectation: Decodable {
      let show: String
      let value: Numbers
      /// How many decimals were published.
      let digits: Int
      /// Behind how many of the commands; all of them where it is missing.
      let after: Int?
    }
  }

  /// A number, or rows of numbers.
  private struct Numbers: Decodable {
    let rows: [[Double]]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        rows = [[number]]
      } else {
        rows = try container.decode([[Double]].self)
      }
    }
  }

  private static func examples() throws -> [Example] {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/worked", withExtension: "json"))
    return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
  }

  @Test func thirtyPublishedExamplesComeOut() throws {
    let examples = try Self.examples()
    #expect(examples.count == 30)
    for example in examples {
      var session = Session()
      var expectations = example.expect
      for (place, line) in example.commands.enumerated() {
        let response = session.respond(to: line + ";", from: .script)
        #expect(!response.hasFailed, "\(example.name), \(line): \(response.text)")
        for expectation in expectations where expectation.after == place + 1 {
          try compare(expectation, in: session, example.name)
        }
        expectations.removeAll { $0.after == place + 1 }
      }
      for expectation in expectations { try compare(expectation, in: session, example.name) }
    }
  }

  /// A published number is right to half a unit of its last decimal, or was cut off there.
  private func compare(
    _ expectation: Example.Expectation, in session: Session, _ name: String
  ) throws {
    try compare(expectation.show, expectation.value.rows, expectation.digits, session, name)
  }

  private func compare(
    _ formula: String, _ rows: [[Double]], _ digits: Int, _ session: Session, _ name: String
  ) throws {
    let unit = pow(10, -Double(digits))
    let text = formula.hasPrefix("show ") ? String(formula.dropFirst(5)) : formula
    let value = try Expression(parsing: text).value(in: Scope(session.machine, layer: 1))
    #expect(value.shape == Matrix(rows).shape, "\(name): \(text)")
    for (own, published) in zip(value.elements, rows.joined()) {
      #expect(
        abs(own - published) <= 0.5 * unit * (1 + 1e-6), "\(name): \(text) is \(own), \(published)")
    }
  }
}
