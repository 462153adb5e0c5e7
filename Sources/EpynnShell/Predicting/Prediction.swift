import EpynnCore

/// What `predict` asks before a step runs, and what there is to look at again.
struct Prediction: Sendable, Equatable {
  /// Whether each step is asked for.
  var isOn = false
  /// The steps that are asked for once, by what they write.
  var once: [Stop] = []
  /// Whether it was said how numbers are seen meanwhile.
  var hasToldOfNumbers = false
  /// What was not answered right the first time, a remark each.
  private(set) var misses: [String] = []

  func asks(before stop: Stop) -> Bool { isOn || once.contains(stop) }

  /// Whether a step's formula is hidden: it is asked for, and ran in no layer of this iteration.
  func hides(_ step: Step, in machine: Machine) -> Bool {
    guard isOn || once.contains(where: { $0.step == step }) else { return false }
    return !machine.stops.prefix(machine.position).contains { $0.step == step }
  }

  mutating func miss(_ remark: String) {
    if !misses.contains(remark) { misses.append(remark) }
  }

  /// What to look at again, and forgets it.
  mutating func takeMisses() -> [String] {
    defer { misses = [] }
    return misses
  }
}
