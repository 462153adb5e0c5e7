/// A key, written as `.editrc` writes it, and the libedit command that it runs.
struct KeyBinding {
  let keys: String
  let command: String

  var isSequence: Bool { keys.hasPrefix(Self.escape) }
  var keysAfterEscape: String { String(keys.dropFirst(Self.escape.count)) }

  private static let escape = "\\e"

  static let search = KeyBinding(keys: "^R", command: "em-inc-search-prev")

  /// Keys that no terminal can send. One stands for every combining mark; behind the second comes
  /// what is pasted, which is text in every map of keys; the third draws the line anew.
  static let markKey: Unicode.Scalar = "\u{80}"
  static let pasteKey: Unicode.Scalar = "\u{81}"
  static let drawKey: Unicode.Scalar = "\u{82}"

  /// A key that nobody presses: libedit's own move to the end of a line that is not empty.
  static let hiddenEndOfVi = KeyBinding(keys: "\\e[~epynn-end~", command: "ed-move-to-end")

  /// What `bind KEY` says of a key that nobody has bound: of a sequence, and of Ctrl-R.
  static let defaults = ["Unbound", "ed-redisplay", "ed-insert"]

  /// Keys that people know from other programs and that libedit does not bind, as xterm, rxvt,
  /// tmux, screen, and the Linux console send them.
  static let comforts: [KeyBinding] = {
    var bindings: [KeyBinding] = []
    for (command, keys) in moves {
      bindings += keys.map { KeyBinding(keys: escape + $0, command: command) }
    }
    return bindings + silent.map { KeyBinding(keys: escape + $0, command: "ed-ignore") }
  }()

  private static let moves: [(command: String, keys: [String])] = [
    ("ed-prev-word", ["[5D", "Od", "\\e[D", "\\eOD", "O5D"] + modified("[1;", 3...8, "D")),
    ("em-next-word", ["[5C", "Oc", "\\e[C", "\\eOC", "O5C"] + modified("[1;", 3...8, "C")),
    ("ed-prev-char", ["[1;2D", "[d"]),
    ("ed-next-char", ["[1;2C", "[c"]),
    ("ed-prev-history", ["[5A", "Oa", "[a"] + modified("[1;", 2...8, "A")),
    ("ed-next-history", ["[5B", "Ob", "[b"] + modified("[1;", 2...8, "B")),
    ("ed-move-to-beg", ["[H", "OH", "[1~", "[7~", "[7^"] + modified("[1;", 2...8, "H")),
    ("ed-move-to-end", ["[F", "OF", "[4~", "[8~", "[8^"] + modified("[1;", 2...8, "F")),
    ("ed-delete-next-char", ["[3~", "[3;2~"]),
    ("em-delete-next-word", ["[3^"] + modified("[3;", 3...8, "~")),
    ("ed-newline", ["OM"]),
  ]

  /// Keys without a meaning here, whose last characters would else land in the line: the function
  /// keys, Insert, the page keys, Shift-Tab, and what a terminal says of a paste and of the focus.
  private static let silent: [String] = {
    var keys = ["[Z", "[I", "[O", "[E", "[200~", "[201~", "[[A", "[[B", "[[C", "[[D", "[[E"]
    for letter in ["P", "Q", "R", "S"] {
      keys += ["O" + letter] + modified("[1;", 2...8, letter)
    }
    for number in [2, 5, 6] + Array(11...34) {
      keys += ["[\(number)~", "[\(number)^", "[\(number)$"] + modified("[\(number);", 2...8, "~")
    }
    return keys
  }()

  /// A key with Shift, Alt, Ctrl, and their combinations, which xterm numbers from 2 to 8.
  private static func modified(
    _ start: String, _ modifiers: ClosedRange<Int>, _ end: String
  ) -> [String] {
    modifiers.map { "\(start)\($0)\(end)" }
  }
}
