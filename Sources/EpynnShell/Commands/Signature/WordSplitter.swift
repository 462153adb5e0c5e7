/// Splits what follows a command at its spaces or commas, but not within brackets or quotes.
struct WordSplitter {
  private var words: [Arguments.Word] = []
  private var current = String.UnicodeScalarView()
  private var start = 0
  /// The column of the character that comes next.
  private var column: Int
  private var depth = 0
  /// The mark that ends what is quoted; `nil` outside.
  private var quote: Unicode.Scalar?

  /// What stands between two words.
  enum Separator { case spaces, commas, spacesAndCommas }

  private let separator: Separator

  init(column: Int, at separator: Separator = .spaces) {
    self.column = column
    self.separator = separator
  }

  /// The words of a text with their columns in a line in which it begins at a column; between
  /// commas alone spaces belong to them, and one may be empty.
  static func words(
    of text: String, from column: Int = 0, at separator: Separator = .spaces
  ) -> [Arguments.Word] {
    var splitter = WordSplitter(column: column, at: separator)
    for scalar in text.unicodeScalars { splitter.add(scalar) }
    return splitter.finish()
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    defer { column += 1 }
    guard !separates(scalar) else { return close() }
    if current.isEmpty { start = column }
    note(scalar)
    current.append(scalar)
  }

  /// The words that a space has ended.
  var wholeWords: [Arguments.Word] { words }

  /// Where the word begins that goes on, or may begin.
  var wordColumn: Int { current.isEmpty ? column : start }

  mutating func finish() -> [Arguments.Word] {
    close()
    return words
  }

  private func separates(_ scalar: Unicode.Scalar) -> Bool {
    guard depth == 0, quote == nil else { return false }
    return switch separator {
    case .spaces: scalar.properties.isWhitespace
    case .commas: scalar == ","
    case .spacesAndCommas: scalar == "," || scalar.properties.isWhitespace
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar) {
    if let quote {
      if scalar == quote { self.quote = nil }
      return
    }
    switch scalar {
    // Elsewhere a quote is a transpose or a slope.
    case "\"", "'": if current.isEmpty { quote = scalar }
    case "(", "[", "{": depth += 1
    case ")", "]", "}": depth = max(depth - 1, 0)
    default: break
    }
  }

  private mutating func close() {
    guard !current.isEmpty || separator == .commas else { return }
    words.append(Arguments.Word(text: String(current), column: start))
    current = String.UnicodeScalarView()
  }
}
