import ArgumentParser
import EpynnShell

/// `epynn-repl manual`: the manual page.
struct ManualCommand: Subcommand {
  static let word = "manual"
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl \(word)",
    abstract: "Print the manual page.",
    discussion: "Where it is not installed, 'epynn-repl manual | man -l -' shows it.")

  func run() throws {
    let page = ManualPage(
      of: try .described(), version: ProgramVersion.number, day: ProgramVersion.day,
      exitStatus: EpynnREPL.exitStatus)
    Output.results.write(page.text)
  }
}
