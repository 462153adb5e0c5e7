import EpynnCore

/// A line as a command word and what follows it.
struct Arguments: Sendable {
  /// The first word, letters only.
  private(set) var command: String
  let commandColumn: Int
  /// What follows the word, from its first character that is no space.
  private(set) var text: String
  /// The column at which `text` begins.
  private(set) var column: Int
  private let followsSpace: Bool

  /// The parts of a line that begins with a word; `nil` for any other.
  init?(_ line: String) {
    let characters = Array(line.unicodeScalars)
    var place = characters.prefix { $0.properties.isWhitespace }.count
    commandColumn = place
    let start = place
    while place < characters.count, characters[place].isWordPart { place += 1 }
    guard place > start, !("0"..."9").contains(characters[start]) else { return nil }
    command = Self.string(characters[start..<place])
    let afterWord = place
    while place < characters.count, characters[place].properties.isWhitespace { place += 1 }
    followsSpace = place > afterWord
    column = place
    text = Self.string(characters[place...]).trimmingSpaces
  }

  /// The same under the command's full name.
  func named(_ name: String) -> Arguments {
    var copy = self
    copy.command = name
    return copy
  }

  /// The words of the arguments with their columns.
  var words: [Word] {
    var words: [Word] = []
    var current = ""
    var place = column
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !current.isEmpty {
          words.append(Word(text: current, column: place - current.unicodeScalars.count))
        }
        current = ""
      } else {
        current.unicodeScalars.append(scalar)
      }
      place += 1
    }
    if !current.isEmpty {
      words.append(Word(text: current, column: place - current.unicodeScalars.count))
    }
    return words
  }

  struct Word: Sendable, Equatable {
    let text: String
    let column: Int
  }

  /// The arguments without `layer K` at their end, and K.
  func withoutLayer() throws(Complaint) -> (Arguments, layer: Int?) {
    let words = words
    guard words.count >= 2, words[words.count - 2].text == "layer" else { return (self, nil) }
    let last = words[words.count - 1]
    guard let layer = Int(last.text) else {
      throw Complaint(.notAWholeNumber(last.text), at: last.column)
    }
    var copy = self
    let kept = words[words.count - 2].column - column
    copy.text = Self.string(Array(text.unicodeScalars).prefix(kept)).trimmingSpaces
    return (copy, layer)
  }

  /// What follows the first word of the arguments, as arguments of their own.
  func after(_ word: Word) -> Arguments {
    let rest = text.dropFirst(word.text.count)
    var copy = self
    copy.text = rest.trimmingSpaces
    copy.column =
      column + word.text.unicodeScalars.count
      + rest.unicodeScalars.prefix { $0.properties.isWhitespace }.count
    return copy
  }

  /// Whether an operator follows, so that the word is a name in a formula and no command.
  func continuesFormula(named command: Command?, hasValue: Bool = false) -> Bool {
    guard let first = text.first else { return false }
    // A path begins with '/' too: only a word that has a value can be divided by something.
    if first == "/", command?.takesFile == true, !hasValue {
      return text.hasPrefix("/=")
    }
    switch first {
    case "=", "*", "/", "@", "<", ">", "!", "·", "⊙", "×", "'", "′", "ᵀ", "≤", "≥", "≠":
      return true
    case "[":
      // `heat [[1, 2]]` is a command and its matrix, `loss [0]` a cell.
      return !followsSpace || command == nil || hasValue || Vocabulary.isName(self.command)
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

  /// The arguments as a count of times, 1 where there are none.
  func count() throws(Complaint) -> Int {
    let words = words
    guard let word = words.first else { return 1 }
    guard words.count == 1 else {
      throw Complaint(.surplus(words[1].text, after: command), at: words[1].column)
    }
    guard let count = Int(word.text), count > 0 else {
      throw Complaint(.notACount(word.text), at: word.column)
    }
    return count
  }

  /// Refuses arguments where a command takes none.
  func expectNone() throws(Complaint) {
    if let word = words.first {
      throw Complaint(.surplus(word.text, after: command), at: word.column)
    }
  }

  /// The one word that a command wants.
  func single(_ what: String) throws(Complaint) -> Word {
    let words = words
    guard let word = words.first else { throw Complaint(.missing(what, in: command)) }
    guard words.count == 1 else {
      throw Complaint(.surplus(words[1].text, after: command), at: words[1].column)
    }
    return word
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
