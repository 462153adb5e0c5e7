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

  /// The same without computing in the head: no loss halved, no gradient divided, no column of ones
  /// turned into a bias, no label spread out.
  @Test(arguments: [
    // Mazur: half squares, biases that stay.
    (
      mazur, ["run", "goto dA2"],
      [("cost", [[0.291027774]], 9), ("b1", [[0.35, 0.35]], 9), ("W2[0,0]", [[0.35891648]], 8)]
    ),
    (mazur, ["train 9999", "goto dA2"], [("cost", [[0.0000351085]], 10)]),
    (
      mazur, ["bug weights-already-updated", "run", "goto dA2"], [("cost", [[0.291027924]], 9)]
    ),
    // Han and Kamber, example 9.1.
    (
      [
        "new", "convention half-squares", "X = [[1, 0, 1]]", "dense 2 sigmoid",
        "W = [[0.2, -0.3], [0.4, 0.1], [-0.5, 0.2]]", "b = [[-0.4, 0.2]]", "dense 1 sigmoid",
        "W2 = [[-0.3], [-0.2]]", "b2 = 0.1", "Y = 1", "loss MSE", "rate 0.9",
      ], ["run"],
      [
        ("-dZ2", [[0.1311]], 3), ("-dZ1", [[-0.0087, -0.0065]], 4),
        ("W2", [[-0.261], [-0.138]], 3), ("b2", [[0.218]], 3),
      ]
    ),
    // HMKCode, whose layers have no bias.
    (
      [
        "new", "convention half-squares", "X = [[2, 3]]", "dense 2 identity nobias",
        "W = [[0.11, 0.12], [0.21, 0.08]]", "dense 1 identity nobias", "W2 = [[0.14], [0.15]]",
        "Y = 1", "loss MSE", "rate 0.05",
      ], ["run"],
      [
        ("dA2", [[-0.809]], 3), ("cost", [[0.327]], 3), ("W2", [[0.17], [0.17]], 2),
        ("W1", [[0.12, 0.13], [0.23, 0.1]], 2),
      ]
    ),
    // iamtrask: a column of ones, and no bias; the error is half squares with rate 1.
    (
      [
        "new", "convention half-squares", "X = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]]",
        "dense 1 sigmoid nobias",
        "W = [[-0.165955990594852], [0.4406489868843162], [-0.9997712503653102]]",
        "Y = [[0], [0], [1], [1]]", "loss MSE", "rate 1",
      ], ["train 9999", "goto dA"],
      [("A", [[0.00966449], [0.00786506], [0.99358898], [0.99211957]], 8)]
    ),
    // Ng's machine learning course, exercise 4: means, and labels as they come, counted from 0.
    (
      [
        "new", "convention deeplearning.ai",
        "X = [[0.5403023058681398, -0.4161468365471424], [-0.9899924966004454,"
          + " -0.6536436208636119], [0.28366218546322625, 0.960170286650366]]",
        "dense 2 sigmoid", "W = [[0.3, 0.4], [0.5, 0.6]]", "b = [[0.1, 0.2]]", "dense 4 sigmoid",
        "W2 = [[1.1, 1.2, 1.3, 1.4], [1.5, 1.6, 1.7, 1.8]]", "b2 = [[0.7, 0.8, 0.9, 1.0]]",
        "Y = onehot([4, 2, 3] - 1, 4)", "loss BCE",
      ], ["goto update"],
      [
        ("cost", [[7.407]], 3), ("db1", [[0.766138, 0.979897]], 6),
        ("dW1", [[-0.02754, -0.035844], [-0.024929, -0.053862]], 6),
        ("db2", [[0.883417, 0.568762, 0.584668, 0.598139]], 6),
      ]
    ),
  ])
  func whatCouldNotBeTypedIsNow(
    setUp: [String], lines: [String], published: [(String, [[Double]], Int)]
  ) throws {
    var session = Session()
    for line in setUp + lines {
      let response = session.respond(to: line + ";", from: .script)
      #expect(!response.hasFailed, "\(line): \(response.text)")
    }
    for (formula, rows, digits) in published {
      try compare(formula, rows, digits, session, setUp[1])
    }
  }

  private static let mazur = [
    "new", "convention mazur", "X = [[0.05, 0.10]]", "dense 2 sigmoid",
    "W = [[0.15, 0.25], [0.20, 0.30]]", "b = [[0.35, 0.35]]", "dense 2 sigmoid",
    "W2 = [[0.40, 0.50], [0.45, 0.55]]", "b2 = [[0.60, 0.60]]", "Y = [[0.01, 0.99]]", "loss MSE",
    "rate 0.5",
  ]

  /// A published number is right to half a unit of its last decimal.
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
