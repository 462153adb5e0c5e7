/// A name of a file in its words, and what the words beside them say.
struct NameParts {
  /// Without the number and the words of the gradient and the update.
  private(set) var words: [String] = []
  private(set) var number: Int?
  private(set) var isGradient = false
  private(set) var isUpdated = false

  /// More letters name no tensor.
  private static let limit = 200

  /// No network has more layers.
  static let layerLimit = 1_000_000

  /// `nil` where two numbers stand in it, or nothing but signs.
  init?(_ name: String) {
    guard name.utf8.count <= Self.limit else { return nil }
    var run = ""
    for letter in name + "." {
      if let last = run.last, !Self.isWord(letter) || Self.isDigit(letter) != Self.isDigit(last) {
        guard take(run) else { return nil }
        run = ""
      }
      if Self.isWord(letter) { run.append(letter) }
    }
    guard !words.isEmpty else { return nil }
  }

  /// Whether a run of letters or digits may stand where it does.
  private mutating func take(_ run: String) -> Bool {
    if let count = Int(run) {
      guard count <= Self.layerLimit, number == nil || number == count else { return false }
      number = count
      return true
    }
    switch run.lowercased() {
    case "grad", "gradient", "d":
      guard !isGradient else { return false }
      isGradient = true
    case "new", "updated": isUpdated = true
    default: words.append(run)
    }
    return !run.contains(where: Self.isDigit)
  }

  private static func isDigit(_ letter: Character) -> Bool { ("0"..."9").contains(letter) }

  private static func isWord(_ letter: Character) -> Bool { letter.isLetter || isDigit(letter) }
}
