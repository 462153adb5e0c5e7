import TestSupport

/// What is typed and pasted: keys, lines and text of every kind.
struct Typist {
  let isDeep: Bool

  func keys(using random: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: some(Self.keys, 1...40, using: &random)
    case 4, 5: Array((one(Self.lines, using: &random) + "\r").utf8)
    case 6: paste(using: &random)
    case 7: some(Self.texts, 1...20, using: &random)
    case 8:
      (0..<Int.random(in: 1...12, using: &random)).map { _ in
        let byte = UInt8.random(in: 0...255, using: &random)
        return Self.spared.contains(byte) ? 0xFF : byte
      }
    default: some(Self.viKeys, 1...30, using: &random)
    }
  }

  private func one(_ texts: [String], using random: inout SeededGenerator) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  private func some(
    _ texts: [String], _ count: ClosedRange<Int>, using random: inout SeededGenerator
  ) -> [UInt8] {
    let count = Int.random(in: count, using: &random)
    return (0..<count).flatMap { _ in Array(one(texts, using: &random).utf8) }
  }

  private func paste(using random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array("\u{1B}[200~".utf8)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      bytes += some(Bool.random(using: &random) ? Self.texts : Self.lines, 1...5, using: &random)
      bytes += [[], [13], [13, 13], [10], [9], [27], [8]].randomElement(using: &random) ?? []
    }
    // One in eight never ends.
    return Int.random(in: 0..<8, using: &random) == 0 ? bytes : bytes + Array("\u{1B}[201~".utf8)
  }

  /// Ctrl-C and Ctrl-Z are actions of their own. While the program computes, Ctrl-\ ends it, and
  /// Ctrl-S freezes the terminal, as everywhere.
  private static let spared: Set<UInt8> = [0x03, 0x13, 0x1A, 0x1C]

  static let controls = (UInt8(0)..<32).filter { !spared.contains($0) }.map {
    String(Unicode.Scalar($0))
  }

  static let sequences =
    ["[A", "[B", "[C", "[D", "[H", "[F", "[3~", "b", "f", "d", "x", "X", "\u{7F}", "[1;5D", "OP"]
    .map { "\u{1B}" + $0 } + ["\u{1B}", "\u{7F}", "\u{1B}[15~", "\u{1B}[200~", "\u{1B}[201~"]

  static let keys = (32..<127).map { String(Unicode.Scalar(UInt8($0))) } + controls + sequences

  /// From insert mode into command mode and about.
  static let viKeys =
    ["\u{1B}", "\u{1B}", "i", "a", "A", "I", "$", "0", "^", "d", "c", "y", "dd", "cc", "D", "C"]
    + ["x", "X", "p", "P", "u", "U", "r", "R", "s", "S", "f", "t", ";", ",", "w", "b", "e", "W"]
    + ["k", "j", "/", "?", "n", "N", "G", "~", "%", "|", "3", "9", "#", "@", ":", "v", "_", "."]
    + ["\r", "\u{7F}", "\u{8}", "\u{12}", "\u{16}", "\t", "show", "W", " "]

  static let texts =
    ["漢", "é", "e\u{301}", "η", "𝓛", "\u{200B}", "\u{200D}", "\u{FFFD}", "Xᵀ · X", "👩‍👩‍👧", "ｆ"]
    + ["\u{301}\u{301}\u{301}", "\u{202E}", "\u{AD}", "\u{FEFF}", "ﷺ", "W", " ", "\r", "= 3 #"]
    + [String(repeating: "9", count: 90), String(repeating: "漢", count: 60)]

  static let lines = [
    "step", "", "", "back", "run", "goto dW", "restart", "show W", "show all", "explain dW[0,1]",
    "W[0,1] = 3", "W = [[1, 2], [3, 4], [5, 6]]", "W = [[1,", "Z = (", "help", "help commands",
    "zeros(40, 2)", "zeros(3, 90)", "predict on", "predict off", "new", "X = [[1, 2]]", "1 2",
    "dense 3 tanh", "train 20", "score", "plot", "where", "history", "bug", "bug hidden", "another",
    "lesson ~/l.md", "leave", "rate 0.25", "try rate 0.5", "why", "status", "save ~/s.md replace",
    "load ~/s.md", "load last", "cover dW", "vote dW[0,1]", "check", "set colors dark", "q",
    "nonsense",
  ]
}
