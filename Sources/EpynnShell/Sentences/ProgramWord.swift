/// A word that begins a statement of a program, and what is typed here in its place.
struct ProgramWord: Sendable, Equatable {
  let word: String
  private let instead: String

  private init(_ word: String, _ instead: String) {
    self.word = word
    self.instead = instead
  }

  /// What was met, and what works here.
  var sentence: String { "'\(word)' is programming, which is not run here; \(instead)" }

  /// The table of such words.
  static let all: [ProgramWord] =
    words(
      ["def", "lambda", "class"],
      "'activation = …' makes an activation of Z, and 'help formulas' lists the functions there are"
    )
    + words(
      ["for", "while"], "'train 100' repeats iterations, 'run' runs one, 'step 3' three steps")
    + words(
      ["if", "elif", "else"],
      "'where(Z > 0, A, 0)' chooses cell by cell, 'break dW' stops at a step")
    + words(["with"], "type the formulas inside it, without the indentation")
    + words(
      ["return", "yield"], "type the formula behind it alone, or 'v = …' to keep it")
    + words(
      ["try", "except", "finally"], "a line that fails here leaves all as it was")
    + words(["assert"], "type the comparison behind it alone, as 'X.shape == (4, 3)'")
    + words(["raise", "global", "nonlocal", "pass", "async", "await"], "leave it out")
    + words(
      ["from", "import"],
      "NumPy's names are known without it, 'dense 2 relu' makes a layer, and 'verify FILE' compares"
        + " what a program saved")
    + words(["del"], "a variable that is set again is another one, and 'new' drops all")
    + words(["plt"], "'plot' draws the curves, 'heat W' a matrix")
    + words(["%", "!", "@"], "leave the line out")

  private static func words(_ words: [String], _ instead: String) -> [ProgramWord] {
    words.map { ProgramWord($0, instead) }
  }

  /// The word that begins a line of a program; `nil` for any other line.
  init?(beginning line: String) {
    let text = line.trimmingSpaces
    let first = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = text.dropFirst(first.count).drop { $0 == " " }
    guard let found = Self.all.first(where: { $0.matches(String(first), text, rest: rest) }) else {
      return nil
    }
    self = found
  }

  private func matches(_ first: String, _ text: String, rest: Substring) -> Bool {
    switch word {
    case "@", "%", "!": text.hasPrefix(word) && text.dropFirst().first?.isLetter == true
    // Words of this program's own, unless a program goes on behind them.
    case "try": first == word && rest == ":"
    case "import": first == word && !rest.hasPrefix("numpy") && !rest.isEmpty
    case "plt": first == word && rest.hasPrefix(".")
    case "else", "finally": first == word && rest.hasPrefix(":")
    case "pass": first == word && rest.isEmpty
    case "lambda": text.contains("lambda ") && text.contains(":")
    default: first == word && !rest.hasPrefix("=") && !rest.hasPrefix(".")
    }
  }
}
