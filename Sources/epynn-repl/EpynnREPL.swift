import ArgumentParser
import EpynnShell
import LineEditor

/// The program: its options, and the choice between a prompt, a pipe and commands given.
@main
struct EpynnREPL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl",
    abstract: "Step through Dense layers: forward, backward, gradients, update.",
    discussion: """
      Without a file or a command it reads lines: from you, with a prompt, or from a pipe. \
      'epynn-repl test FILE...' plays lessons as tests, 'epynn-repl verify FILE' compares the \
      tensors that another program saved; each has a --help of its own.

      Exit status: 0, 1 where a test or a check failed, 2 where a line was refused, an option \
      misused, or the results could not be written.
      """,
    version: "0.1.0")

  @Argument(help: "A file of commands to run first, or a lesson (FILE.md) to play.")
  var file: String?

  @Option(help: "The item at which the lesson begins, counted from 1.")
  var from: Int?

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: "Run this command and leave; may be given several times.")
  var command: [String] = []

  @Option(help: "Decimals shown, 0 to 15, or 'full' for every digit.")
  var precision: Precision = .standard

  @Option(help: "How equations are written: \(Notation.names).")
  var notation: Notation = .docs

  @Option(help: "When to colour: auto, always or never.")
  var color: ColorChoice = .auto

  static func main() {
    StandardDescriptors.claim()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // A file's name is an argument too, so the parser cannot tell a subcommand from one.
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "test": run(TestCommand.self, with: rest)
    case "verify": run(VerifyCommand.self, with: rest)
    default: run(EpynnREPL.self, with: arguments)
    }
  }

  /// Parses and runs; misuse ends with status 2, as everywhere in this program.
  private static func run<Command: ParsableCommand>(_ type: Command.Type, with words: [String]) {
    do {
      var command = try Command.parse(words)
      try command.run()
      leave(with: .success)
    } catch let status as ExitCode {
      leave(with: status)
    } catch {
      let isHelp = Command.exitCode(for: error) == .success
      (isHelp ? Output.results : .complaints).write(Command.fullMessage(for: error) + "\n")
      leave(with: isHelp ? .success : ExitCode(2))
    }
  }

  /// Ends the program; what could not be written is no success, whatever came of the rest.
  private static func leave(with status: ExitCode) -> Never {
    guard let reason = Output.results.failure else { exit(withError: status) }
    Output.complaints.write("the results could not be written: \(reason.lowercased())\n")
    exit(withError: status == .success ? ExitCode(2) : status)
  }

  mutating func run() throws {
    if let from {
      guard file?.hasSuffix(".md") == true else {
        throw ValidationError("'--from' needs a lesson: epynn-repl FILE.md --from \(from)")
      }
      guard from > 0 else { throw ValidationError("'--from' counts from 1") }
    }
    let isUnicode = Locale.prepare()
    let console = Console(colorChoice: color)
    let settings = Settings(precision: precision, notation: notation)
    let isInteractive = console.isInteractive && command.isEmpty
    if isInteractive { Interruption.watch() }
    let history =
      isInteractive ? HistoryFile.standard(program: "epynn-repl") { Console.variable($0) } : nil
    let hasScreen = isInteractive && !Terminal.isDumb
    var watchTraining: (@Sendable (TrainingView?) -> Void)?
    if hasScreen {
      let bar = TrainingBar(isUnicode: isUnicode)
      watchTraining = { view in bar.show(view) }
    }
    let screen = console.screen(isUnicode: isUnicode)
    var printNow: (@Sendable (Page) -> Void)?
    if !isInteractive { printNow = { console.print($0, on: screen) } }
    let progress = StateFile.standard("progress").map(ProgressFile.init)
    let lastSession = StateFile.standard("last").map(LastSessionFile.init)
    let session = Session(
      screen: console.screen(isUnicode: isUnicode), settings: settings,
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
    switch loop.runScript(file: file, commands: command) {
    case .fine: break
    case .failedCheck: throw ExitCode(1)
    case .refused: throw ExitCode(2)
    }
  }
}

extension Precision: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }

  public var defaultValueDescription: String { "4" }
}

extension Notation: ExpressibleByArgument {
  public init?(argument: String) {
    guard let notation = Notation.named(argument) else { return nil }
    self = notation
  }

  public var defaultValueDescription: String { name }

  public static var allValueStrings: [String] { all.map(\.name) }

  /// `docs, matrix or numpy`.
  fileprivate static var names: String {
    let names = allValueStrings
    return names.dropLast().joined(separator: ", ") + " or \(names.last ?? "")"
  }
}
