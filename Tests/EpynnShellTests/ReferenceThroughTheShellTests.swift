import EpynnCore
import EpynnShell
import Foundation
import Testing

/// The reference values through the program's own lines: typed in, printed with every digit.
@Suite struct ReferenceThroughTheShellTests {
  private struct Case: Decodable {
    let name: String
    let data: [[Double]]
    let dA: [[Double]]?
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
      case name, dA, layers
    }
  }

  private func cases() throws -> [Case] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "EpynnCoreTests/Fixtures/dense.json")
    let all = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    return all.filter { $0.layers.count == 1 && $0.dA != nil }
  }

  @Test func everyDigitIsPrintedAndReadsBack() throws {
    let cases = try cases()
    #expect(cases.count == 37)
    for reference in cases {
      var session = Session()
      for line in setUp(reference) {
        let response = session.respond(to: line, from: .script)
        #expect(!response.hasFailed, "\(reference.name), \(line): \(response.text)")
      }
      for (name, rows) in reference.layers[0].expect {
        let plain = session.respond(to: "show \(name)", from: .script).text
        expectClose(numbers(in: plain, columns: rows[0].count), rows.flatMap { $0 }, reference.name)
        _ = session.respond(to: "set notation numpy", from: .script)
        let literal = session.respond(to: "show \(name)", from: .script).text
        let line = "v = " + literal.replacing("\n", with: " ")
        #expect(!session.respond(to: line, from: .script).hasFailed, "\(line)")
        #expect(session.respond(to: "v == \(name)", from: .script).text.hasPrefix("equal"))
        _ = session.respond(to: "set notation docs", from: .script)
      }
    }
  }

  private func setUp(_ reference: Case) -> [String] {
    let layer = reference.layers[0]
    let hyperparameters = layer.hyperparameters.filter { name, _ in
      name.lowercased().hasPrefix(layer.activation)
    }
    let words = hyperparameters.map { "\($0)=\($1)" }.joined(separator: " ")
    return [
      "new", "X = \(reference.data)", "dense \(layer.units) \(layer.activation) \(words)",
      "W = \(layer.weights)", "b = \(layer.bias)", "dA = \(reference.dA ?? [])",
      "set precision full", "goto update",
    ]
  }

  /// The numbers between the brackets, column groups put side by side again.
  private func numbers(in text: String, columns: Int) -> [Double] {
    var rows: [Int: [Double]] = [:]
    var row = 0
    for line in text.split(separator: "\n").dropFirst() {
      guard let open = line.firstIndex(where: { "[⎡⎢⎣".contains($0) }) else {
        row = 0
        continue
      }
      let cells = line[line.index(after: open)...].split(separator: " ").compactMap { Double($0) }
      rows[row, default: []] += cells
      row += 1
    }
    return rows.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private func expectClose(_ found: [Double], _ expected: [Double], _ name: String) {
    #expect(found.count == expected.count, "\(name)")
    for (x, y) in zip(found, expected) {
      #expect(abs(x - y) <= max(1e-12 * abs(y), 1e-15), "\(name): \(x) is not \(y)")
    }
  }
}
