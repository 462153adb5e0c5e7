/// What fish completes behind the program's name.
enum FishCompletions {
  static func script(for commandLine: ProgramCommandLine) -> String {
    let words = commandLine.subcommands.map(\.word).joined(separator: " ")
    let head = """
      # What fish completes behind 'epynn-repl'; 'epynn-repl completions fish' prints it.
      function __epynn_repl_command
          set -l words (commandline -opc)
          if contains -- "$words[2]" \(words)
              echo $words[2]
          end
      end

      function __epynn_repl_is
          test "$(__epynn_repl_command)" = "$argv[1]"
      end

      function __epynn_repl_files
          for ending in $argv
              __fish_complete_suffix .$ending
          end
      end


      """
    let first = commandLine.subcommands.map { usage in
      "complete -c epynn-repl -n __fish_is_first_token -a \(usage.word)"
        + " -d \(quoted(ShellWord.label(usage.summary)))\n"
    }
    return head + first.joined() + commandLine.all.map(lines).joined()
  }

  private static func lines(of usage: ProgramUsage) -> String {
    let condition = "complete -c epynn-repl -n \(quoted("__epynn_repl_is '\(usage.word)'"))"
    return usage.options.compactMap { option in
      let offer = offer(option.completion)
      guard !option.isPositional else { return offer.map { "\(condition) -\($0)\n" } }
      let names = option.names.map { name in
        name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
      }
      // What stands behind the name and nothing else.
      let value = option.value == nil ? "" : offer.map { " -r -\($0)" } ?? " -x"
      return condition + names.joined() + value
        + " -d \(quoted(ShellWord.label(option.summary)))\n"
    }.joined()
  }

  /// The letters of the options that offer it, without the first dash; `nil` for nothing.
  private static func offer(_ completion: ProgramOption.Completion) -> String? {
    switch completion {
    case .nothing: nil
    case .words(let words): "fa \(quoted(words.joined(separator: " ")))"
    case .files(let endings) where endings.isEmpty: "F"
    case .files(let endings):
      "fka \(quoted("(__epynn_repl_files \(endings.joined(separator: " ")))"))"
    case .folders: "fa '(__fish_complete_directories)'"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
