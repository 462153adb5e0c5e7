import EpynnCore
import EpynnLessons

/// Words that are nearly those of a lesson: a fence that is not played, a key that is read as text.
struct NearMisses {
  private(set) var found: [LessonTest.Discrepancy] = []

  init(in source: LessonSource) {
    for (line, text) in source.prose { look(atProse: text, line: line) }
    for block in source.blocks {
      look(atFence: block)
      if let keys = Self.meant(by: block.info)?.keys, !keys.isEmpty { look(atKeys: block, keys) }
    }
    found.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private mutating func note(_ sentence: String, _ line: Int, column: Int = 1) {
    found.append(LessonTest.Discrepancy(line: line, column: column, message: [sentence]))
  }

  /// The fence whose word it is, or nearly; the words of other trades are their own.
  private static func meant(by info: String) -> FenceKind? {
    let written = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    let word = MeantWord(written).key(among: FenceKind.allCases.map(\.word))
    return FenceKind.allCases.first { $0.word == word }
  }

  private mutating func look(atFence block: FencedBlock) {
    guard FenceKind(info: block.info) == nil, let meant = Self.meant(by: block.info) else { return }
    let wanted = FenceKind.allCases.filter { $0.word == meant.word }.map { "'\($0.info)'" }
    note(
      "the fence '\(block.info.quoted())' is not played; \(wanted.joined(separator: " or "))"
        + " would be", block.line)
  }

  /// A fence with a mark too few.
  private mutating func look(atProse text: String, line: Int) {
    let bare = text.trimmingSpaces
    guard let mark = bare.first, mark == "`" || mark == "~" else { return }
    let info = bare.drop { $0 == mark }.trimmingSpaces
    guard bare.prefix(while: { $0 == mark }).count < 3, !info.contains(mark),
      let meant = Self.meant(by: info)
    else { return }
    note(
      "this opens no fence; three marks would, '\(String(repeating: mark, count: 3))\(meant.word)'",
      line
    )
  }

  private mutating func look(atKeys block: FencedBlock, _ keys: [String]) {
    var key = ""
    for (index, text) in block.lines.enumerated() {
      let line = block.line + 1 + index
      let column = block.indent + 1
      if let exact = keys.first(where: { text.hasPrefix($0 + ":") }) {
        key = exact
      } else if let (written, meant) = Self.nearKey(in: text, keys) {
        note(
          "'\(written.quoted()):' is read as text; '\(meant):' at the line's start would be a key",
          line, column: column)
        continue
      }
      let value = text.hasPrefix(key + ":") ? String(text.dropFirst(key.count + 1)) : text
      guard let second = Self.key(inside: value, of: key, keys) else { continue }
      let place = key.isEmpty ? "the text" : "'\(key):'"
      note("'\(second):' stands inside \(place); give it a line of its own", line, column: column)
    }
  }

  /// What stands before a line's colon where that is nearly a key, and the key.
  private static func nearKey(in text: String, _ keys: [String]) -> (String, meant: String)? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let before = text[..<colon]
    let words = before.split { $0.isWhitespace || "-*+_`>•".contains($0) }
    guard let first = words.first, words.count <= 2,
      words.dropFirst().allSatisfy({ $0.count <= 2 }),
      let meant = MeantWord(String(first)).key(among: keys)
    else { return nil }
    return (before.trimmingSpaces, meant)
  }

  /// A key in the middle of a value: any in a short one, in prose the same one.
  private static func key(inside value: String, of key: String, _ keys: [String]) -> String? {
    guard !key.isEmpty else { return value.hasWord("choice") ? "choice" : nil }
    let isProse = ["hint", "why"].contains(key)
    // Behind the '|' of a choice stands a reason, which is prose.
    let short =
      isProse ? value : value.firstRange(of: " |").map { String(value[..<$0.lowerBound]) } ?? value
    let wanted = isProse ? [key] : keys
    return wanted.first { short.hasWord($0) } ?? (value.hasWord(key) ? key : nil)
  }

  /// A word as it may have been meant.
  private struct MeantWord {
    private let word: String

    init(_ word: String) { self.word = word.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Words of their own that are near one of ours.
    private static let others = [
      "less", "lemon", "session", "ipynb", "who", "way", "voice", "except", "note", "notes",
      "quote",
    ]

    func key(among keys: [String]) -> String? {
      guard !word.isEmpty, !Self.others.contains(word) else { return nil }
      let letters = Array(word.prefix(32))
      return keys.first { $0 == word }
        ?? keys.first { key in
          let allowed = key.count >= 6 ? 2 : key.count > 2 ? 1 : 0
          return abs(key.count - letters.count) <= allowed
            && Nearest.slips(from: letters, to: Array(key)) <= allowed
        }
    }
  }
}

extension String {
  /// Whether a key and its colon stand in it behind a space.
  fileprivate func hasWord(_ key: String) -> Bool {
    contains(" \(key):")
  }
}

extension LessonTest {
  /// What is nearly a word of lessons in a file, and so is not read as one.
  ///
  /// - Throws: `LessonFault` where the bytes are no text.
  public static func nearMisses(in bytes: [UInt8]) throws(LessonFault) -> [Discrepancy] {
    NearMisses(in: try LessonSource(bytes)).found
  }
}
