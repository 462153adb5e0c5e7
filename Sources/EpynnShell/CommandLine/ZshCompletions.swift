/// What zsh completes behind the program's name.
enum ZshCompletions {
  static func script(for commandLine: ProgramCommandLine) -> String {
    let words = commandLine.subcommands.map(\.word)
    return """
      #compdef epynn-repl
      # 'epynn-repl completions zsh' prints it.

      _epynn-repl_first() {
        local -a subcommands=(
      \(commandLine.subcommands.map(described).joined(separator: "\n"))
        )
        _alternative 'subcommands:subcommand:{_describe subcommand subcommands}' 'files:file:_files'
      }

      _epynn-repl() {
        if ((CURRENT > 2)) && [[ $words[2] == (\(words.joined(separator: "|"))) ]]; then
          shift words
          ((CURRENT--))
          case $words[1] in
      \(commandLine.subcommands.map(branch).joined(separator: "\n"))
          esac
          return
        fi
        _arguments -s -S \\
      \(specifications(of: commandLine.program, first: "_epynn-repl_first"))
      }

      if [[ $funcstack[1] == _epynn-repl ]]; then
        _epynn-repl "$@"
      else
        compdef _epynn-repl epynn-repl
      fi

      """
  }

  private static func described(_ usage: ProgramUsage) -> String {
    let summary = ShellWord.label(usage.summary).replacing(":", with: "\\:")
    return "    " + ShellWord.quoted("\(usage.word):\(summary)")
  }

  private static func branch(_ usage: ProgramUsage) -> String {
    "      \(usage.word)) _arguments -s -S \\\n\(specifications(of: usage)) ;;"
  }

  /// - Parameter first: what completes the first place in its own way.
  private static func specifications(of usage: ProgramUsage, first: String? = nil) -> String {
    var place = 0
    let lines = usage.options.map { option in
      guard option.isPositional else { return specification(of: option) }
      place += 1
      let start = option.isRepeating ? "*" : "\(place)"
      let action = place == 1 ? first ?? action(option.completion) : action(option.completion)
      return ShellWord.quoted("\(start):\(option.value ?? ""):\(action)")
    }
    return lines.map { "        \($0)" }.joined(separator: " \\\n")
  }

  private static func specification(of option: ProgramOption) -> String {
    var summary = ""
    for character in ShellWord.label(option.summary) {
      summary += "[]:\\".contains(character) ? "\\\(character)" : "\(character)"
    }
    let value = option.value.map { ":\($0):\(action(option.completion))" } ?? ""
    let rest = ShellWord.quoted("[\(summary)]\(value)")
    // A value may stand behind '=' too.
    let names = option.names.map { option.value != nil && $0.hasPrefix("--") ? $0 + "=" : $0 }
    if option.isRepeating { return "'*'" + braced(names) + rest }
    let others =
      option.names.count > 1 ? ShellWord.quoted("(\(option.names.joined(separator: " ")))") : ""
    return others + braced(names) + rest
  }

  private static func braced(_ names: [String]) -> String {
    names.count == 1 ? names[0] : "{" + names.joined(separator: ",") + "}"
  }

  private static func action(_ completion: ProgramOption.Completion) -> String {
    switch completion {
    case .nothing: " "
    case .words(let words): "(" + words.joined(separator: " ") + ")"
    case .files(let endings) where endings.isEmpty: "_files"
    // One word alone in brackets would be a qualifier.
    case .files(let endings) where endings.count == 1: "_files -g \"*.\(endings[0])\""
    case .files(let endings): "_files -g \"*.(\(endings.joined(separator: "|")))\""
    case .folders: "_files -/"
    }
  }
}
