/// What bash completes behind the program's name; of bash alone, as macOS has it too.
enum BashCompletions {
  static func script(for commandLine: ProgramCommandLine) -> String {
    let words = commandLine.subcommands.map(\.word)
    return """
      # What bash completes behind 'epynn-repl'; 'epynn-repl completions bash' prints it.
      _epynn_repl_words() {
        COMPREPLY+=($(compgen -W "$1" -- "$word"))
      }

      _epynn_repl_files() {
        local ending IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        if (($# == 0)); then
          COMPREPLY+=($(compgen -f -- "$word"))
          return
        fi
        COMPREPLY+=($(compgen -d -- "$word"))
        for ending; do COMPREPLY+=($(compgen -f -X "!*.$ending" -- "$word")); done
      }

      _epynn_repl_folders() {
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -d -- "$word"))
      }

      _epynn_repl() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        local command='' place=0 at=1 names='' valued='' last=-1
        COMPREPLY=()
        if ((COMP_CWORD > 1)); then
          case ${COMP_WORDS[1]} in
            \(words.joined(separator: "|"))) command=${COMP_WORDS[1]} at=2 ;;
          esac
        fi
        case $command in
      \(commandLine.all.map(known).joined(separator: "\n"))
        esac
        for ((; at < COMP_CWORD; at++)); do
          case ${COMP_WORDS[at]} in
            -?*) [[ $valued == *" ${COMP_WORDS[at]} "* ]] && ((at++)) ;;
            *) ((place++)) ;;
          esac
        done
        ((last >= 0 && place > last)) && place=$last
        if [[ $valued == *" $before "* ]]; then
          place=$before
        elif [[ $word == -* ]]; then
          _epynn_repl_words "$names"
          return
        fi
        case $command,$place in
      \(commandLine.all.flatMap(offers).joined(separator: "\n"))
        esac
        ((COMP_CWORD == 1)) && _epynn_repl_words \(ShellWord.quoted(words.joined(separator: " ")))
        return 0
      }

      complete -F _epynn_repl epynn-repl

      """
  }

  /// The names of a command, those with a value, and its last place where that repeats.
  private static func known(_ usage: ProgramUsage) -> String {
    let names = usage.named.flatMap(\.names).joined(separator: " ")
    let valued = usage.namesWithValue.joined(separator: " ")
    let last = usage.positionals.firstIndex(where: \.isRepeating).map { " last=\($0)" } ?? ""
    return
      "    \(usage.word.isEmpty ? "''" : usage.word)) names='\(names)' valued=' \(valued) '\(last) ;;"
  }

  private static func offers(_ usage: ProgramUsage) -> [String] {
    let places = usage.positionals.enumerated().map { (["\($0)"], $1.completion) }
    let options = usage.named.map { ($0.names, $0.completion) }
    return (places + options).compactMap { keys, completion in
      offer(completion).map { offer in
        "    " + keys.map { "\(usage.word),\($0)" }.joined(separator: "|") + ") \(offer) ;;"
      }
    }
  }

  private static func offer(_ completion: ProgramOption.Completion) -> String? {
    switch completion {
    case .nothing: nil
    case .words(let words):
      "_epynn_repl_words " + ShellWord.quoted(words.joined(separator: " "))
    case .files(let endings): (["_epynn_repl_files"] + endings).joined(separator: " ")
    case .folders: "_epynn_repl_folders"
    }
  }
}
