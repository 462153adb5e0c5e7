import EpynnCore
import Foundation
import Testing

@testable import EpynnShell

/// The answers of a vote, over the reference networks: the right one from outside, the wrong ones by
/// what is said of them.
@Suite struct VoteAnswerTests {
  private struct Case: Decodable {
    let name: String
    let data: [[Double]]
    let dA: [[Double]]?
    let target: [[Double]]?
    let loss: String?
    let layers: [Layer]

    struct Layer: Decodable {
      let units: Int
      let activation: String
      let hyperparameters: [String: Double]
      let weights: [[Double]]
      let bias: [[Double]]
      let expect: [String: [[Double]]]

      enum CodingKeys: String, CodingKey {
        case weights = "W"
        case bias = "b"
        case units, activation, hyperparameters, expect
      }
    }

    enum CodingKeys: String, CodingKey {
      case data = "X"
      case target = "Y"
      case name, dA, loss, layers
    }
  }

  private func cases() throws -> [Case] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "EpynnCoreTests/Fixtures/dense.json")
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
  }

  private func session(_ reference: Case) -> Session {
    var lines = ["new", "X = \(reference.data)"]
    for (place, layer) in reference.layers.enumerated() {
      let words = layer.hyperparameters.filter { name, _ in
        name.lowercased().hasPrefix(layer.activation)
      }.map { "\($0)=\($1)" }
      lines += [
        (["dense \(layer.units) \(layer.activation)"] + words).joined(separator: " "),
        "W\(place + 1) = \(layer.weights)", "b\(place + 1) = \(layer.bias)",
      ]
    }
    if let dA = reference.dA { lines.append("dA = \(dA)") }
    if let target = reference.target, let loss = reference.loss {
      lines += ["Y = \(target)", "loss \(loss)"]
    }
    var session = Session()
    for line in lines { _ = session.respond(to: line, from: .script) }
    return session
  }

  private static let tensors = ["Z", "A", "dA", "dZ", "dX", "dW", "db"]

  @Test func oneIsRightAndAllDifferAndEachWrongOneIsWhatItsFormulaGives() throws {
    var asked = 0
    var wrong = 0
    for (number, reference) in try cases().enumerated() {
      let ready = session(reference)
      let count = reference.layers.count
      for (place, layer) in reference.layers.enumerated() {
        // Two of the tensors of each layer, others in each case.
        for step in 0..<2 {
          let tensor = Self.tensors[(number + place + 3 * step) % Self.tensors.count]
          var session = ready
          let name = count > 1 ? "\(tensor)\(place + 1)" : tensor
          _ = session.respond(to: "vote \(name)", from: .script)
          guard let vote = session.vote else { continue }
          asked += 1
          let cell = try #require(self.cell(in: vote.text))
          let truth = try #require(layer.expect[tensor])[cell.row][cell.column]
          let right = vote.answers.filter(\.isRight)
          #expect(right.count == 1)
          // The reference is met to 1e-12, and so may be rounded to another last digit.
          let shown = try #require(right.first.flatMap { Double($0.text) })
          #expect(
            right.first?.text == truth.text(.standard)
              || abs(shown - truth) <= 1e-12 * max(abs(truth), 1e-3),
            "\(reference.name) \(vote.text): \(truth)")
          #expect((2...4).contains(vote.answers.count))
          #expect(Set(vote.answers.map(\.text)).count == vote.answers.count)
          let numbers = vote.answers.compactMap { Double($0.text) }
          #expect(numbers == numbers.sorted() && numbers.count == vote.answers.count)
          for answer in vote.answers where !answer.isRight {
            wrong += 1
            let given = try result(of: answer, at: cell, in: session.machine, name)
            #expect(
              given.text(.standard) == answer.text,
              "\(reference.name) \(vote.text) \(answer.reason): \(given)")
          }
        }
      }
    }
    #expect(asked > 90 && wrong > 250, "\(asked) \(wrong)")
  }

  private func cell(in question: String) -> Cell? {
    guard let match = question.firstMatch(of: /\[(\d+),(\d+)\]/), let row = Int(match.1),
      let column = Int(match.2)
    else { return nil }
    return Cell(row, column)
  }

  /// What an answer's formula gives, printed as NumPy and read back, in a machine that was stepped to
  /// where it is used.
  private func result(
    of answer: VoteAnswer, at cell: Cell, in machine: Machine, _ name: String
  ) throws -> Double {
    let named = try #require(answer.named)
    let text = MatrixNotation(.numpy).text(of: named.formula)
    var ran = machine
    while let next = ran.next, next.name != name { try ran.step() }
    let scope = Scope(ran, layer: named.layer)
    let value = try Expression(parsing: text).value(in: scope)
    return value[cell]
  }
}
