/// Text as shells read it.
enum ShellWord {
  /// A text between single quotes, of which nothing is read as a sign.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// The first sentence without its stop, for lists.
  static func label(_ summary: String) -> String {
    let end = summary.firstRange(of: ". ")?.lowerBound ?? summary.endIndex
    let sentence = summary[..<end]
    return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
  }
}
