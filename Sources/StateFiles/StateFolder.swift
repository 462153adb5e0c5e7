/// Where programs keep what outlives them and is nobody's document.
package enum StateFolder {
  /// `$XDG_STATE_HOME/PROGRAM`, else `$HOME/.local/state/PROGRAM`, else nothing.
  package static func path(of program: String, environment: (String) -> String?) -> String? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/\(program)"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/\(program)"
  }
}
