@testable import EpynnCore

extension Machine {
  /// Puts one layer in the place of all, drawn anew.
  mutating func replaceLayer(_ dense: Dense) throws(Fault) -> [Consequence] {
    var changed = self
    changed.forget(from: 0)
    changed.layers = []
    let consequences = try changed.add(dense)
    self = changed
    return consequences
  }
}
