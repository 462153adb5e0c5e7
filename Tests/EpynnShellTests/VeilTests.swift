import TestSupport
import Testing

@testable import EpynnCore
@testable import EpynnShell

/// What is covered has no digit on any screen: not as a value, an operand, a term, nor where another
/// number is the same by construction.
@Suite struct VeilTests {
  /// Two layers whose numbers occur nowhere else.
  static let network = [
    "X = [[0.3271, -1.2348, 0.8127], [1.4193, 0.5623, -0.7439], [-0.9317, 0.2683, 1.1729]];",
    "dense 3 tanh;",
    "W1 = [[0.4139, -0.6271, 0.2957], [0.7283, 0.1867, -0.5413], [-0.3719, 0.8231, 0.6547]];",
    "b1 = [[0.1373, -0.2819, 0.0947]];",
    "dense 2 sigmoid;", "W2 = [[0.5171, -0.4337], [-0.7919, 0.3613], [0.2467, 0.6899]];",
    "b2 = [[-0.1529, 0.2251]];", "Y = [[0.8573, 0.1979], [0.2741, 0.7643], [0.6121, 0.4517]];",
    "loss MSE;", "rate 0.0731;", "set precision 9;", "goto update;",
  ]

  private static let tensors: [(quantity: Quantity, layer: Int)] =
    Quantity.allCases.flatMap { quantity in
      quantity.belongsToNetwork ? [(quantity, 2)] : [(quantity, 1), (quantity, 2)]
    }

  private static func name(_ quantity: Quantity, _ layer: Int) -> String {
    quantity.belongsToNetwork ? quantity.name : "\(quantity.name)\(layer)"
  }

  /// What is asked of the covered tensor itself.
  static func lines(about name: String) -> [[String]] {
    let cell = "\(name)[0,0]"
    return [
      [name], ["show \(name)"], [cell], ["\(name).T"], ["\(name) * 1"], ["heat \(name)"],
      ["display \(name)", "run"], ["watch \(cell)", "run", "run"], ["c = \(name)", "c", "c * 1"],
      ["c = zeros(1, 2)", "c[0,0] = \(cell)", "c"], ["mine \(name) = zeros(2, 2)"],
      ["mine A2 = \(name)"], ["help \(name)"], ["\(name) == 1"], ["close(\(name), 1)"],
      ["W1 = \(name)", "W1"], ["rate = \(cell)", "status"], ["set notation numpy", name],
      ["set notation latex", name, "show"], ["set notation matrix", "show"],
      ["set precision full", name, "show", "explain \(cell)", "run"], ["explain \(name)"],
      ["predict on", "step", "2", "\(cell)", "solution"], ["X1 = \(name).T", "X1"],
      ["break loss if \(cell) > 0", "run"], ["focus \(cell)", "step", "run", "show"],
      ["focus \(cell)", "restart", "step 3", "show"], ["back until \(cell) < 0"],
      ["train 3", "plot \(cell)", "plot norm(\(name))", "plot mean(\(name))"],
    ]
  }

