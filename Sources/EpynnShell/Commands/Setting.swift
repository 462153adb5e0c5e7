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
  let value: @Sendable (Look) -> String
  /// Takes a word; `false` where it does not work.
  let assign: @Sendable (inout Look, String) -> Bool
  /// Whether it belongs to the person at the keyboard, so that no lesson sets or keeps it.
  var isPersonal = false

  static let all: [Setting] = [
    Setting(
      name: "precision", values: "0-15|full",
      summary: "0 to 15 decimals, or the fewest digits that read back to the same number",
      words: ["full", "4"],
      value: { look in
        switch look.settings.precision {
        case .full: "full"
        case .decimals(let count): "\(count)"
        }
      },
      assign: { look, word in
        guard let precision = Precision(word) else { return false }
        look.settings.precision = precision
        return true
      }),
    Setting(
      name: "memory", values: "MEGABYTES",
      summary: "what back, goto epoch and plot may keep of the past", words: ["256"],
      value: { "\($0.settings.memory)" },
      assign: { look, word in
        guard let megabytes = Int(whole: word, in: 1...1_048_576) else { return false }
        look.settings.memory = megabytes
        return true
      }),
    Setting(
      name: "notation", values: Notation.all.map(\.name).joined(separator: "|"),
      summary: "how equations are written, and values that are to be pasted",
      words: Notation.all.map(\.name),
      details: Notation.all.map { ($0.name, $0.summary) },
      value: { $0.settings.notation.name },
      assign: { look, word in
        guard let notation = Notation.named(word) else { return false }
        look.settings.notation = notation
        return true
      }),
    Setting(
      name: "colors", values: Palette.all.map(\.name).joined(separator: "|"),
      summary: "what stands for what was written, agrees, differs or warns",
      words: Palette.all.map(\.name), details: Palette.all.map { ($0.name, $0.summary) },
      value: { $0.settings.colors.name },
      assign: { look, word in
        guard let palette = Palette.named(word) else { return false }
        look.settings.colors = palette
        return true
      }),
    Setting(
      name: "accessible", values: "on|off",
      summary: "words in place of signs and drawings, for a screen reader; it is no part of a"
        + " lesson, and 'save' leaves it out", words: ["on", "off"],
      value: { $0.screen.isSpoken ? "on" : "off" },
      assign: { look, word in
        guard word == "on" || word == "off" else { return false }
        look.screen.isSpoken = word == "on"
        return true
      }, isPersonal: true),
  ]

  static func named(_ name: String) -> Setting? { all.first { $0.name == name } }
}
