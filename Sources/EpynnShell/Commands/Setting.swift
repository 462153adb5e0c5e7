/// A row of the table of settings: how things are shown.
struct Setting: Sendable {
  let name: String
  /// What it may be, as usage shows it.
  let values: String
  let summary: String
  /// The words that completion offers.
  let words: [String]
  /// What each word shows, for its page of help.
  var details: [(word: String, summary: String)] = []
  let value: @Sendable (Settings) -> String
  /// Takes a word; `false` where it does not work.
  let assign: @Sendable (inout Settings, String) -> Bool

  static let all: [Setting] = [
    Setting(
      name: "precision", values: "0-15|full",
      summary: "0 to 15 decimals, or the fewest digits that read back to the same number",
      words: ["full", "4"],
      value: { settings in
        switch settings.precision {
        case .full: "full"
        case .decimals(let count): "\(count)"
        }
      },
      assign: { settings, word in
        guard let precision = Precision(word) else { return false }
        settings.precision = precision
        return true
      }),
    Setting(
      name: "memory", values: "MEGABYTES",
      summary: "what back, goto epoch and plot may keep of the past", words: ["256"],
      value: { "\($0.memory)" },
      assign: { settings, word in
        guard let megabytes = Int(whole: word, in: 1...1_048_576) else { return false }
        settings.memory = megabytes
        return true
      }),
    Setting(
      name: "notation", values: Notation.all.map(\.name).joined(separator: "|"),
      summary: "how equations are written, and values that are to be pasted",
      words: Notation.all.map(\.name),
      details: Notation.all.map { ($0.name, $0.summary) },
      value: { $0.notation.name },
      assign: { settings, word in
        guard let notation = Notation.named(word) else { return false }
        settings.notation = notation
        return true
      }),
    Setting(
      name: "colors", values: Palette.all.map(\.name).joined(separator: "|"),
      summary: "what stands for what was written, agrees, differs or warns",
      words: Palette.all.map(\.name), details: Palette.all.map { ($0.name, $0.summary) },
      value: { $0.colors.name },
      assign: { settings, word in
        guard let palette = Palette.named(word) else { return false }
        settings.colors = palette
        return true
      }),
  ]

  static func named(_ name: String) -> Setting? { all.first { $0.name == name } }
}
