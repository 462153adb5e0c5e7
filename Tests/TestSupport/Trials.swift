import Foundation

/// How many random cases a test tries: its own number, or the one that is asked for.
///
/// `EPYNN_TRIALS=2000 swift test -c release -Xswiftc -enable-testing --filter NAME` gives the whole
/// figure of a test that tries a fixed sample otherwise.
public func trials(_ standard: Int) -> Int {
  ProcessInfo.processInfo.environment["EPYNN_TRIALS"].flatMap { Int($0) } ?? standard
}
