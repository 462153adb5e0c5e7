/// A row of the table of what is fuzzed: what bytes mean to it, and what must hold of them.
struct Target: Sendable {
  let name: String
  /// The most bytes of an input.
  let maximumLength: Int
  /// Words that are put into inputs.
  var dictionary: @Sendable () -> [String] = { [] }
  /// Inputs to begin with.
  var seeds: @Sendable () -> [[UInt8]] = { [] }
  /// Folders with further ones, from the folder of the tests.
  var fixtures: [String] = []
  /// Traps where an invariant does not hold.
  let run: @Sendable (_ bytes: [UInt8]) -> Void

  static let all = [
    expression, command, script, session, lesson, exercise, csv, npy, npz, deflate, safetensors,
    progress, history, export,
  ]

  static func named(_ name: String) -> Target? { all.first { $0.name == name } }
}
