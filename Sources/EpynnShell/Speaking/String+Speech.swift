extension Character {
  /// Whether it is a letter on the line, as words have them.
  var isSaid: Bool { isLetter && Sign.small[self] == nil && !Sign.isWritten(self) }

  var isDigit: Bool { isASCII && isNumber }
}

extension Sign {
  static func isWritten(_ character: Character) -> Bool {
    all.contains { $0.written.first == character }
  }
}

extension String {
  /// What is typed, without signs that no keyboard has.
  var typable: String {
    if allSatisfy(\.isASCII) { return self }
    var text = ""
    for character in self {
      if character.isASCII || character.isSaid {
        text.append(character)
      } else {
        text += Sign.typed[character] ?? Sign.small[character].map(String.init) ?? character.name
      }
    }
    return text
  }

  /// One space in place of several, none before a comma.
  var withSingleSpaces: String {
    var text = ""
    for piece in split(separator: " ", omittingEmptySubsequences: false) {
      if !text.isEmpty, !text.hasSuffix(" ") { text += " " }
      text += piece
    }
    return text.trimmingSpaces.replacing(" ,", with: ",").replacing(",,", with: ",")
  }

  /// A Greek letter by itself under its name.
  var spokenLetter: String {
    guard count == 1, let scalar = unicodeScalars.first, (0x370...0x3FF).contains(scalar.value)
    else { return self }
    return Character(scalar).name
  }

  /// `4, 3` as 4 by 3, `m, n` as m by n.
  var saidAsShape: String? {
    let sides = split(separator: ",", omittingEmptySubsequences: false).map(\.trimmingSpaces)
    guard sides.count == 2,
      sides.allSatisfy({ Int($0) != nil || ["m", "n", "u", "?"].contains($0) })
    else { return nil }
    return sides.map { $0 == "?" ? "hidden" : $0 }.joined(separator: " by ")
  }

  /// `0,1` as row 0, column 1; with a space behind the comma it is a list.
  var saidAsCell: String? {
    let places = split(separator: ",", omittingEmptySubsequences: false).map {
      Int(whole: String($0))
    }
    guard places.count == 2, let row = places[0], let column = places[1] else { return nil }
    return "row \(row), column \(column)"
  }

  /// What stands between brackets of its own: a list, rows, or what may be left out.
  var saidInBrackets: String {
    if contains("…") || contains("...") { return "[\(typable)]" }
    if hasPrefix("[") {
      let rows = split(separator: "]").map { $0.drop { "[, ".contains($0) } }.filter { !$0.isEmpty }
      return "rows "
        + rows.map { String($0).saidItems.joined(separator: ", ") }
        .joined(separator: "; ")
    }
    if first?.isLetter == true, !contains(",") { return "optionally \(Speaker.said(self))" }
    return saidItems.joined(separator: ", ")
  }

  /// The items between commas that no bracket holds.
  var saidItems: [String] {
    var items = [""]
    var depth = 0
    for character in self {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    return items.map { Speaker.said($0) }.filter { !$0.isEmpty }
  }

  /// Whether it is a formula rather than words: signs, and no two words beside each other.
  var isFormula: Bool {
    guard contains(where: { "+-−×·⊙/*=".contains($0) }) else { return false }
    let words = split(separator: " ")
    return !zip(words, words.dropFirst()).contains { left, right in
      [left, right].allSatisfy { $0.count > 1 && $0.allSatisfy(\.isLetter) }
    }
  }

  /// Another end in place of the spaces there.
  mutating func replaceEnd(with end: String) {
    while last?.isWhitespace == true { removeLast() }
    self += end
  }
}

extension Character {
  /// What a sign by itself is called.
  var signName: String {
    if isASCII { return self == "|" ? "bar" : String(self) }
    return Sign.typed[self] == "..." ? "..." : name.trimmingSpaces
  }

  /// Its name in Unicode's list, in small letters; of a letter the letter's.
  fileprivate var name: String {
    guard let name = unicodeScalars.first?.properties.name?.lowercased() else { return "" }
    guard isLetter else { return " \(name) " }
    let letter = name.split(separator: " ").last.map(String.init) ?? name
    return unicodeScalars.first?.properties.generalCategory == .modifierLetter
      ? " superscript \(letter) " : letter
  }
}
