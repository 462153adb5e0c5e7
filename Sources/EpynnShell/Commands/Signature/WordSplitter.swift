/// Splits what follows a command at its spaces, but not within brackets or quotes.
struct WordSplitter {
  private var words: [Arguments.Word] = []
  private var current = String.UnicodeScalarView()
  private var start = 0
  /// The column of the character that comes next.
  private var column: Int
  private var depth = 0
  /// The mark that ends what is quoted; `nil` outside.
  private var quote: Unicode.Scalar?

  init(column: Int) { self.column = column }

  mutating func add(_ scalar: Unicode.Scalar) {
    defer { column += 1 }
    guard !scalar.properties.isWhitespace || depth > 0 || quote != nil else { return close() }
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
    guard !current.isEmpty else { return }
    words.append(Arguments.Word(text: String(current), column: start))
    current = String.UnicodeScalarView()
  }
}
