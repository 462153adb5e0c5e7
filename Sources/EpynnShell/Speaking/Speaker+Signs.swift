/// Signs between words and numbers, and what they are called there.
extension Speaker {
  mutating func saySign() -> Bool {
    if sayRaised() || sayBars() || sayPower() || sayFraction() || sayEqual() { return true }
    guard let sign = Sign.all.first(where: isHere) else { return false }
    defer { place += sign.written.count }
    let isFirst = said.allSatisfy(\.isWhitespace)
    switch sign.written {
    // What is left out at the beginning is said behind.
    case "…" where isFirst: break
    // A list's mark.
    case "-" where isFirst, "*" where isFirst, ">" where isFirst: break
    case "·" where !isBetweenFormulas: said.replaceEnd(with: ", ")
    case "Σ", "∑":
      said += " sum " + (self[place + 1].map { Sign.small[$0] != nil } == true ? "" : "of ")
    default: said.replaceEnd(with: " \(sign.said) ")
    }
    return true
  }

  private func isHere(_ sign: Sign) -> Bool {
    guard text[place...].starts(with: sign.written) else { return false }
    guard sign.standsApart else { return true }
    let next = self[place + sign.written.count]
    return before?.isWhitespace ?? true
      && next.map { $0.isWhitespace || ".,;:)".contains($0) } ?? true
  }

  /// Small letters above or below: `xᵏ`, `Σₘ`.
  private mutating func sayRaised() -> Bool {
    guard Sign.small[here] != nil else { return false }
    var end = place
    while let next = self[end], Sign.small[next] != nil { end += 1 }
    let letters = text[place..<end].compactMap { Sign.small[$0].map(String.init) }
      .joined().replacing("-", with: " minus ").replacing("+", with: " plus ")
      .replacing("=", with: " from ")
    let isOver = "Σ∑".contains(before ?? " ")
    said += isOver ? "over \(letters) of " : " \(letters) "
    place = end
    return true
  }

  /// `a**2`.
  private mutating func sayPower() -> Bool {
    guard here == "*", self[place + 1] == "*", before.map({ !$0.isWhitespace }) ?? false,
      let next = self[place + 2], !next.isWhitespace
    else { return false }
    let isSquare = next == "2" && self[place + 3]?.isDigit != true
    said += isSquare ? " squared" : " to the power of "
    place += isSquare ? 3 : 2
    return true
  }

  /// `y/a`: of words it is a choice or a path, and stays.
  private mutating func sayFraction() -> Bool {
    guard here == "/", before?.isSaid == true, self[place + 1]?.isSaid == true,
      self[place + 2]?.isSaid != true, self[place + 2] != "/"
    else { return false }
    said += " over "
    place += 1
    return true
  }

  /// `n = 3 is not m = 4` says what sizes are; a second one in a clause, what something comes to.
  private mutating func sayEqual() -> Bool {
    guard here == "=", before?.isWhitespace ?? true, self[place + 1]?.isWhitespace ?? true else {
      return false
    }
    place += 1
    guard !said.allSatisfy(\.isWhitespace) else { return true }
    let next = text[place...].split(separator: " ", maxSplits: 2).map { String($0) }
    let clause =
      String(text[..<(place - 1)]).replacing(" and ", with: ";")
      .split { ",;:".contains($0) }.last.map(String.init) ?? ""
    let isSize =
      next.count > 1 && Double(next[0]) != nil && next[1] == "is" || clause.contains(" is not ")
    let isSecond = clause.contains(" = ")
    said.replaceEnd(with: isSize ? " of " : isSecond ? ", that is " : " is ")
    return true
  }

  /// `|z|` is a size; `on|off` a choice.
  private mutating func sayBars() -> Bool {
    guard here == "|" else { return false }
    if before.map({ !$0.isWhitespace && $0 != "(" }) ?? false {
      said += " or "
      place += 1
      return true
    }
    guard let end = text[(place + 1)...].firstIndex(of: "|"), end > place + 1,
      !text[(place + 1)..<end].contains(where: \.isWhitespace)
    else { return false }
    said += "the size of \(Self.said(String(text[(place + 1)..<end])))"
    place = end + 1
    return true
  }

  /// Whether what stands on both sides of a dot looks like a formula.
  private var isBetweenFormulas: Bool {
    func looks(_ word: some StringProtocol) -> Bool {
      !word.isEmpty
        && (word.count <= 3 || word.contains { !$0.isASCII || "[]()0123456789".contains($0) })
    }
    let left = text[..<place].reversed().drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    let right = text[(place + 1)...].drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    return looks(String(left)) && looks(String(right))
  }
}
