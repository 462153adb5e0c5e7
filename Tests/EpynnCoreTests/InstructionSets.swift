import CKernels
import Synchronization

/// The instruction sets of the kernels that this processor has, one after the other.
enum InstructionSets {
  /// The one in use is the whole process's: two tests must not choose it at the same time.
  private static let choosing = Mutex(())

  static func each(_ body: (_ level: Int32) throws -> Void) rethrows {
    try choosing.withLock { _ in
      defer { _ = ck_set_level(.max) }
      for level in 0...ck_set_level(.max) {
        _ = ck_set_level(level)
        try body(level)
      }
    }
  }
}
