import EpynnCore

/// A table that `show` knows by a name of its own.
struct View: Sendable {
  let name: String
  let summary: String
  /// What it says of a machine, the layer at hand counted from 1.
  let facts: @Sendable (SeenMachine, _ layer: Int, Look) -> [Fact]

  /// The tables, in the order in which they are listed.
  static let all: [View] = [
    View(name: "shapes", summary: "each value beside its gradient, and who writes it") {
      seen, layer, _ in
      ShapesScreen(machine: seen.machine, layer: layer).facts
    },
    View(name: "all", summary: "every value that there is in the layer at hand") {
      AllValuesScreen(seen: $0, layer: $1, look: $2).facts
    },
    View(name: "steps", summary: "the steps with their equations, the next one marked") {
      StepsScreen(seen: $0, look: $2).facts
    },
    View(name: "network", summary: "the layers, their parameters and how they learn") {
      seen, _, _ in
      NetworkScreen(machine: seen.machine).facts
    },
    View(name: "settings", summary: "what is set, and what it can be set to") {
      SettingsScreen(machine: $0.machine, look: $2).facts
    },
  ]

  static func named(_ name: String) -> View? { all.first { $0.name == name } }
}
