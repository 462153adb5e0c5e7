import ArgumentParser
import EpynnShell
import LineEditor
import StateFiles

/// The program: its options, and the choice between a prompt, a pipe and commands given.
package struct EpynnREPL: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "epynn-repl",
    abstract: "Step through Dense layers: forward, backward, gradients, update.",
    discussion: """
      \(about)

      A word that comes first and has a --help of its own:
      \(subcommandLines)

      Exit status: \(exitStatus)
      """,
    version: ProgramVersion.number)

  static let about =
    "Without a file or a command it reads lines: from you, with a prompt, or from a pipe."

  static let exitStatus = """
    0, 1 where a test or a check failed, 2 where a line was refused, an option misused, or the \
    results could not be written.
    """

  @Argument(
    help: "A file of commands to run first, or a lesson (FILE.md) to play.", completion: .file())
  var file: String?

  @Option(help: "The item at which the lesson begins, counted from 1.")
  var from: Int?

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: "Run this command and leave; may be given several times.")
  var command: [String] = []

  @Option(help: "Decimals shown, 0 to 15, or 'full' for every digit.", completion: .list(["full"]))
  var precision: Precision = .standard

  @Option(help: "How equations are written: \(Notation.names).")
  var notation: Notation = .docs

  @Option(help: "When to colour: auto, always or never.")
  var color: ColorChoice = .auto

  @Option(help: "The colours: \(Palette.names).")
  var colors = Palette.standard

  @OptionGroup var accessibility: Accessibility

  package init() {}

  package static func main() {
    System.claimStandardDescriptors()
    Output.end(with: status(of: Array(CommandLine.arguments.dropFirst())))
  }

  /// Does what the words of a command line ask for. Returns the status with which the program ends.
  static func status(of words: [String]) -> Int32 {
    // Finding out which options there are takes the parser a third of a start.
    guard let first = words.first else { return status(of: EpynnREPL.self) { try Launch().run() } }
    guard let subcommand = subcommands.first(where: { $0.word == first }) else {
      return run(EpynnREPL.self, with: words)
    }
    return run(subcommand, with: Array(words.dropFirst()))
  }

  /// Parses and runs; misuse ends with status 2, as everywhere in this program.
  private static func run<Command: ParsableCommand>(
    _ type: Command.Type, with words: [String]
  ) -> Int32 {
    status(of: type) {
      var command = try Command.parse(words)
      try command.run()
    }
  }

  /// What came of it, as a status; what could not be written is no success, whatever came of the
  /// rest.
  private static func status<Command: ParsableCommand>(
    of type: Command.Type, _ body: () throws -> Void
  ) -> Int32 {
    var status = ExitCode.success
    do { try body() } catch let code as ExitCode { status = code } catch {
      let isHelp = Command.exitCode(for: error) == .success
      // What was typed may hold sequences of a terminal.
      let lines = Command.fullMessage(for: error).split(
        separator: "\n", omittingEmptySubsequences: false)
      (isHelp ? Output.results : .complaints).write(
        lines.map { String($0).visible + "\n" }.joined())
      if !isHelp { status = ExitCode(2) }
    }
    guard let reason = Output.results.failure else { return status.rawValue }
    Output.complaints.write("the results could not be written: \(reason.lowercased())\n")
    return status == .success ? 2 : status.rawValue
  }

  package mutating func run() throws {
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
