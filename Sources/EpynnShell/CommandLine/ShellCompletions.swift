/// The shells for which there are completions.
package enum ShellCompletions: String, Sendable, CaseIterable {
  case bash, zsh, fish

  /// The text that the shell reads.
  package func script(for commandLine: ProgramCommandLine) -> String {
    switch self {
    case .bash: BashCompletions.script(for: commandLine)
    case .zsh: ZshCompletions.script(for: commandLine)
    case .fish: FishCompletions.script(for: commandLine)
    }
  }
}
