/// A way to call the program: alone, or with the word of a subcommand first.
package struct ProgramUsage: Sendable {
  /// `epynn-repl`, `epynn-repl verify`.
  package let name: String
  package let summary: String
  /// What else a person may want to know, a paragraph each.
  package let details: [String]
  package let options: [ProgramOption]

  package init(name: String, summary: String, details: [String], options: [ProgramOption]) {
    self.name = name
    self.summary = summary
    self.details = details
    self.options = options
  }

  /// The word that comes first; empty for the program alone.
  var word: String { name.split(separator: " ").dropFirst().joined(separator: " ") }

  var positionals: [ProgramOption] { options.filter(\.isPositional) }
  var named: [ProgramOption] { options.filter { !$0.isPositional } }

  /// The names behind which a value stands.
  var namesWithValue: [String] { named.filter { $0.value != nil }.flatMap(\.names) }
}

/// All that may be said on a command line.
package struct ProgramCommandLine: Sendable {
  package let program: ProgramUsage
  package let subcommands: [ProgramUsage]

  package init(program: ProgramUsage, subcommands: [ProgramUsage]) {
    self.program = program
    self.subcommands = subcommands
  }

  var all: [ProgramUsage] { [program] + subcommands }
}
