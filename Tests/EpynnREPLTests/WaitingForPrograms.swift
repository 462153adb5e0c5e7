import Foundation
import Testing

/// Tests that mostly wait, for a program or a terminal, on threads of their own.
///
/// There are as many threads for tests as processors, and one that waits computes nothing.
struct WaitingForPrograms: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(WaitingThreads.shared) { try await function() }
  }
}

extension Trait where Self == WaitingForPrograms {
  static var waitsForPrograms: Self { Self() }
}

/// A few threads beside those that compute.
private final class WaitingThreads: TaskExecutor {
  static let shared = WaitingThreads()
  private let queue: OperationQueue

  private init() {
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = 2
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
