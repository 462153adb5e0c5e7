import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A session at a terminal as a list of actions: the same for the same seed.
struct TerminalSession {
  /// How it ends, where nothing that was typed ends it before.
  enum Ending: Equatable {
    /// Ctrl-C brings the prompt back, which answers; then `quit` or Ctrl-D.
    case quit, endOfInput
    /// Whatever the program does at that moment.
    case signal(Int32)
    case closedWindow, closedWhilePrinting
  }

  var seed: UInt64
  /// Lines of `~/.editrc`.
  var editrc: [String]
  var columns: Int
  var rows: Int
  var isColored: Bool
  /// Whether it is a job of a shell, which Ctrl-Z stops.
  var isJob: Bool
  /// Whether it begins with a network of some layers.
  var isDeep: Bool
  var actions: [TerminalAction]
  var ending: Ending

  /// Without it nothing says when a prompt comes.
  var edits: Bool { !editrc.contains("edit off") }
}

extension TerminalSession: CustomStringConvertible {
  var description: String {
    """
    seed \(seed), \(columns) × \(rows)\(isColored ? ", coloured" : "")\(isJob ? ", a job" : "")\
    \(isDeep ? ", deep" : ""), .editrc \(editrc):
    \(actions.map { "  \($0)\n" }.joined())  then \(ending)
    """
  }
}

extension TerminalSession {
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    self.seed = seed
    isColored = Int.random(in: 0..<4, using: &random) == 0
    isJob = Int.random(in: 0..<4, using: &random) == 0
    isDeep = Int.random(in: 0..<8, using: &random) == 0
    let hasOwnFile = Int.random(in: 0..<4, using: &random) > 0
    editrc = Bool.random(using: &random) ? ["bind -v"] : []
    for _ in 0..<(hasOwnFile ? Int.random(in: 1...5, using: &random) : 0) {
      editrc.append(EditrcLines.random(using: &random))
    }
    let edits = !editrc.contains("edit off")
    // The prompt is in one piece then.
    if !edits { (isColored, isDeep) = (false, false) }
    (columns, rows) = edits ? Self.size(using: &random) : (80, 24)
    let works = TerminalWorks.lines(isDeep: isDeep)
    let workPlace = Int.random(in: 0..<(isDeep ? 12 : 48), using: &random)
    let typist = Typist(isDeep: isDeep)
    actions = []
    for place in 0..<Int.random(in: 4...16, using: &random) {
      switch Int.random(in: 0..<20, using: &random) {
      case 0 where edits, 1 where edits:
        let size = Self.size(using: &random)
        actions.append(.resize(columns: size.columns, rows: size.rows))
      case 2: actions.append(.interrupt)
      case 3 where isJob: actions.append(.suspend)
      case 3: actions.append(.stop(isCooked: Bool.random(using: &random)))
      case 4: actions.append(.pause(milliseconds: .random(in: 1...60, using: &random)))
      default: actions.append(.type(typist.keys(using: &random)))
      }
      if place == workPlace, let line = works.randomElement(using: &random) {
        actions.append(.work(line, milliseconds: .random(in: 20...250, using: &random)))
      }
    }
    let endings: [Ending] = [
      .quit, .quit, .quit, .endOfInput, .signal(SIGHUP), .signal(SIGTERM), .signal(SIGQUIT),
      .closedWindow, .closedWhilePrinting,
    ]
    // The shell of a job would get the signal.
    let possible = isJob ? endings.prefix(4) : endings[...]
    let chosen = possible.randomElement(using: &random) ?? .quit
    // Ctrl-D may be another key by now.
    ending = chosen == .endOfInput && editrc.contains { $0.contains("^D") } ? .quit : chosen
  }

  private static func size(using random: inout SeededGenerator) -> (columns: Int, rows: Int) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: (.random(in: 1...8, using: &random), .random(in: 1...4, using: &random))
    case 1: (.random(in: 1...300, using: &random), .random(in: 1...100, using: &random))
    case 2: (300, 100)
    case 3: (.random(in: 2...60, using: &random), .random(in: 1...12, using: &random))
    default: (80, 24)
    }
  }
}
