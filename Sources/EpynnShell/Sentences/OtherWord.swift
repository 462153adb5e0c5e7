/// A word that people know from elsewhere, and the command that does here what it says.
struct OtherWord: Sendable {
  /// With "()" where it is from elsewhere only when called.
  let word: String
  /// Which command is meant; NAME stands for the name that follows the word.
  private let meant: String

  private init(_ word: String, _ meant: String) {
    self.word = word
    self.meant = meant
  }

  /// The table of such words.
  static let all: [OtherWord] = [
    OtherWord("reset", "'restart' stands before the first step again, 'new' empties the layer"),
    OtherWord("list", "'show steps' lists the steps, 'show all' the values there are"),
    OtherWord("ls", "'show all' lists the values there are"),
    OtherWord("info", "'status' says where one stands, 'show all' the values there are"),
    OtherWord("shape", "'NAME.shape' is the shape of NAME, 'show shapes' has them all"),
    OtherWord("layers", "'show network' lists the layers"),
    OtherWord("summary", "'show network' lists the layers"),
    OtherWord("continue", "'run' runs the rest of the iteration"),
    OtherWord("forward", "'goto loss' runs the steps up to the loss"),
    OtherWord("backward", "'run' runs the rest of the iteration"),
    OtherWord("fit", "'train 100' trains 100 epochs"),
    OtherWord("exit()", "'quit' leaves"),
    OtherWord("quit()", "'quit' leaves"),
  ]

  /// The word that a line begins with; with "()" behind it a command is one too.
  static func called(by line: Arguments) -> OtherWord? {
    let word = line.command
    guard line.isCall else { return named(word) }
    let meant =
      (named(word + "()") ?? named(word))?.meant
      ?? Command.exact(word).map { "'\($0.name)' alone does it" }
    return meant.map { OtherWord(word + "()", $0) }
  }

  static func named(_ word: String) -> OtherWord? { all.first { $0.word == word } }

  /// Which command is meant, where a text follows the word.
  func meant(of text: String) -> String {
    let isName = text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber }
    return meant.replacing("NAME", with: isName ? text : "W")
  }
}
