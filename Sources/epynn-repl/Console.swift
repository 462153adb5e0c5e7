import ArgumentParser
import EpynnShell
import LineEditor

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// When to colour, as most programs take it.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// What the program writes to: whether it is a terminal, how large, in colour or not.
struct Console {
  let isInteractive: Bool
  /// Whether results and complaints are told by colour too: each where it goes to a terminal.
  let isColored: Bool
  private let colorsComplaints: Bool
  private let depth = ColorDepth(Self.variable)

  init(colorChoice: ColorChoice) {
    let writesToTerminal = isatty(STDOUT_FILENO) == 1
    isInteractive = writesToTerminal && isatty(STDIN_FILENO) == 1
    switch colorChoice {
    case .always: (isColored, colorsComplaints) = (true, true)
    case .never: (isColored, colorsComplaints) = (false, false)
    case .auto:
      if Self.variable("NO_COLOR") != nil {
        (isColored, colorsComplaints) = (false, false)
      } else if let forced = Self.variable("CLICOLOR_FORCE"), forced != "0" {
        (isColored, colorsComplaints) = (true, true)
      } else {
        isColored = writesToTerminal && !Terminal.isDumb
        colorsComplaints = isatty(STDERR_FILENO) == 1 && !Terminal.isDumb
      }
    }
  }

  /// The screen as large as the terminal is now; 80 × 24 where nobody types.
  func screen(isUnicode: Bool, isSpoken: Bool) -> Screen {
    guard isInteractive else { return Screen(isUnicode: isUnicode, isSpoken: isSpoken) }
    let size = Terminal.size
    return Screen(
      width: size.columns, height: size.rows, isUnicode: isUnicode, isSpoken: isSpoken)
  }

  func print(
    _ page: Page, on screen: Screen, in palette: Palette = .standard,
    to output: Output = .results
  ) {
    guard !page.isEmpty else { return }
    // What is heard has no colours.
    let isPainted =
      !screen.isSpoken && (output === Output.results ? isColored : colorsComplaints)
    output.write(
      page.rendered(
        in: isPainted ? Paint(palette, depth) : nil, unicode: screen.isUnicode))
  }

  /// A variable of the environment that is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
