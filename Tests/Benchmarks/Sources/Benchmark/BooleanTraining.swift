import EpynnCore

/// 1,000 epochs of one sigmoid unit on 50 × 11 bits, which learns whether fewer of them are true.
struct BooleanTraining: Workload {
  private let start: Machine
  private static let epochs = 1_000

  init() throws {
    var congruence = Congruence()
    let (samples, features) = (50, 11)
    let bits = (0..<samples * features).map { _ in congruence.bit() }
    let x = Matrix(rows: samples, columns: features, elements: bits)
    let y = (0..<samples).map { sample in
      let trues = bits[sample * features..<(sample + 1) * features].reduce(0, +)
      return trues > Double(features) / 2 ? 0.0 : 1
    }
    let weights = (0..<features).map { _ in congruence.number() }
    var machine = Machine()
    _ = try machine.add(Dense())
    _ = try machine.set(.x, layer: 1, to: x)
    _ = try machine.set(.y, layer: 1, to: Matrix(rows: samples, columns: 1, elements: y))
    _ = try machine.set(.w, layer: 1, to: Matrix(rows: features, columns: 1, elements: weights))
    start = machine
  }

  private func trained() -> Timeline {
    var timeline = Timeline(start)
    do {
      _ = try timeline.train(epochs: Self.epochs, line: "train")
    } catch {
      preconditionFailure("\(error)")
    }
    return timeline
  }

  mutating func run(times: Int) {
    for _ in 0..<times { withExtendedLifetime(trained()) {} }
  }

  /// W and b after the training.
  var outcome: [Double] {
    let present = trained().present
    return [Quantity.w, .b].flatMap {
      present.value(of: $0, layer: 1)?.matrix.elements ?? []
    }
  }
}