  /// Every command, on whatever a covered tensor may be an operand of.
  static let lines: [[String]] = {
    let names = tensors.map { name($0.quantity, $0.layer) }
    let weights = ["W1", "W2"]
    let gradients = ["dW1", "db1", "dZ1", "dX1", "dA1", "dW2", "db2", "dZ2", "dX2", "dA2"]
    let moved = ["X1", "W1", "b1", "Z1", "A1", "W2", "b2", "Z2", "A2"]
    // What is typed by a formula, or revealed, is told.
    let told = ["reveal", "load", "mine", "history"]
    var lines = Command.all.filter { !told.contains($0.name) }.map { [$0.example] }
    lines += names.flatMap { name in
      [
        ["explain \(name)[0,0]"], ["focus \(name)[0,0]", "step", "show", "restart", "step 5"],
        ["explain \(name)[0,0] deeper 6"],
        ["goto \(name)", "step", "show"],
        ["mine \(name)[0,0] = 0"],
      ]
    }
    lines += weights.map { ["path \($0)[0,0]"] } + moved.map { ["nudge \($0)[0,0]"] }
    lines += moved.map { ["try \($0)[0,0] = 0", "keep", "diff"] }
    lines += gradients.map { ["check \($0)"] }
    lines += [
      ["step", "show"], ["next"], ["run", "run"], ["restart", "run"], ["back", "show"],
      ["back 5", "redo"], ["train 2", "plot", "score", "goto epoch 1"], ["status"],
      ["train 3 batch 2", "plot all"], ["mine cost = 3"], ["goto loss", "step", "status"],
      ["cost"], ["show cost * 1"], ["display cost", "run"], ["rate 0.1", "diff"],
      ["show network"], ["show shapes"], ["show steps"], ["show settings"],
      ["bug slope-left-out", "run", "check", "show", "explain dW1[0,0]"], ["b2 += 1", "run"],
      ["restart"] + Array(repeating: "step", count: 18),
      ["bookmark here", "run", "diff here", "goto here", "show", "diff here"],
      ["bookmark", "restart", "run", "diff mark1", "goto", "back", "redo", "show"],
      ["train 4", "diff epoch 1 epoch 3", "diff epoch 2", "plot W1[0,0]", "plot mean(A2)"],
      ["run", "explain W1[0,0]", "explain b2[0,1]", "explain W2[1,1]"],
      ["back until cost > 0", "show"], ["run", "back until position > 3"],
      ["bookmark there", "back 7", "diff there", "redo 2", "diff there", "plot mean(dW1)"],
      ["restart", "diff now"], ["bookmarks", "status"],
    ]
    return lines
  }()

  /// The digits of its cells that no other tensor shows.
  static func digits(
    of quantity: Quantity, _ layer: Int, in machine: Machine, _ precision: Precision
  ) -> Set<String> {
    func texts(_ quantity: Quantity, _ layer: Int) -> [String] {
      guard let matrix = machine.value(of: quantity, layer: layer)?.matrix else { return [] }
      let format = NumberFormat(for: matrix.elements, precision: precision)
      return matrix.elements.map { String(format.text($0).drop { $0 == "-" }) }
    }
    let twins: Set = ["X2 A1", "A1 X2", "dA1 dX2", "dX2 dA1"]
    let others = tensors.filter { other in
      (other.quantity, other.layer) != (quantity, layer)
        && !twins.contains("\(name(quantity, layer)) \(name(other.quantity, other.layer))")
    }
    let costs = quantity == .loss ? Self.costs(of: machine).map { $0.text(precision) } : []
    return Set((texts(quantity, layer) + costs).filter { $0.count > 7 })
      .subtracting(others.flatMap { texts($0.quantity, $0.layer) })
  }

  /// The numbers that are made of the loss of the samples.
  private static func costs(of machine: Machine) -> [Double] {
    let fresh = (try? machine.ranAnew(to: .backward)).flatMap { [$0.cost, $0.totalLoss] } ?? []
    return ([machine.cost, machine.totalLoss] + fresh).compactMap(\.self)
      + machine.epochs.curve.all.map(\.cost)
  }

  static func numbers(in text: String) -> Set<String> {
    Set(text.split { !("0"..."9").contains($0) && $0 != "." && $0 != "e" }.map(String.init))
  }

  @Test(arguments: tensors.map { name($0.quantity, $0.layer) })
  func aCoveredTensorHasNoDigitOnAnyScreen(tensor: String) throws {
    let place = try #require(Self.tensors.first { Self.name($0.quantity, $0.layer) == tensor })
    var ready = Session()
    for line in Self.network { _ = ready.respond(to: line) }
    _ = ready.respond(to: "cover \(tensor)")
    for lines in Self.lines + Self.lines(about: tensor) {
      var session = ready
      for line in lines {
        let before = session.machine
        let answer = session.respond(to: line).text
        // What is typed are the person's own digits.
        let shown = Self.numbers(in: answer).subtracting(Self.numbers(in: line))
        for machine in [before, session.machine] {
          let hidden = Self.digits(
            of: place.quantity, place.layer, in: machine, session.settings.precision)
          let told = shown.intersection(hidden)
          #expect(told.isEmpty, "\(lines) tells \(told) of \(tensor):\n\(answer)")
        }
      }
    }
  }

