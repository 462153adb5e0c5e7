import Foundation
import Testing

@testable import EpynnShell

/// `--help`, the manual page, the completions and `help` name the same things, and all there are.
@Suite(.waitsForPrograms) struct ManualTests {
  private let manual: String
  private let help: String

  init() throws {
    manual = try Self.said(["manual"])
    help = try Self.said(["--help"])
  }

  private static func said(_ arguments: [String]) throws -> String {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run(arguments)
    #expect(result.status == 0, "\(arguments)")
    #expect(result.complaints == "")
    return result.output
  }

  /// The page without the formatter's signs: what a person reads.
  private static func plain(_ page: String) -> String {
    var text = page
    for font in ["\\fB", "\\fI", "\\fR", "\\&"] { text = text.replacing(font, with: "") }
    for (sign, character) in [
      ("\\-", "-"), ("\\(aq", "'"), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"),
      ("\\(dq", "\""), ("\\~", " "), ("\\e", "\\"),
    ] { text = text.replacing(sign, with: character) }
    text = text.replacing(/\\\[u([0-9A-F]+)\]/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
    return text
  }

  /// The lines of the manual under a heading, up to the next one of its kind.
  private func section(_ heading: String) throws -> String {
    let parts = "\n\(Self.plain(manual))".split(separator: "\n\(heading)\n", maxSplits: 1)
    let rest = try #require(parts.count == 2 ? parts[1] : nil, "the manual has no \(heading)")
    let end = heading.hasPrefix(".SS") ? "\n.S" : "\n.SH"
    return String(rest.split(separator: end, maxSplits: 1)[0])
  }

  private func names(in text: some StringProtocol) -> Set<String> {
    Set(String(text).matches(of: /(?:^|[ ,|('"])(--[a-z][a-z-]*|-[a-z])\b/).map { String($0.1) })
  }

  /// The words under 'A word that comes first' of `--help`.
  private var subcommands: [String] {
    get throws {
      let list = try #require(help.split(separator: "a --help of its own:\n").last)
      return list.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .map { String($0.split(separator: " ")[0]) }
    }
  }

  /// The names of `--help`'s list of arguments and options, with what stands behind each.
  private func listed(_ help: String) -> [(names: Set<String>, value: String?)] {
    help.split(separator: "\n").compactMap { line in
      guard let match = line.firstMatch(of: /^  ((?:-[-a-z]+, )*-[-a-z]+)(?: <([^>]+)>)?(?: |$)/)
      else { return nil }
      return (Set(match.1.split(separator: ", ").map { String($0) }), match.2.map { String($0) })
    }
  }

  @Test func subcommandsAreThoseOfTheProgramsOwnTable() throws {
    #expect(
      try subcommands == [
        "test", "verify", "export", "exercise", "grade", "class", "manual", "completions",
      ])
    let headings = try section(".SH SUBCOMMANDS").split(separator: "\n")
      .filter { $0.hasPrefix(".SS ") || $0.hasPrefix("SS ") }
    #expect(headings.map { String($0.split(separator: " ").last ?? "") } == (try subcommands))
  }

  @Test func theManualAndTheHelpNameTheSameOptions() throws {
    for word in [""] + (try subcommands) {
      let own = word.isEmpty ? help : try Self.said([word, "--help"])
      let part = try section(word.isEmpty ? ".SH OPTIONS" : ".SS epynn-repl \(word)")
      let heads = ("\n" + part).split(separator: "\n.TP\n").map { $0.split(separator: "\n")[0] }
      var inManual: Set<String> = []
      for head in heads where head.hasPrefix("-") { inManual.formUnion(names(in: head)) }
      let inHelp = listed(own).reduce(into: Set<String>()) { $0.formUnion($1.names) }
      #expect(inHelp.isSuperset(of: ["-h", "--help"]))
      #expect(inManual == inHelp, "\(word)")
      for option in listed(own) where option.value != nil {
        #expect(
          heads.contains {
            option.names.isSubset(of: names(in: $0)) && $0.hasSuffix(option.value!)
          },
          "\(word) \(option.names)")
      }
    }
  }

  @Test func completionsOfferThem() throws {
    let bash = try Self.said(["completions", "bash"])
    let zsh = try Self.said(["completions", "zsh"])
    let fish = try Self.said(["completions", "fish"])
    for word in [""] + (try subcommands) {
      let own = word.isEmpty ? help : try Self.said([word, "--help"])
      let wanted = listed(own).reduce(into: Set<String>()) { $0.formUnion($1.names) }
      let line = try #require(
        bash.split(separator: "\n").first {
          $0.hasPrefix("    \(word.isEmpty ? "''" : word)) names=")
        })
      let offered = try #require(line.firstMatch(of: /names='([^']*)'/))
      #expect(Set(offered.1.split(separator: " ").map { String($0) }) == wanted)
      let inFish = fish.split(separator: "\n").filter { $0.contains("_is \\'\(word)\\''") }
        .flatMap { $0.matches(of: #/ -([ls]) (\S+)/#).map { ($0.1 == "l" ? "--" : "-") + $0.2 } }
      #expect(Set(inFish) == wanted)
      let branch = word.isEmpty ? "  _arguments -s -S \\\n" : "\(word)) _arguments -s -S \\\n"
      let inZsh = try #require(
        zsh.split(separator: "\n\(word.isEmpty ? "" : "      ")\(branch)").last
      )
      .split(separator: "\n").prefix { $0.hasPrefix("        ") }
      for name in wanted {
        #expect(inZsh.contains { $0.contains(name) }, "zsh: \(word) \(name)")
      }
      guard !word.isEmpty else { continue }
      #expect(fish.contains(" -n __fish_is_first_token -a \(word) "))
      #expect(zsh.contains("    '\(word):"))
    }
    #expect(bash.contains("_epynn_repl_words '\(try subcommands.joined(separator: " "))'\n"))
  }

  @Test func theManualHasEveryCommandSettingTopicAndNothingElse() throws {
    let part = try section(".SH COMMANDS AT THE PROMPT")
    let heads = part.split(separator: "\n.TP\n").dropFirst().map { $0.split(separator: "\n")[0] }
    #expect(
      heads.map { String($0.split(whereSeparator: { $0 == " " || $0 == "," })[0]) }
        == Command.Group.allCases.flatMap { group in
          Command.all.filter { $0.group == group }.map(\.name)
        })
    for command in Command.all {
      #expect(heads.contains { $0.hasPrefix(command.usage) }, "\(command.usage)")
    }
    let flat = part.replacing("\n", with: " ")
    for name in Setting.all.map(\.name) + LearningSetting.all.map(\.name) {
      #expect(flat.contains("set \(name) "), "\(name)")
    }
    let topics = try section(".SH HELP TOPICS").split(separator: "\n").filter {
      $0.hasPrefix("help ")
    }
    #expect(topics.map { String($0.dropFirst(5)) } == HelpPage.all.map(\.name))
    // What the program itself lists.
    #expect(
      try Self.words(in: Self.said(["-c", "help commands"]))
        .isSuperset(of: Command.listed.map(\.name)))
    #expect(
      try Self.words(in: Self.said(["-c", "help"])).isSuperset(of: HelpPage.all.map(\.name)))
  }

  private static func words(in text: String) -> Set<String> {
    Set(text.split { !($0.isLetter || $0 == "-") }.map { String($0) })
  }

  /// A variable that the program reads and no page names would be found by nobody.
  @Test func theManualHasEveryVariableThatTheSourcesRead() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var read: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(
        of: /(?:getenv|variable|environment)\("([A-Z_]{2,})"\)/)
      {
        read.insert(String(match.1))
      }
      for list in text.matches(of: /for variable in \[([^\]]*)\]/) {
        for name in list.1.matches(of: /"([A-Z_]+)"/) { read.insert(String(name.1)) }
      }
    }
    #expect(read.isSuperset(of: ["NO_COLOR", "TERM", "LC_ALL", "XDG_STATE_HOME"]))
    #expect(Set(ProgramPlace.variables.flatMap(\.names)) == read)
    let part = try section(".SH ENVIRONMENT")
    for name in read { #expect(part.contains(name)) }
  }

  @Test func theVersionIsTheProgramsOwn() throws {
    let version = try Self.said(["--version"]).replacing("\n", with: "")
    #expect(manual.hasPrefix(".TH EPYNN\\-REPL 1 "))
    #expect(manual.split(separator: "\n")[0].hasSuffix(" \"epynn-repl \(version)\""))
  }

  @Test func noLineOfTheManualIsARequestByChance() throws {
    let requests = [".TH ", ".SH ", ".SS ", ".TP", ".IP", ".PP", ".br"]
    for line in manual.split(separator: "\n") {
      #expect(line.utf8.allSatisfy { $0 < 0x7F }, "\(line)")
      guard let first = line.first, first == "." || first == "'" else { continue }
      #expect(requests.contains { line.hasPrefix($0) }, "\(line)")
    }
  }
}
