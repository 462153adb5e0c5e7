import StateFiles
import Synchronization

/// A system that lets one of its calls fail, counts them, and keeps what the program prints.
final class FaultySystem: SystemStandIn {
  /// What goes wrong.
  enum Fault: Sendable, CustomStringConvertible {
    case nothing
    /// The call that was numbered so, counted from 0, fails with this number.
    case once(Int, Int32)
    /// So do all further ones of its kind.
    case lasting(Int, Int32)
    /// Each call is cut short by a signal first.
    case signals
    /// A few bytes at a time are read and written.
    case morsels

    var description: String {
      switch self {
      case .nothing: "nothing"
      case .once(let place, let number): "call \(place): \(SystemError(number).description)"
      case .lasting(let place, let number): "from \(place): \(SystemError(number).description)"
      case .signals: "signals"
      case .morsels: "morsels"
      }
    }
  }

  private struct State {
    var calls: [SystemCall] = []
    var printed: [UInt8] = []
  }

  private let fault: Fault
  private let home: String
  private let state = Mutex(State())
  /// Is told before a file gets its name.
  private let watch: @Sendable () -> Void

  init(_ fault: Fault, home: String, watch: @escaping @Sendable () -> Void = {}) {
    self.fault = fault
    self.home = home
    self.watch = watch
  }

  var calls: [SystemCall] { state.withLock { $0.calls } }
  var printed: String { String(decoding: state.withLock { $0.printed }, as: UTF8.self) }

  func failure(of call: SystemCall) -> Int32? {
    if [.rename, .link, .unlink].contains(call) { watch() }
    return state.withLock { state in
      let place = state.calls.count
      state.calls.append(call)
      switch fault {
      case .nothing, .morsels: return nil
      case .once(let wanted, let number): return place == wanted ? number : nil
      case .lasting(let first, let number):
        return place >= first && call == state.calls[first] ? number : nil
      case .signals: return place.isMultiple(of: 2) ? Fault.interruption : nil
      }
    }
  }

  func share(of count: Int, by call: SystemCall) -> Int {
    if case .morsels = fault { return min(count, 7) }
    return count
  }

  func take(_ bytes: ArraySlice<UInt8>, for descriptor: Int32) {
    state.withLock { $0.printed += bytes }
  }

  func variable(_ name: String) -> String? {
    switch name {
    case "HOME": home
    case "XDG_STATE_HOME": home + "/state"
    default: nil
    }
  }
}
