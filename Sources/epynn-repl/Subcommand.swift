import ArgumentParser

/// A word that comes first on the command line, and what it calls.
///
/// A file's name is an argument too, so the parser cannot tell a subcommand from one.
protocol Subcommand: ParsableCommand {
  static var word: String { get }
}

extension EpynnREPL {
  /// The table of subcommands, in the order in which help and the manual list them.
  static let subcommands: [any Subcommand.Type] = [
    TestCommand.self, VerifyCommand.self, ExportCommand.self, ExerciseCommand.self,
    GradeCommand.self, ClassCommand.self, ManualCommand.self, CompletionsCommand.self,
  ]

  /// `  verify  Compare …`, a line each.
  static var subcommandLines: String {
    let width = subcommands.map { $0.word.count }.max() ?? 0
    return subcommands.map { type in
      let space = String(repeating: " ", count: width + 2 - type.word.count)
      return "  \(type.word)\(space)\(type.configuration.abstract)"
    }.joined(separator: "\n")
  }
}
