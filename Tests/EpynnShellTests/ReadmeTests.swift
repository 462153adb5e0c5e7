import Foundation
import Testing

@testable import EpynnShell

/// The README is what a new user believes: its sessions and its table are the program's own.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func sessionsPrintWhatTheReadmeShows() {
    let transcripts = Self.transcripts(in: readme)
    #expect(transcripts.count == 2)
    for transcript in transcripts {
      var session = Session()
      for (command, expected) in transcript {
        let printed = session.respond(to: command, from: .script).text
        #expect(printed == expected, "> \(command)")
      }
    }
  }

  @Test func tableOfCommandsIsTheProgramsOwn() throws {
    let parts = readme.split(separator: "<!-- commands -->\n")[1]
    let table = try #require(parts.split(separator: "<!-- /commands -->").first)
    #expect(table == Self.commandTable)
  }

  /// The commands of each `epynn` fence with what they print.
  private static func transcripts(in text: String) -> [[(String, String)]] {
    var transcripts: [[(String, String)]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```epynn" {
        isInside = true
        transcripts.append([])
      } else if line == "```" {
        isInside = false
      } else if isInside, line.hasPrefix("> ") {
        transcripts[transcripts.count - 1].append((String(line.dropFirst(2)), ""))
      } else if isInside, let last = transcripts[transcripts.count - 1].indices.last {
        transcripts[transcripts.count - 1][last].1 += line + "\n"
      }
    }
    return transcripts
  }

  private static var commandTable: String {
    let rows = Command.all.map { command in
      let usage = command.usage.replacing("|", with: "\\|")
      let short = command.short.map { "`\($0)`" } ?? ""
      return "| `\(usage)` | \(short) | \(command.summary) |\n"
    }
    return "| command | short | what it does |\n|---|---|---|\n" + rows.joined()
  }
}
