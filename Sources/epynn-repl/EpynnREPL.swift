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
      tensors that another program saved, 'epynn-repl exercise FILE' makes own numbers for each of \
      a class, 'epynn-repl grade FILE DIR' marks what came back and 'epynn-repl class FILE...' adds \
      up the tables of progress; each has a --help of its own.

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

  @Option(help: "The colours: \(Palette.names).")
  var colors = Palette.standard

  @OptionGroup var accessibility: Accessibility

  static func main() {
    StandardDescriptors.claim()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // A file's name is an argument too, so the parser cannot tell a subcommand from one.
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "test": run(TestCommand.self, with: rest)
    case "verify": run(VerifyCommand.self, with: rest)
    case "export": run(ExportCommand.self, with: rest)
    case "exercise": run(ExerciseCommand.self, with: rest)
    case "grade": run(GradeCommand.self, with: rest)
    case "class": run(ClassCommand.self, with: rest)
    // Finding out which options there are takes the parser a third of a start.
    case nil: leave(after: EpynnREPL.self) { try Launch().run() }
    default: run(EpynnREPL.self, with: arguments)
    }
  }

  /// Parses and runs; misuse ends with status 2, as everywhere in this program.
  private static func run<Command: ParsableCommand>(_ type: Command.Type, with words: [String]) {
    leave(after: type) {
      var command = try Command.parse(words)
      try command.run()
    }
  }

  /// Ends the program with what came of it.
  private static func leave<Command: ParsableCommand>(
    after type: Command.Type, _ body: () throws -> Void
  ) -> Never {
    do {
      try body()
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
    guard let reason = Output.results.failure else { Output.end(with: status.rawValue) }
    Output.complaints.write("the results could not be written: \(reason.lowercased())\n")
    Output.end(with: status == .success ? 2 : status.rawValue)
  }

  mutating func run() throws {
    if let from {
      guard file?.hasSuffix(".md") == true else {
        throw ValidationError("'--from' needs a lesson: epynn-repl FILE.md --from \(from)")
      }
      guard from > 0 else { throw ValidationError("'--from' counts from 1") }
    }
    var settings = Settings(precision: precision, notation: notation)
    settings.colors = colors
    try Launch(
      file: file, from: from, commands: command, settings: settings,
      isSpoken: accessibility.isOn, color: color
    ).run()
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

  fileprivate static var names: String { allValueStrings.asAlternatives }
}

extension Palette: ExpressibleByArgument {
  public init?(argument: String) {
    guard let palette = Palette.named(argument) else { return nil }
    self = palette
  }

  public var defaultValueDescription: String { name }

  public static var allValueStrings: [String] { all.map(\.name) }

  fileprivate static var names: String { allValueStrings.asAlternatives }
}

extension [String] {
  /// `docs, matrix or numpy`.
  fileprivate var asAlternatives: String {
    dropLast().joined(separator: ", ") + " or \(last ?? "")"
  }
}
