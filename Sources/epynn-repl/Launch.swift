import ArgumentParser
import EpynnShell
import LineEditor

/// One run of the program, as it was asked for: a prompt, a pipe, or commands given.
struct Launch {
  /// A file of commands to run first, or a lesson to play.
  var file: String?
  /// The item at which the lesson begins, counted from 1.
  var from: Int?
  var commands: [String] = []
  var settings = Settings()
  /// Whether a screen reader reads it.
  var isSpoken = Accessibility.isOnByEnvironment
  var color = ColorChoice.auto

  /// - Throws: `ExitCode` where it was no success.
  func run() throws {
    let isUnicode = Locale.prepare()
    let console = Console(colorChoice: color)
    let isInteractive = console.isInteractive && commands.isEmpty
    if isInteractive { Interruption.watch() }
    let history =
      isInteractive ? HistoryFile.standard(program: "epynn-repl") : nil
    let hasScreen = isInteractive && !Terminal.isDumb
    var watchTraining: (@Sendable (TrainingView?) -> Void)?
    if hasScreen {
      let bar = TrainingBar(isUnicode: isUnicode)
      watchTraining = { view in bar.show(view) }
    }
    let screen = console.screen(isUnicode: isUnicode, isSpoken: isSpoken)
    var printNow: (@Sendable (Page, Palette) -> Void)?
    if !isInteractive { printNow = { console.print($0, on: screen, in: $1) } }
    let progress = StateFile.standard("progress").map(ProgressFile.init)
    let lastSession = StateFile.standard("last").map(LastSessionFile.init)
    let session = Session(
      screen: screen, settings: settings,
      surroundings: .files(
        isInterruptible: isInteractive,
        progress: progress?.source ?? ProgressSource(), lastSession: lastSession,
        watchTraining: watchTraining, printNow: printNow),
      history: history?.load() ?? [])
    var loop = Loop(
      session: session, console: console, history: history,
      world: FileWorld(
        progress: progress, lastSession: lastSession, hasScreen: hasScreen))
    guard !isInteractive else { return loop.runAtTerminal(file: file, from: from) }
    switch loop.runScript(file: file, commands: commands) {
    case .fine: break
    case .failedCheck: throw ExitCode(1)
    case .refused: throw ExitCode(2)
    }
  }
}
