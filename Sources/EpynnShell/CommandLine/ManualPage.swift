/// The manual page, in the macros of man(7), made of the rows that every help is made of.
package struct ManualPage {
  let commandLine: ProgramCommandLine
  let version: String
  /// The day of the version, as in `2026-11-27`.
  let day: String
  let exitStatus: String

  package init(of commandLine: ProgramCommandLine, version: String, day: String, exitStatus: String)
  {
    self.commandLine = commandLine
    self.version = version
    self.day = day
    self.exitStatus = exitStatus
  }

  package var text: String {
    let program = commandLine.program
    let title = RoffText.escaped(program.name.uppercased())
    var lines = [".TH \(title) 1 \(day) \"\(program.name) \(version)\""]
    lines.append(".SH NAME")
    lines.append("\(RoffText.escaped(program.name)) \\- \(RoffText.escaped(Self.purpose(program)))")
    lines.append(".SH SYNOPSIS")
    for usage in commandLine.all {
      if usage.name != program.name { lines.append(".br") }
      lines += Self.synopsis(of: usage)
    }
    lines += [".SH DESCRIPTION"] + Self.paragraphs(program.details)
    lines += [".SH OPTIONS"] + program.options.flatMap(Self.item)
    lines.append(".SH SUBCOMMANDS")
    for usage in commandLine.subcommands { lines += Self.section(of: usage) }
    lines.append(".SH COMMANDS AT THE PROMPT")
    lines += RoffText.filled(
      "Capital letters stand for what you give, brackets for what may be left out. A beginning of a"
        + " command that is no other command's will do; 'help' and a command's name tells it with"
        + " an example.")
    for group in Command.Group.allCases {
      lines.append(".SS \(RoffText.escaped(group.rawValue.capitalizedFirst))")
      lines += Command.all.filter { $0.group == group }.flatMap(Self.item)
    }
    lines += [".SH HELP TOPICS"]
    lines += HelpPage.all.flatMap { Self.item(RoffText.bold("help \($0.name)"), [$0.summary]) }
    lines += [".SH ENVIRONMENT"] + ProgramPlace.variables.flatMap(Self.item)
    lines += [".SH FILES"] + ProgramPlace.files.flatMap(Self.item)
    lines += [".SH EXIT STATUS"] + RoffText.filled(exitStatus)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What it does, as a list of programs has it: no sentence.
  private static func purpose(_ program: ProgramUsage) -> String {
    let summary = program.summary.hasSuffix(".") ? program.summary.dropLast() : program.summary[...]
    return summary.prefix(1).lowercased() + summary.dropFirst()
  }

  private static func section(of usage: ProgramUsage) -> [String] {
    [".SS \(RoffText.escaped(usage.name))"] + synopsis(of: usage)
      + [".PP"] + RoffText.filled(usage.summary)
      + (usage.details.isEmpty ? [] : [".PP"]) + paragraphs(usage.details)
      + usage.options.flatMap(item)
  }

  private static func synopsis(of usage: ProgramUsage) -> [String] {
    [RoffText.bold(usage.name)]
      + usage.options.map { option in
        let name = option.names.last.map(RoffText.bold)
        let text =
          [name, option.value.map(RoffText.italic)].compactMap(\.self)
          .joined(separator: "\\~") + (option.isRepeating ? "\\~..." : "")
        return option.isOptional ? "[\(text)]" : text
      }
  }

  private static func paragraphs(_ texts: [String]) -> [String] {
    Array(texts.map(RoffText.filled).joined(separator: [".PP"]))
  }

  private static func item(_ option: ProgramOption) -> [String] {
    let names = option.names.map(RoffText.bold).joined(separator: ", ")
    let head = [names, option.value.map(RoffText.italic) ?? ""].filter { !$0.isEmpty }
    return item(head.joined(separator: " "), [option.explanation])
  }

  private static func item(_ command: Command) -> [String] {
    let rest = command.usage.dropFirst(command.name.count)
    let short = command.short.map { ", " + RoffText.bold($0) } ?? ""
    return item(
      RoffText.bold(command.name) + RoffText.escaped(String(rest)) + short,
      [command.summary.capitalizedFirst + "."] + command.details)
  }

  private static func item(_ place: ProgramPlace) -> [String] {
    item(place.names.map(RoffText.bold).joined(separator: ", "), [place.meaning])
  }

  private static func item(_ head: String, _ paragraphs: [String]) -> [String] {
    [".TP", head] + paragraphs.map(RoffText.filled).joined(separator: [".IP"])
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
