import ArgumentParser
import StateFiles

/// Whether a screen reader reads what is printed: by an option, or by the environment.
struct Accessibility: ParsableArguments {
  @Flag(
    name: .customLong("accessible"),
    help: "Words in place of signs and drawings, for a screen reader; so does ACCESSIBLE=1.")
  var isAskedFor = false

  var isOn: Bool { isAskedFor || Self.isOnByEnvironment }

  static var isOnByEnvironment: Bool { System.variable("ACCESSIBLE").map { $0 != "0" } ?? false }
}
