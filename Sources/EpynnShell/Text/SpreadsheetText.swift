/// Text as a cell of a table that a spreadsheet opens: it stays text there, whatever it is.
///
/// What begins as a formula gets an apostrophe in front, and so does what begins with one. A
/// spreadsheet that parts cells at semicolons finds none behind a semicolon either.
enum SpreadsheetText {
  /// The field of a table whose cell holds the text, in quotes, on one line, without a character
  /// that a terminal obeys.
  static func field(_ text: String) -> String {
    "\"\(marked(text.onOneLine.visible).doubling("\""))\""
  }

  /// Texts as one cell, `;` between them and doubled within them.
  static func list(_ texts: [String]) -> String {
    texts.map { $0.doubling(";") }.joined(separator: "; ")
  }

  /// The texts of a list; none of an empty one.
  static func texts(of list: String) -> [String] {
    guard !list.isEmpty else { return [] }
    var texts = [""]
    var scalars = list.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == ";", scalars.first != ";" {
        if scalars.first == " " { scalars.removeFirst() }
        texts.append("")
      } else {
        if scalar == ";" { scalars.removeFirst() }
        texts[texts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return texts
  }

  /// The text of a cell without its marks.
  static func text(of cell: String) -> String {
    var text = String.UnicodeScalarView()
    var scalars = cell.unicodeScalars[...]
    var isStart = true
    while let scalar = scalars.popFirst() {
      guard isStart, scalar == mark, let next = scalars.first, signs.contains(next) else {
        text.append(scalar)
        isStart = begins(behind: scalar, isStart)
        continue
      }
      text.append(next)
      scalars.removeFirst()
      isStart = false
    }
    return String(text)
  }

  /// What begins a formula, and the mark itself; some read the wide signs too.
  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", mark]
  private static let mark: Unicode.Scalar = "'"

  private static func marked(_ text: String) -> String {
    var cell = String.UnicodeScalarView()
    var isStart = true
    for scalar in text.unicodeScalars {
      if isStart, signs.contains(scalar) { cell.append(mark) }
      cell.append(scalar)
      isStart = begins(behind: scalar, isStart)
    }
    return String(cell)
  }

  /// Whether a formula could begin behind a letter: at a start, or behind a `;`, spaces left out.
  private static func begins(behind scalar: Unicode.Scalar, _ isStart: Bool) -> Bool {
    scalar == ";" || isStart && scalar.properties.isWhitespace
  }
}

extension String {
  /// The text with a space for each line break.
  var onOneLine: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
  }
}
