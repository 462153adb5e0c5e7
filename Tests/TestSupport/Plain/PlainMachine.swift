/// A slow, plain model of the machine: arrays of arrays, loops written from the equations.
///
/// It knows nothing of the program, so that where both agree neither is wrong by the other.
package struct PlainMachine: Equatable, Sendable {
  package typealias Rows = [[Double]]

  package var activations: [String]
  package var loss: String
  package var rate = 0.1
  package var ownRates: [Int: Double] = [:]
  /// The whole training set.
  package var x: Rows
  package var y: Rows
  /// W, b and what steps wrote, by name and layer: `dW2`.
  package var tensors: [String: Rows]
  package internal(set) var position = 0
  package internal(set) var iteration = 1
  package internal(set) var training: Training?
  /// The mean loss of each epoch that is done.
  package private(set) var costs: [Double] = []
  private var tally = (loss: 0.0, samples: 0)

  package struct Training: Equatable, Sendable {
    let epochs: Int
    let size: Int
    var epoch = 0
    var batch = 0
  }

  package init(activations: [String], loss: String, x: Rows, y: Rows, parameters: [String: Rows]) {
    (self.activations, self.loss, self.x, self.y) = (activations, loss, x, y)
    tensors = parameters
  }

  package var depth: Int { activations.count }
  package var epochs: Int { costs.count }
  /// What a step writes, in running order.
  package var stops: [String] {
    (1...depth).flatMap { ["X\($0)", "Z\($0)", "A\($0)"] } + ["loss"]
      + (1...depth).reversed().flatMap { ["dA\($0)", "dZ\($0)", "dX\($0)", "dW\($0)", "db\($0)"] }
      + ["update"]
  }
  package var next: String { stops[position] }

  private var batchCount: Int { training.map { x.count / $0.size } ?? 1 }
  private var batch: Range<Int> {
    training.map { $0.batch * $0.size..<($0.batch + 1) * $0.size } ?? 0..<x.count
  }
  /// X and Y as they stand: in a training those of its batch.
  package var data: Rows { Array(x[batch]) }
  package var target: Rows { Array(y[batch]) }
  package var isAtEpochStart: Bool { position == 0 && training?.batch ?? 0 == 0 }

  /// Runs the next step.
  package mutating func step() {
    let (name, k) = Self.parts(of: next)
    func t(_ quantity: String, _ layer: Int) -> Rows { tensors["\(quantity)\(layer)"] ?? [] }
    switch name {
    case "X": tensors[next] = k == 1 ? data : t("A", k - 1)
    case "Z":
      tensors[next] = Self.product(t("X", k), t("W", k)).map { zip($0, t("b", k)[0]).map(+) }
    case "A": tensors[next] = t("Z", k).map { activation(k).output($0, parameter(k)) }
    case "loss":
      tensors[next] = zip(target, t("A", depth)).map { y, a in
        [definition.of(y.map { Dual($0) }, a.map { Dual($0) }).value]
      }
    case "dA" where k == depth:
      tensors[next] = zip(target, t("A", k)).map { y, a in
        zip(y, a).map { definition.slope($0, $1, of: a.count) }
      }
    case "dA": tensors[next] = t("dX", k + 1)
    case "dZ": tensors[next] = zip(t("dA", k), t("Z", k)).map { pulledBack($0, at: $1, k) }
    case "dX": tensors[next] = Self.product(t("dZ", k), Self.turned(t("W", k)))
    case "dW": tensors[next] = Self.product(Self.turned(t("X", k)), t("dZ", k))
    case "db": tensors[next] = [Self.turned(t("dZ", k)).map { $0.reduce(0, +) }]
    default:
      for k in 1...depth {
        let eta = ownRates[k] ?? rate
        for name in ["W", "b"] {
          tensors["\(name)\(k)"] = zip(t(name, k), t("d\(name)", k)).map {
            zip($0, $1).map { $0 - eta * $1 }
          }
        }
      }
    }
    position += 1
    if position == stops.count { endIteration() }
  }

  private mutating func endIteration() {
    position = 0
    iteration += 1
    guard var run = training else { return }
    tally.loss += (tensors["loss"] ?? []).reduce(0) { $0 + $1[0] }
    tally.samples += run.size
    run.batch += 1
    if run.batch == batchCount {
      costs.append(tally.loss / Double(tally.samples))
      tally = (0, 0)
      (run.batch, run.epoch) = (0, run.epoch + 1)
    }
    training = run.epoch == run.epochs ? nil : run
  }

  /// Stands at the start of the first batch of a training.
  package mutating func begin(epochs: Int, batch: Int?) {
    training = nil
    forget(from: 0)
    tally = (0, 0)
    training = Training(epochs: epochs, size: min(batch ?? x.count, x.count))
  }

  package mutating func restart() { forget(from: 0) }

  /// Changes a cell of W, b, X or Y; whoever had read it has read nothing.
  package mutating func set(_ name: String, _ row: Int, _ column: Int, to number: Double) {
    let (quantity, k) = Self.parts(of: name)
    switch quantity {
    case "X", "Y":
      let sample = batch.lowerBound + row
      if quantity == "X" { x[sample][column] = number } else { y[sample][column] = number }
      if let run = training, run.size < x.count { forget(from: 0) }
      training = nil
      goBack(to: quantity == "X" ? 0 : 3 * depth)
      if quantity == "X" { tensors["X1"] = nil }
    default:
      tensors[name]?[row][column] = number
      goBack(to: 3 * k - 2)
    }
  }

  package mutating func set(loss name: String) {
    loss = name
    goBack(to: 3 * depth)
  }

  package mutating func set(activation name: String, ofLayer k: Int) {
    guard activations[k - 1] != name else { return }
    activations[k - 1] = name
    goBack(to: 3 * k - 1)
  }

  private mutating func goBack(to index: Int) {
    if index < position { forget(from: index) }
  }

  private mutating func forget(from index: Int) {
    for stop in stops[index...] { tensors[stop] = nil }
    position = index
  }

  /// Whether W, b and what the last iteration lost are numbers.
  var isSound: Bool {
    let parameters = tensors.filter { ["W", "b", "loss"].contains(Self.parts(of: $0.key).name) }
    return parameters.values.allSatisfy(Self.areFinite)
      && (tensors["loss"] ?? []).reduce(0) { $0 + $1[0] }.isFinite
  }

  private var definition: PlainLoss { PlainLoss.all[loss]! }
  private func activation(_ k: Int) -> PlainActivation { PlainActivation.all[activations[k - 1]]! }
  private func parameter(_ k: Int) -> Double { PlainActivation.standard[activations[k - 1]] ?? 0 }

  private func pulledBack(_ dA: [Double], at z: [Double], _ k: Int) -> [Double] {
    z.indices.map { j in
      if case .cell = activation(k) {
        return dA[j] * activation(k).slope(j, by: j, at: z, parameter(k))
      }
      return z.indices.reduce(0) {
        $0 + dA[$1] * activation(k).slope($1, by: j, at: z, parameter(k))
      }
    }
  }

  /// `dW2` as dW and 2; what belongs to the network has 0.
  package static func parts(of name: String) -> (name: String, layer: Int) {
    let letters = name.prefix { !$0.isNumber }
    return (String(letters), Int(name.dropFirst(letters.count)) ?? 0)
  }

  package static func areFinite(_ rows: Rows) -> Bool {
    rows.allSatisfy { $0.allSatisfy(\.isFinite) }
  }

  private static func product(_ left: Rows, _ right: Rows) -> Rows {
    left.map { row in
      right[0].indices.map { column in
        row.indices.reduce(0) { $0 + row[$1] * right[$1][column] }
      }
    }
  }

  private static func turned(_ rows: Rows) -> Rows {
    rows[0].indices.map { column in rows.map { $0[column] } }
  }

  package static func == (left: PlainMachine, right: PlainMachine) -> Bool {
    left.tensors == right.tensors && left.position == right.position
  }
}
