import ArgumentParser
import EpynnShell
import LineEditor
import StateFiles

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
  private let depth = ColorDepth(System.variable)

  init(colorChoice: ColorChoice) {
    let writesToTerminal = System.isTerminal(Output.results.descriptor)
    isInteractive = writesToTerminal && System.isTerminal(0)
    switch colorChoice {
    case .always: (isColored, colorsComplaints) = (true, true)
    case .never: (isColored, colorsComplaints) = (false, false)
    case .auto:
      if System.variable("NO_COLOR") != nil {
        (isColored, colorsComplaints) = (false, false)
      } else if let forced = System.variable("CLICOLOR_FORCE"), forced != "0" {
        (isColored, colorsComplaints) = (true, true)
      } else {
        isColored = writesToTerminal && !Terminal.isDumb
        colorsComplaints = System.isTerminal(Output.complaints.descriptor) && !Terminal.isDumb
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
}
