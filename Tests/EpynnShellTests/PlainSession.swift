import EpynnCore
import TestSupport

@testable import EpynnShell

/// A random session, typed line by line at the program and done beside it by the plain model.
struct PlainSession {
  private(set) var session = Session(screen: Screen(width: 400, height: 400))
  private(set) var plain: PlainTimeline
  /// What was typed, to be told where both differ.
  private(set) var typed: [String] = []
  private(set) var cells = 0
  private var random: SeededGenerator
  /// Whether nothing but sums and products runs, so that every bit is the same.
  private let isExact: Bool

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    isExact = seed % 2 == 0
    let (m, n, depth) = (random.pick(1...5), random.pick(1...3), random.pick(1...4))
    var sizes = [n]
    for _ in 0..<depth { sizes.append(random.pick(1...3)) }
    var activations: [String] = []
    for _ in 0..<depth { activations.append(random.activation(isExact)) }
    let loss = random.loss(isExact)
    if ["CCE", "BCE", "BCE-sum", "MSLE"].contains(loss) {
      activations[depth - 1] = loss == "CCE" ? "softmax" : "sigmoid"
    }
    let (x, y) = (random.rows(m, n, -1...1), random.rows(m, sizes[depth], 0...1))
    var parameters: [String: PlainMachine.Rows] = [:]
    typed = ["new", "X = \(x)", "loss \(loss)", "rate 0.1"]
    for k in 1...depth {
      typed.append("dense \(sizes[k]) \(activations[k - 1])")
      parameters["W\(k)"] = random.rows(sizes[k - 1], sizes[k], -1...1)
      parameters["b\(k)"] = random.rows(1, sizes[k], -1...1)
    }
    typed.append("Y = \(y)")
    for (name, rows) in parameters { typed.append("\(name) = \(rows)") }
    plain = PlainTimeline(
      PlainMachine(activations: activations, loss: loss, x: x, y: y, parameters: parameters))
    for line in typed {
      let response = session.respond(to: line, from: .script)
      precondition(!response.hasFailed, "\(line): \(response.text)")
    }
    session.timeline = Timeline(session.machine)
  }

  /// Types a line at both; what differs then, if anything does.
  mutating func go() -> String? {
    let (line, answer) = choose()
    typed.append(line)
    let response = session.respond(to: line, from: .script)
    let said = response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard response.hasFailed == answer.isRefused else { return "refused or not: \(said)" }
    guard answer.says.isEmpty || said.contains(answer.says) else {
      return "not '\(answer.says)': \(said)"
    }
    let (machine, own) = (session.machine, plain.machine)
    guard session.prompt == "epynn \(plain.prompt)> " else {
      return "at \(session.prompt)not \(plain.prompt)"
    }
    guard machine.iteration == own.iteration, machine.epochs.done == own.epochs else {
      return "iteration \(machine.iteration), epoch \(machine.epochs.done)"
    }
    // What follows of what is no number is the processor's own.
    if isOver, !line.hasPrefix("train") { return nil }
    let costs = machine.epochs.curve.all.map(\.cost)
    if let place = difference([costs], [own.costs]) { return "costs \(place)" }
    for k in 1...own.depth {
      for quantity in [Quantity.x, .w, .b, .z, .a, .dA, .dZ, .dX, .dW, .db] {
        let name = "\(quantity.name)\(k)"
        let rows = name == "X1" ? own.tensors[name] ?? own.data : own.tensors[name]
        if let place = difference(of: quantity, layer: k, rows) { return "\(name)\(place)" }
      }
    }
    if let place = difference(of: .y, layer: 0, own.target) { return "Y\(place)" }
    return difference(of: .loss, layer: 0, own.tensors["loss"]).map { "loss\($0)" }
  }

  /// Whether there is a number that is none.
  var isOver: Bool { !plain.machine.tensors.values.allSatisfy(PlainMachine.areFinite) }

  private mutating func difference(
    of quantity: Quantity, layer: Int, _ rows: PlainMachine.Rows?
  ) -> String? {
    let found = session.machine.value(of: quantity, layer: layer)?.matrix
    let own = found.map { matrix in
      (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
    }
    guard let own, let rows else { return own == nil && rows == nil ? nil : " is not in both" }
    return difference(own, rows)
  }

  /// Where two tensors differ: in a bit, or by more than 1e-12 of the number or 1e-15 of the largest.
  private mutating func difference(
    _ found: PlainMachine.Rows, _ expected: PlainMachine.Rows
  ) -> String? {
    guard found.map(\.count) == expected.map(\.count) else { return " has another shape" }
    let largest = expected.joined().reduce(1) { max($0, abs($1)) }
    for (row, pair) in zip(found, expected).enumerated() {
      for (column, (x, y)) in zip(pair.0, pair.1).enumerated() {
        cells += 1
        if x == y || x.isNaN && y.isNaN { continue }
        if !isExact, abs(x - y) <= max(1e-12 * abs(y), 1e-14 * largest) { continue }
        return "[\(row),\(column)] \(x), not \(y)"
      }
    }
    return nil
  }

  /// A line as a person might type it, done by the model.
  private mutating func choose() -> (line: String, answer: PlainTimeline.Answer) {
    let machine = plain.machine
    switch random.pick(0...19) {
    case 0, 1:
      plain.step()
      return ("step", .init())
    case 2:
      let count = random.pick(2...9)
      for _ in 0..<count { plain.step() }
      return ("step \(count)", .init())
    case 3:
      plain.runPart()
      return ("next", .init())
    case 4, 5:
      plain.run { $0.position == 0 }
      return ("run", .init())
    case 6, 7:
      let count = random.pick(random.pick(0...1) == 0 ? 1...4 : 1...90)
      return ("back \(count)", plain.back(count))
    case 8, 9:
      let count = random.pick(random.pick(0...1) == 0 ? 1...4 : 1...90)
      return ("redo \(count)", plain.redo(count))
    case 10, 11:
      let stop = machine.stops[random.pick(0...machine.stops.count - 1)]
      let name = PlainMachine.parts(of: stop).name
      return ("goto \(machine.depth == 1 ? name : stop)", plain.goTo(stop))
    case 12, 13:
      let epoch = random.pick(0...5)
      return ("goto epoch \(epoch)", plain.goTo(epoch: epoch))
    case 14: return ("restart", plain.restart())
    case 15, 16:
      let (count, batch) = (random.pick(1...3), random.pick(1...4))
      let isBatched = random.pick(0...1) == 0
      let line = "train \(count)" + (isBatched ? " batch \(batch)" : "")
      return (line, plain.train(count, batch: isBatched ? batch : nil, line: line))
    case 17: return setting()
    default: return cell()
    }
  }

  private mutating func setting() -> (line: String, answer: PlainTimeline.Answer) {
    let layer = random.pick(1...plain.machine.depth)
    var line: String
    switch random.pick(0...3) {
    case 0:
      let rate = random.number(0.01...0.2)
      line = "rate \(rate)"
      plain.record("'\(line)'") { $0.rate = rate }
    case 1:
      let rate = random.number(0.01...0.2)
      line = "rate \(rate) layer \(layer)"
      plain.record("'\(line)'") { $0.ownRates[layer] = rate }
    case 2:
      let loss = random.loss(isExact)
      line = "loss \(loss)"
      plain.record("'\(line)'") { $0.set(loss: loss) }
    default:
      let activation = random.activation(isExact)
      line = "activation \(activation) layer \(layer)"
      plain.record("'\(line)'") { $0.set(activation: activation, ofLayer: layer) }
    }
    return (line, .init())
  }

  private mutating func cell() -> (line: String, answer: PlainTimeline.Answer) {
    let machine = plain.machine
    let layer = random.pick(1...machine.depth)
    let name = ["W\(layer)", "b\(layer)", "X1", "Y"][random.pick(0...3)]
    let rows = name == "X1" ? machine.data : name == "Y" ? machine.target : machine.tensors[name]!
    let (row, column) = (random.pick(0...rows.count - 1), random.pick(0...rows[0].count - 1))
    let number = random.number(name == "Y" ? 0...1 : -1...1)
    let line =
      "\(machine.depth == 1 && name != "Y" ? String(name.dropLast()) : name)"
      + "[\(row),\(column)] = \(number)"
    plain.record("'\(line)'") { $0.set(name, row, column, to: number) }
    return (line, .init())
  }
}

extension SeededGenerator {
  fileprivate mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// With three decimals, as a person types it; now and then whole.
  fileprivate mutating func number(_ range: ClosedRange<Double>) -> Double {
    let number = Double.random(in: range, using: &self)
    return pick(0...9) == 0 ? number.rounded() : (number * 1_000).rounded() / 1_000
  }

  fileprivate mutating func rows(
    _ rows: Int, _ columns: Int, _ range: ClosedRange<Double>
  ) -> [[Double]] {
    (0..<rows).map { _ in (0..<columns).map { _ in number(range) } }
  }

  fileprivate mutating func activation(_ isExact: Bool) -> String {
    let all = PlainActivation.all.keys.sorted()
    let names = isExact ? ["identity", "relu", "lrelu", "hardtanh"] : all
    return names[pick(0...names.count - 1)]
  }

  fileprivate mutating func loss(_ isExact: Bool) -> String {
    let all = PlainLoss.all.keys.sorted()
    let names = isExact ? ["MSE", "MAE", "half-square"] : all
    return names[pick(0...names.count - 1)]
  }
}
