import ArgumentParser
import EpynnShell

/// `epynn-repl completions SHELL`: what a shell completes.
struct CompletionsCommand: Subcommand {
  static let word = "completions"
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl \(word)",
    abstract: "Print the completions of a shell.",
    discussion: """
      Where they are not installed: 'source <(epynn-repl completions bash)' in ~/.bashrc, the same \
      with zsh in ~/.zshrc behind compinit, and 'epynn-repl completions fish | source' in fish.
      """)

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: ShellCompletions

  func run() throws {
    Output.results.write(shell.script(for: try .described()))
  }
}

extension ShellCompletions: ExpressibleByArgument {}
