import EpynnCore

/// A line as a command word and what follows it.
struct Arguments: Sendable {
  /// The first word, letters only.
  private(set) var command: String
  let commandColumn: Int
  /// The column behind the first word.
  let commandEnd: Int
  /// What follows the word, from its first character that is no space.
  let text: String
  /// The column at which `text` begins.
  let column: Int
  /// Whether a space parts it from the word.
  let followsSpace: Bool

  /// The parts of a line that begins with a word; `nil` for any other.
  init?(_ line: String) {
    let characters = Array(line.unicodeScalars)
    var place = characters.prefix { $0.properties.isWhitespace }.count
    commandColumn = place
    let start = place
    while place < characters.count, characters[place].isWordPart { place += 1 }
    guard place > start, !("0"..."9").contains(characters[start]) else { return nil }
    command = Self.string(characters[start..<place])
    commandEnd = place
    while place < characters.count, characters[place].properties.isWhitespace { place += 1 }
    followsSpace = place > commandEnd
    column = place
    text = Self.string(characters[place...]).trimmingSpaces
  }

  /// The same under the command's full name.
  func named(_ name: String) -> Arguments {
    var copy = self
    copy.command = name
    return copy
  }

  /// Whether it is called as a function is, with nothing between its brackets.
  var isCall: Bool { text == "()" }

  /// The words of the arguments with their columns; brackets and quotes hold one together.
  var words: [Word] {
    WordSplitter.words(of: text, from: column)
  }

  struct Word: Sendable, Equatable {
    let text: String
    let column: Int

    /// The column behind it.
    var end: Int { column + text.unicodeScalars.count }
  }

  /// What stands between two columns, as a word.
  func word(from start: Int, to end: Int) -> Word {
    let scalars = text.unicodeScalars.dropFirst(start - column).prefix(end - start)
    return Word(text: String(scalars), column: start)
  }

  /// Whether an operator follows, so that the word is a name in a formula and no command.
  func continuesFormula(named command: Command?) -> Bool {
    guard let first = text.first else { return false }
    // A path begins with '/' too.
    if first == "/", command?.signature.takesFile == true {
      return text.hasPrefix("/=")
    }
    switch first {
    case "=", "*", "/", "@", "<", ">", "!", "·", "⊙", "×", "'", "′", "ᵀ", "≤", "≥", "≠":
      return true
    case "[":
      // `heat [[1, 2]]` is a command and its matrix, `loss [0]` a cell.
      return !followsSpace || command == nil || Vocabulary.isName(self.command)
    case ".":
      return !followsSpace
    case "+", "-", "−":
      let next = text.dropFirst().first
      if next == "=" { return true }
      return !(followsSpace && next?.isWhitespace == false)
    case "(":
      return command == nil || Vocabulary.functions.contains(self.command)
        || self.command == "loss"
    default:
      return false
    }
  }

  private static func string(_ characters: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters)
    return String(view)
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
      || self == "_" || ("\u{0391}"..."\u{03C9}").contains(self)
  }
}
