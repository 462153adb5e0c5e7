import EpynnCore

/// Which of several choices is meant: by its text, its letter, or a beginning that is no other's.
enum ChoiceAnswer: Equatable {
  case choice(Int)
  /// The letters of those that it may be.
  case several([String])
  /// A letter, or a number, that no choice has.
  case noLetter
  case none

  init(_ typed: String, among choices: [String]) {
    let text = typed.withoutCaseAndSpaces
    let texts = choices.map(\.withoutCaseAndSpaces)
    let letter = Self.place(ofLetter: text)
    let isMarked = text != text.filter(\.isLetter)
    let written = texts.firstIndex(of: text) ?? Self.place(ofNumber: typed, among: choices)
    let lettered = letter.flatMap { choices.indices.contains($0) ? $0 : nil }
    switch (written, lettered) {
    case (let written?, let lettered?) where written != lettered && !isMarked:
      self = .several([written, lettered].sorted().map(Self.letter))
    case (let written?, _): self = .choice(written)
    case (nil, let lettered?): self = .choice(lettered)
    case (nil, nil):
      let begun = texts.indices.filter { Self.begins(texts[$0], with: text) }
      if begun.count == 1 {
        self = .choice(begun[0])
      } else if begun.count > 1 {
        self = .several(begun.map(Self.letter))
      } else {
        // 'h' and 'q' help and leave wherever they are typed.
        let isItem =
          letter.map { Command.exact(Self.letter($0))?.group != .rest } ?? (Double(text) != nil)
        self = isItem ? .noLetter : .none
      }
    }
  }

  /// `a` for the first.
  static func letter(_ place: Int) -> String {
    String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(place, 25))))
  }

  /// `b`, `(b)`, `b)` and `b.`.
  private static func place(ofLetter text: String) -> Int? {
    var bare = text[...]
    if bare.hasPrefix("(") { bare = bare.dropFirst() }
    if bare.hasSuffix(")") || bare.hasSuffix(".") { bare = bare.dropLast() }
    guard bare.unicodeScalars.count == 1, let scalar = bare.unicodeScalars.first,
      ("a"..."z").contains(scalar)
    else { return nil }
    return Int(scalar.value - UnicodeScalar("a").value)
  }

  /// The choice that is the same number, `-9.0` for `-9`.
  private static func place(ofNumber typed: String, among choices: [String]) -> Int? {
    guard let number = Double(typed.trimmingSpaces.withDecimalPoint) else { return nil }
    return choices.firstIndex { Double($0.trimmingSpaces) == number }
  }

  /// A number is not begun by its first digits.
  private static func begins(_ text: String, with beginning: String) -> Bool {
    guard !beginning.isEmpty, text.hasPrefix(beginning), let last = beginning.last else {
      return false
    }
    let next = text.dropFirst(beginning.count).first
    return !(last.isNumber || last == "-") || next.map { !$0.isNumber && $0 != "." } ?? true
  }
}
