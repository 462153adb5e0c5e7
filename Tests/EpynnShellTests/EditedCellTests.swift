import TestSupport
import Testing

@testable import EpynnCore
@testable import EpynnShell

/// An edit changes the cells it names and nothing else that a person set.
@Suite struct EditedCellTests {
  /// What a person set, by name; X and Y are the whole training set.
  private func set(in machine: Machine) -> [String: Matrix] {
    var tensors: [String: Matrix] = [:]
    tensors["X1"] = (machine.training?.data ?? machine.data)?.matrix
    tensors["Y"] = (machine.training?.target ?? machine.target)?.matrix
    tensors["given"] = machine.given?.matrix
    for (place, layer) in machine.layers.enumerated() {
      tensors["W\(place + 1)"] = layer.matrix(.w)
      tensors["b\(place + 1)"] = layer.matrix(.b)
    }
    tensors["rate"] = Matrix(machine.rate)
    tensors["seed"] = Matrix(Double(machine.seed))
    return tensors.merging(machine.variables.mapValues(\.matrix)) { old, _ in old }
  }

  private func network(seed: Int) -> Session {
    var generator = SeededGenerator(seed: UInt64(seed))
    func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    func matrix(_ rows: Int, _ columns: Int) -> String {
      let rows = (0..<rows).map { _ in
        "[" + (0..<columns).map { _ in "0.\(random(100...999))" }.joined(separator: ", ") + "]"
      }
      return "[" + rows.joined(separator: ", ") + "]"
    }
    var session = Session()
    let samples = random(4...6)
    let outputs = random(1...3)
    var lines = ["new", "v = [[1, 2]]", "X = \(matrix(samples, random(1...3)))"]
    for _ in 0..<random(0...2) { lines.append("dense \(random(1...3)) tanh") }
    lines += ["dense \(outputs) sigmoid", "Y = \(matrix(samples, outputs))"]
    switch random(0...3) {
    case 0: lines += ["train 3 batch 2 shuffle", "back \(random(1...40))"]
    case 1: lines += ["dA = \(matrix(samples, outputs))", "step \(random(1...30))"]
    default: lines += ["step \(random(1...40))"]
    }
    for line in lines { #expect(!session.respond(to: line, from: .script).hasFailed, "\(line)") }
    return session
  }

  @Test(arguments: 0..<60)
  func changesWhatItNamesAlone(seed: Int) throws {
    let session = network(seed: seed)
    let machine = session.machine
    let before = set(in: machine)
    let layers = machine.layers.count
    let numbered = ["X", "W", "b", "Z", "A", "dA", "dZ", "dX", "dW", "db"].flatMap { name in
      ["", "0"] + (1...layers + 1).map { "\($0)" }.map { "\(name)\($0)" } + [name]
    }
    for name in Set(numbered + ["Y", "loss", "v"]).sorted() where !name.isEmpty && name != "0" {
      for edit in ["[0,0] = 5", "[0,:] = 5", "[:,0] = 5", "[0,0] += 3", "[0,:] -= 7", " += 9"] {
        var edited = session
        let line = name + edit
        let answer = edited.respond(to: line, from: .script)
        guard !answer.hasFailed else {
          #expect(edited.machine == machine, "\(line)")
          continue
        }
        let after = set(in: edited.machine)
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let owner: String
        switch name {
        case "X", "X1": owner = "X1"
        case "dA", "dA\(layers)": owner = "given"
        case "W", "b": owner = "\(name)\(session.currentLayer)"
        default: owner = name
        }
        #expect(changed == [owner], "\(line): \(changed.sorted())")
        let shown = try #require(
          owner == "given"
            ? machine.value(of: .dA, layer: layers)?.matrix : before[owner], "\(line)")
        let now = try #require(after[owner])
        #expect(now.shape == shown.shape, "\(line)")
        let differing = zip(shown.elements, now.elements).enumerated()
          .filter { $0.element.0 != $0.element.1 }.map {
            ($0.offset / now.columns, $0.offset % now.columns)
          }
        let rows = Set(differing.map(\.0)).count
        let columns = Set(differing.map(\.1)).count
        if edit.hasPrefix("[0,0]") { #expect(rows == 1 && columns == 1, "\(line)") }
        if edit.hasPrefix("[0,:]") { #expect(rows == 1 && columns == now.columns, "\(line)") }
        if edit.hasPrefix("[:,0]") { #expect(columns == 1, "\(line)") }
        // What the machine computed is refused, never set.
        #expect(
          ["X1", "Y", "given", "v"].contains(owner) || owner.first == "W" || owner.first == "b")
      }
    }
  }

  @Test func theBareXOfANetworkIsItsInput() {
    var session = Session()
    for line in [
      "new", "X = [[1, 2], [3, 4]]", "dense 3 relu", "dense 1 identity", "Y = [[1], [0]]",
      "step 5",
    ] { _ = session.respond(to: line, from: .script) }
    #expect(session.currentLayer == 2)
    #expect(session.respond(to: "X[0,0] = 5", from: .script).text.hasPrefix("X1[0,0]: 1 → 5\n"))
    #expect(session.respond(to: "X1 == [[5, 2], [3, 4]]", from: .script).text.hasPrefix("equal"))
  }

  @Test func anEditOfABatchIsOneOfItsSample() {
    var session = Session()
    for line in [
      "new", "X = [[1, 2], [3, 4], [5, 6], [7, 8]]", "dense 1 identity",
      "Y = [[1], [0], [1], [0]]", "train 1 batch 2", "back 5",
    ] { _ = session.respond(to: line, from: .script) }
    #expect(session.respond(to: "X", from: .script).text.contains("[ 5  6 ]") == false)
    let text = session.respond(to: "X[0,0] = 50", from: .script).text
    #expect(text.hasPrefix("X[0,0]: 5 → 50\n"), "\(text)")
    #expect(
      session.respond(to: "X == [[1, 2], [3, 4], [50, 6], [7, 8]]", from: .script).text
        .hasPrefix("equal"))
  }
}
