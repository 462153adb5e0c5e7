import EpynnCore

/// The lines of a session that make it what it is, as a script would hold them.
struct Recording: Sendable {
  /// Full names throughout, files written out, in the order in which they ran.
  private(set) var lines: [String] = []
  /// How things were shown before the first line.
  let settings: Settings

  /// More lines than a person types; beyond it the session is too long to be saved.
  static let limit = 10_000
  /// What a file that is read may hold.
  static let byteLimit = Surroundings.fileLimit
  private var byteCount = 0
  private(set) var isTooLong = false

  init(settings: Settings) {
    self.settings = settings
  }

  mutating func add(_ line: String) {
    guard lines.count < Self.limit, byteCount + line.utf8.count <= Self.byteLimit else {
      isTooLong = true
      return
    }
    byteCount += line.utf8.count
    lines.append(line)
  }

  /// Takes the last line back for another that says it better.
  mutating func replaceLast(with line: String) {
    if !lines.isEmpty { lines[lines.count - 1] = line }
  }

  /// The session as a lesson that plays and passes: each line with what it prints there.
  func markdown(titled title: String) -> String {
    var session = Session(capacity: .lesson)
    var transcript: [String] = []
    for line in openingLines + lines {
      transcript.append("> \(line)")
      let printed = session.respond(to: line, from: .lesson).text
      transcript += printed.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init
      )
      .dropLast()
    }
    let longest = transcript.map { $0.split { $0 != "`" }.map(\.count).max() ?? 0 }.max() ?? 0
    let fence = String(repeating: "`", count: max(longest + 1, 3))
    return (["# \(title)", "", "\(fence)epynn"] + transcript + [fence, ""])
      .joined(separator: "\n")
  }

  /// What the program's options had set, as commands.
  private var openingLines: [String] {
    let standard = Settings()
    return Setting.all.filter { $0.value(settings) != $0.value(standard) }
      .map { "set \($0.name) \($0.value(settings));" }
  }
}