  /// While a mistake is to be found no screen but those that find it gives it away: neither its name
  /// nor its sentence, nor what the formula would have given.
  @Test(arguments: 1...trials(3))
  func aHiddenMistakeIsToldByNoScreen(seed: Int) throws {
    var ready = Session()
    for line in Self.network + ["seed \(seed);", "bug hidden;"] { _ = ready.respond(to: line) }
    let mistake = try #require(ready.machine.bug?.mistake)
    let sentence = mistake.sentence(in: ready.machine)
    _ = ready.respond(to: "goto update;")
    let right = try Self.rightDigits(in: ready.machine)
    #expect(!right.isEmpty)
    let telling = ["bug", "fix", "check", "nudge", "help", "new", "dense", "data", "lesson"]
    let lines = Self.lines.filter { lines in
      !lines.contains { line in telling.contains { line.hasPrefix($0) } }
    }
    for lines in lines + [["mine dW1 = zeros(3, 3)"], ["mine dZ2 = dZ2"], ["mine dW1 = dW1"]] {
      var session = ready
      for line in lines {
        let answer = session.respond(to: line).text
        #expect(!answer.contains(mistake.name), "\(line): \(answer)")
        #expect(!answer.contains(sentence), "\(line): \(answer)")
        guard session.machine.iteration == ready.machine.iteration else { continue }
        let told = Self.numbers(in: answer).subtracting(Self.numbers(in: line))
          .intersection(right)
        #expect(told.isEmpty, "\(mistake.name): \(lines) tells \(told):\n\(answer)")
      }
    }
  }

  /// The tensors of a machine as a CSV file, some of them turned into a slip of their own.
  private static func file(of machine: Machine, doubling doubled: String) -> String {
    tensors.compactMap { quantity, layer -> String? in
      let name = name(quantity, layer)
      guard let matrix = machine.value(of: quantity, layer: layer)?.matrix else { return nil }
      let rows = (0..<matrix.rows).map { row in
        (0..<matrix.columns).map { column in
          "\(matrix[row, column] * (name == doubled ? 2 : 1))"
        }.joined(separator: ",")
      }
      return ([name] + rows).joined(separator: "\n")
    }.joined(separator: "\n") + "\n"
  }

  /// `verify` says no name of a hidden mistake, whose numbers a file holds that the session saved.
  @Test(arguments: 1...trials(3))
  func aHiddenMistakeIsToldByNoFile(seed: Int) throws {
    var ready = Session()
    for line in Self.network + ["seed \(seed);", "bug hidden;"] { _ = ready.respond(to: line) }
    let mistake = try #require(ready.machine.bug?.mistake)
    _ = ready.respond(to: "goto update;")
    let disk = Disk(["mine.csv": Self.file(of: ready.machine, doubling: "")])
    let right = try Self.rightDigits(in: ready.machine)
    for line in ["verify mine.csv", "verify mine.csv given"] {
      var session = ready
      session.surroundings = disk.surroundings
      let answer = session.answer(line, in: disk).text
      #expect(answer.contains("DIFFERS"), "\(answer)")
      #expect(!answer.contains(mistake.name), "\(line): \(answer)")
      #expect(!answer.contains(mistake.sentence(in: ready.machine)), "\(line): \(answer)")
      #expect(Self.numbers(in: answer).intersection(right).isEmpty, "\(line): \(answer)")
    }
  }

