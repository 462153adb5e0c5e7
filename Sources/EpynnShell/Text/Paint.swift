/// How many colours a terminal has.
public enum ColorDepth: Sendable, Equatable {
  /// The eight of its own theme.
  case theme
  /// The table of 256.
  case indexed
  /// Any.
  case direct

  /// What a terminal says of itself.
  ///
  /// - Parameter variable: a variable of the environment; `nil` where it is not set.
  public init(_ variable: (String) -> String?) {
    let kind = variable("TERM") ?? ""
    let promised = variable("COLORTERM").map { $0 == "truecolor" || $0 == "24bit" } ?? false
    // GNU screen hands the promise on, and takes the sequence apart.
    let isScreen = kind.hasPrefix("screen") && variable("TMUX") == nil
    if (promised && !isScreen) || kind.hasSuffix("-direct") || Self.namedDirect.contains(kind) {
      self = .direct
    } else {
      self = kind.hasSuffix("-256color") ? .indexed : .theme
    }
  }

  /// Terminals that say it by their name alone.
  private static let namedDirect: Set = [
    "alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty",
  ]
}

/// A palette on a terminal.
public struct Paint: Sendable, Equatable {
  public let palette: Palette
  public let depth: ColorDepth

  public init(_ palette: Palette, _ depth: ColorDepth) {
    self.palette = palette
    self.depth = depth
  }

  /// The text between the sequences that begin and end its meaning.
  func painted(_ text: String, _ style: Style) -> String {
    let ink = palette.ink(style)
    var codes: [String] = []
    if ink.isBold { codes.append("1") }
    if ink.isSlanted { codes.append("3") }
    if ink.isUnderlined { codes.append("4") }
    if ink.isReversed { codes.append("7") }
    if let hue = ink.hue {
      switch depth {
      case .theme: codes.append("3\(hue.theme)")
      case .indexed: codes.append("38;5;\(hue.index)")
      case .direct: codes.append("38;2;\(hue.red);\(hue.green);\(hue.blue)")
      }
    }
    guard !codes.isEmpty else { return text }
    return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
