import EpynnCore

/// What an update has left behind: values that go with the weights before it, maybe of a batch.
struct LeftBehind {
  let machine: Machine
  let quantities: [Quantity]

  /// `nil` where nothing is stale.
  var sentence: String? {
    guard !quantities.isEmpty else { return nil }
    let names = Problem.list(quantities.map(\.name))
    return "\(names) \(quantities.count == 1 ? "is" : "are") from before the update"
      + (batch.map { ", of \($0)" } ?? "")
  }

  /// Where the last batch was a part of the samples only.
  private var batch: String? {
    guard let all = machine.data?.matrix.rows, machine.training == nil,
      let rows = machine.value(of: .z, layer: 1)?.matrix.rows, rows != all
    else { return nil }
    return "the last batch: \(rows) of \(all) samples"
  }
}
