/// A file to write, as it was typed: its name, and whether one that is there may go.
struct FileTarget {
  let name: String
  let replaces: Bool
  let column: Int

  /// `FILE.md` or `FILE.md replace`.
  ///
  /// - Throws: `Problem.missing`, or `.badValue` where the name ends otherwise.
  init(_ arguments: Arguments, command: String, suffix: String) throws(Complaint) {
    guard !arguments.text.isEmpty else { throw Complaint(.missing("a file", in: command)) }
    let words = arguments.words
    replaces = words.count > 1 && words.last?.text == "replace"
    let text = replaces ? String(arguments.text.dropLast("replace".count)) : arguments.text
    name = Session.unquoted(text.trimmingSpaces)
    column = arguments.column
    guard name.hasSuffix(suffix) else {
      throw Complaint(
        .badValue(name, of: command, wanted: "a name that ends in \(suffix)"), at: column)
    }
  }
}
