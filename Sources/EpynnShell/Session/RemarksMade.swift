import EpynnCore

/// The remarks that were made, each once of a network and its data.
struct RemarksMade: Sendable, Equatable {
  private var network = 0
  private var data: Matrix?
  private var target: Matrix?
  private(set) var topics: Set<Remark> = []

  /// Those that were not made yet, which are from now on.
  mutating func new(of remarks: [Remark], about machine: Machine) -> [Remark] {
    let samples = machine.trainingSamples
    let data = samples?.x ?? machine.data?.matrix
    if (network, data, samples?.y) != (machine.network, self.data, target) {
      (network, self.data, target, topics) = (machine.network, data, samples?.y, [])
    }
    return remarks.filter { topics.insert($0.topic).inserted }
  }
}
