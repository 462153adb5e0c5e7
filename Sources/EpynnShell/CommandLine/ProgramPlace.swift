/// A variable of the environment or a file that the program heeds.
package struct ProgramPlace: Sendable {
  package let names: [String]
  package let meaning: String

  package static let variables: [ProgramPlace] = [
    ProgramPlace(names: ["NO_COLOR"], meaning: "Where it is set, nothing is coloured."),
    ProgramPlace(
      names: ["CLICOLOR_FORCE"],
      meaning: "Where it is set and not 0, all is coloured, also what goes into a pipe."),
    ProgramPlace(
      names: ["ACCESSIBLE"],
      meaning: "Where it is set and not 0, all is said for a screen reader, as with --accessible."),
    ProgramPlace(
      names: ["TERM"],
      meaning: "The kind of terminal, and so how many colours it has; 'dumb' is neither coloured"
        + " nor drawn over."),
    ProgramPlace(
      names: ["COLORTERM"], meaning: "Where it is truecolor or 24bit, the terminal has any colour."),
    ProgramPlace(
      names: ["TMUX"], meaning: "Tells tmux from GNU screen, which has no such colours."),
    ProgramPlace(
      names: ["LC_ALL", "LC_CTYPE", "LANG"],
      meaning: "The first that is set says which characters there are; where they are not UTF-8,"
        + " all is drawn in ASCII."),
    ProgramPlace(
      names: ["XDG_STATE_HOME"],
      meaning: "Where programs keep what outlives them; without it ~/.local/state."),
    ProgramPlace(
      names: ["EDITRC"],
      meaning: "The file with the keys and settings of the line editor; without it ~/.editrc."),
    ProgramPlace(names: ["HOME"], meaning: "What ~ stands for."),
  ]

  package static let files: [ProgramPlace] = [
    ProgramPlace(
      names: ["~/.local/state/epynn-repl/history"], meaning: "The lines entered, for Up and Ctrl-R."
    ),
    ProgramPlace(
      names: ["~/.local/state/epynn-repl/progress"],
      meaning: "How far one got in the lessons, as 'progress' tells."),
    ProgramPlace(
      names: ["~/.local/state/epynn-repl/last"],
      meaning: "What was set and nobody saved; 'load last' brings it back."),
    ProgramPlace(names: ["~/.editrc"], meaning: "Keys and settings of the line editor, libedit."),
  ]
}
