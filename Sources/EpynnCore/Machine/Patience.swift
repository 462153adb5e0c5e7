/// Whether somebody still waits for what is computed: asked before each node of a formula, and now and
/// then within what takes long.
///
/// No part of what a machine is: two machines may be equal whoever waits for them.
public struct Patience: Sendable, Equatable {
  private let isLost: @Sendable () -> Bool

  /// One that never ends.
  public init() { isLost = { false } }

  /// - Parameter isLost: whether to stop, from any thread.
  public init(until isLost: @escaping @Sendable () -> Bool) { self.isLost = isLost }

  package var isOver: Bool { isLost() }

  /// - Throws: `Fault.interrupted`.
  package func check() throws(Fault) {
    if isLost() { throw .interrupted }
  }

  public static func == (_: Patience, _: Patience) -> Bool { true }

  /// How many multiplications of a product are made between two questions: some ten milliseconds.
  static let productStretch = 1 << 27
  /// The fewest rows of it at once: below that, sorting the other matrix for the processor shows.
  static let fewestRows = 64
  /// The most multiplications of an iteration that runs in one go, a few tenths of a second.
  static let iterationWork = 0x1p30
  /// How many numbers are drawn between two.
  static let drawStretch = 1 << 16
}
