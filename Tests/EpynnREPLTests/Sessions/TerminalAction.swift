/// What somebody, or a shell, does to a program at a terminal.
enum TerminalAction: Equatable {
  case type([UInt8])
  case resize(columns: Int, rows: Int)
  /// Ctrl-Z, and back where it stopped the program.
  case suspend
  /// Stopped from outside and woken again; a shell may have set the terminal for itself meanwhile.
  case stop(isCooked: Bool)
  case interrupt
  /// A line that takes long, and Ctrl-C after so many milliseconds.
  case work(String, milliseconds: Int)
  case pause(milliseconds: Int)
}

extension TerminalAction: CustomStringConvertible {
  var description: String {
    switch self {
    case .type(let bytes): "type \(String(decoding: bytes, as: UTF8.self).debugDescription)"
    case .resize(let columns, let rows): "resize \(columns) × \(rows)"
    case .suspend: "Ctrl-Z"
    case .stop(let isCooked): isCooked ? "stopped, cooked, woken" : "stopped, woken"
    case .interrupt: "Ctrl-C"
    case .work(let line, let milliseconds): "\(line), Ctrl-C after \(milliseconds) ms"
    case .pause(let milliseconds): "\(milliseconds) ms"
    }
  }
}
