import TestSupport

/// Lines that people, or accidents, write into `~/.editrc`.
enum EditrcLines {
  static func random(using random: inout SeededGenerator) -> String {
    guard Int.random(in: 0..<3, using: &random) > 0 else {
      return settings.randomElement(using: &random) ?? ""
    }
    let map = Bool.random(using: &random) ? "-a " : ""
    let key = keys.randomElement(using: &random) ?? "^T"
    return "bind \(map)\(key) \(commands.randomElement(using: &random) ?? "")"
  }

  private static let settings = [
    "bind -v", "bind -e", "edit on", "edit on", "edit off", "bind", "bind -l", "bind -s ^T show",
    "bind -s ^X \"show W\\n\"", "bind -s \"\\e[15~\" \"^A^K\"", "bind -r ^C", "bind -r ^Z",
    "bind -k up ed-prev-char", "bind -k", "bind \"", "bind -s '", "bind ^T no-such-command",
    "epynn-repl:bind -v", "other:bind -e", ":bind", "settc co 7", "settc li 2", "settc am no",
    "settc xn no", "settc up ''", "settc ce ''", "settc", "telltc", "echotc cl", "echotc cm 3 3",
    "setty -d isig", "setty +icanon", "setty -d -echo", "setty", "history size 3", "history clear",
    "history", "test", "nonsense", "\\", "'", "\u{FFFD}\u{1}", "bind -a", "# a comment", "",
  ]

  /// Not Enter, and no letter of the words that a session ends with.
  private static let keys = [
    "^T", "^X", "^G", "^O", "^A", "^E", "^P", "^W", "x", "j", "^[a", "^[[15~", "^[[A", "^[[B",
    "\"\\e[H\"", "^I", "^C", "^Z", "^D", "^R", "^?", "\"\\200\"", "\"\\201\"",
  ]

  /// All that libedit has, but what starts another program.
  static let commands = """
    ed-argument-digit ed-clear-screen ed-command ed-delete-next-char ed-delete-prev-char \
    ed-delete-prev-word ed-digit ed-end-of-file ed-ignore ed-insert ed-kill-line ed-move-to-beg \
    ed-move-to-end ed-newline ed-next-char ed-next-history ed-next-line ed-prev-char \
    ed-prev-history ed-prev-line ed-prev-word ed-quoted-insert ed-redisplay \
    ed-search-next-history ed-search-prev-history ed-sequence-lead-in ed-start-over \
    ed-transpose-chars ed-unassigned em-capitol-case em-copy-prev-word em-copy-region \
    em-delete-next-word em-delete-or-list em-delete-prev-char em-exchange-mark \
    em-gosmacs-transpose em-inc-search-next em-inc-search-prev em-kill-line em-kill-region \
    em-lower-case em-meta-next em-next-word em-set-mark em-toggle-overwrite \
    em-universal-argument em-upper-case em-yank vi-add vi-add-at-eol vi-alias vi-change-case \
    vi-change-meta vi-change-to-eol vi-command-mode vi-comment-out vi-delete-meta \
    vi-delete-prev-char vi-end-big-word vi-end-word vi-histedit vi-history-word vi-insert \
    vi-insert-at-bol vi-kill-line-prev vi-list-or-eof vi-match vi-next-big-word vi-next-char \
    vi-next-word vi-paste-next vi-paste-prev vi-prev-big-word vi-prev-char vi-prev-word vi-redo \
    vi-repeat-next-char vi-repeat-prev-char vi-repeat-search-next vi-repeat-search-prev \
    vi-replace-char vi-replace-mode vi-search-next vi-search-prev vi-substitute-char \
    vi-substitute-line vi-to-column vi-to-history-line vi-to-next-char vi-to-prev-char vi-undo \
    vi-undo-line vi-yank vi-yank-end vi-zero
    """.split(separator: " ").map(String.init)
}
