/// Text as shells read it.
enum ShellWord {
  /// A text between single quotes, of which nothing is read as a sign.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// Without the stop, for lists.
  static func label(_ summary: String) -> String {
    summary.hasSuffix(".") ? String(summary.dropLast()) : summary
  }
}