  /// Nor has it a digit of what is covered that is not the file's own.
  @Test(arguments: tensors.map { name($0.quantity, $0.layer) })
  func aCoveredTensorIsToldByNoFile(tensor: String) throws {
    let place = try #require(Self.tensors.first { Self.name($0.quantity, $0.layer) == tensor })
    var ready = Session()
    for line in Self.network { _ = ready.respond(to: line) }
    let text = Self.file(of: ready.machine, doubling: tensor)
    let disk = Disk(["mine.csv": text])
    ready.surroundings = disk.surroundings
    _ = ready.respond(to: "cover \(tensor)")
    let hidden = Self.digits(of: place.quantity, place.layer, in: ready.machine, .decimals(9))
    for line in ["verify mine.csv", "verify mine.csv given"] {
      var session = ready
      let answer = session.answer(line, in: disk)
      #expect(answer.complaint == nil || line.hasSuffix("given"), "\(answer.text)")
      #expect(
        Self.numbers(in: answer.text).subtracting(Self.numbers(in: text)).isDisjoint(with: hidden),
        "\(line) tells of \(tensor):\n\(answer.text)")
    }
    // From outside the layers are made for the file, and the covers stay.
    var outside = ready
    let answer = outside.verify(
      file: "mine.csv", activations: "tanh,sigmoid", loss: "MSE", rate: 0.0731)
    #expect(answer.text.contains("DIFFERS") || answer.text.contains("goes in"), "\(answer.text)")
    #expect(
      Self.numbers(in: answer.text).subtracting(Self.numbers(in: text)).isDisjoint(with: hidden),
      "\(tensor):\n\(answer.text)")
  }

  /// What the formulas give where the mistake gives something else, in digits that stand nowhere.
  private static func rightDigits(in machine: Machine) throws -> Set<String> {
    let format = NumberFormat(for: [0.123456789], precision: .decimals(9))
    func texts(_ matrix: Matrix) -> [String] {
      matrix.elements.map { String(format.text($0).drop { $0 == "-" }) }
    }
    var right: Set<String> = []
    var before = machine.restarted
    while before.position < machine.position {
      let stop = before.stops[before.position]
      for formula in before.formulas(of: stop) {
        right.formUnion(
          texts(try formula.expression.value(in: Scope(before, layer: stop.evaluationLayer))))
      }
      try before.step()
    }
    let shown = tensors.flatMap { tensor in
      machine.value(of: tensor.quantity, layer: tensor.layer).map { texts($0.matrix) } ?? []
    }
    return right.filter { $0.count > 7 }.subtracting(shown)
  }

  /// While steps are predicted no screen has a digit of what is still to come.
  @Test func whatIsToBePredictedIsToldByNoScreen() throws {
    var ready = Session()
    let opening = ["bookmark end;", "restart;", "predict on"]
    for line in Self.network + opening { _ = ready.respond(to: line) }
    let end = try ready.machine.ranAnew(to: .update)
    let format = NumberFormat(for: [0.123456789], precision: .decimals(9))
    while ready.machine.position + 1 < ready.machine.stops.count {
      _ = ready.respond(to: "step")
      let toCome = Self.tensors.filter {
        ready.machine.value(of: $0.quantity, layer: $0.layer) == nil
      }
      let held = Self.tensors.flatMap {
        ready.machine.value(of: $0.quantity, layer: $0.layer)?.matrix.elements ?? []
      }
      let hidden = Set(
        toCome.flatMap { end.value(of: $0.quantity, layer: $0.layer)?.matrix.elements ?? [] }
          .map { String(format.text($0).drop { $0 == "-" }) }
      ).subtracting(held.map { String(format.text($0).drop { $0 == "-" }) })
      let alone = Self.lines.filter { $0.count == 1 && !["help", "lesson"].contains($0[0]) }
      let moments = [["diff end"], ["diff now end"], ["diff end now"], ["focus dW1[0,0]"]]
      for line in alone + moments {
        var session = ready
        let answer = session.respond(to: ":" + line[0]).text
        guard session.machine.position == ready.machine.position else { continue }
        let told = Self.numbers(in: answer).intersection(hidden)
        #expect(told.isEmpty, "\(line) tells \(told) before \(ready.prompt):\n\(answer)")
      }
      _ = ready.respond(to: "skip")
    }
  }
}
