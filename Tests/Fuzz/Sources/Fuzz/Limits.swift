@testable import EpynnCore

/// What a session may take while it is fuzzed: what is found with little is found sooner.
enum Limits {
  /// The bytes that a machine may hold.
  static let capacity = Capacity(bytes: 4 << 20, holder: .session)
}
