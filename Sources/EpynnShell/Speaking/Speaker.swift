import EpynnCore

/// Says a sentence: words for its signs, numbers and shapes; what stands in quotes is typed, and
/// stays.
///
/// Formulas are spelled in words before they get into a sentence; this is for what sentences have
/// besides, and for those of lessons.
struct Speaker {
  let text: [Character]
  var place = 0
  var said = ""

  private init(_ text: some Sequence<Character>) {
    self.text = Array(text)
  }

  static func said(_ text: some StringProtocol) -> String {
    var speaker = Speaker(text)
    while speaker.place < speaker.text.count { speaker.goOn() }
    return speaker.said.withSingleSpaces
  }

  subscript(_ index: Int) -> Character? { text.indices.contains(index) ? text[index] : nil }
  var here: Character { text[place] }
  var before: Character? { self[place - 1] }

  private mutating func goOn() {
    if sayGap() || sayQuotation() || sayNumber() || sayWord() || sayBrackets() || saySign() {
      return
    }
    sayOther()
  }

  /// A gap keeps columns apart, and is heard as a pause.
  private mutating func sayGap() -> Bool {
    guard here == " ", self[place + 1] == " " else { return false }
    let start = place
    while self[place] == " " { place += 1 }
    // Two are no more than one; a wider gap stands between columns.
    let isPaused = place - start < 3 || said.last.map { ",;:.".contains($0) } ?? true
    said += said.isEmpty ? "" : isPaused ? " " : ", "
    return true
  }

  /// `'mine dW = …'` is typed so; a number alone in quotes is said.
  private mutating func sayQuotation() -> Bool {
    guard here == "'", before.map({ $0.isWhitespace || "(\"".contains($0) }) ?? true,
      let next = self[place + 1], !next.isWhitespace,
      let end = text[(place + 2)...].indices.first(where: {
        text[$0] == "'"
          && (self[$0 + 1].map { $0.isWhitespace || ".,;:)?!\"".contains($0) } ?? true)
      })
    else { return false }
    let quoted = String(text[(place + 1)..<end])
    let isNumber = Double(quoted) != nil
    said += "'" + (isNumber ? quoted.spokenNumber : quoted == "?" ? "hidden" : quoted.typable) + "'"
    place = end + 1
    return true
  }

  /// `-1.5e-07`, `0-15`, `1/4`.
  private mutating func sayNumber() -> Bool {
    var end = place
    let isMinus = "-−".contains(here)
    if isMinus {
      guard before.map({ !$0.isLetter && !$0.isNumber && !")]_'".contains($0) }) ?? true else {
        return false
      }
      end += 1
      if text[end...].starts(with: "inf"), self[end + 3].map(\.isLetter) != true {
        said += "minus infinity"
        place = end + 3
        return true
      }
    }
    let start = end
    guard self[end]?.isDigit == true, before.map({ !$0.isLetter && $0 != "_" }) ?? true else {
      return false
    }
    while self[end]?.isDigit == true { end += 1 }
    if self[end] == ".", self[end + 1]?.isDigit == true {
      end += 1
      while self[end]?.isDigit == true { end += 1 }
    }
    if self[end] == "e" {
      let sign = "+-".contains(self[end + 1] ?? " ") ? 1 : 0
      if self[end + 1 + sign]?.isDigit == true {
        end += 1 + sign
        while self[end]?.isDigit == true { end += 1 }
      }
    }
    if self[end] == ".", self[end + 1] == "b" || self[end + 1] == "f" || self[end + 1] == "g" {
      said += "layer \(String(text[start..<end])), "
      place = end + 1
      return true
    }
    said += (isMinus ? "minus " : "") + String(text[start..<end]).spokenNumber
    place = end
    if self[end] == "/", self[end + 1].map({ $0.isDigit || $0 == "m" }) == true {
      said += " over "
      place += 1
    } else if self[end] == "-", self[end + 1]?.isDigit == true {
      said += " to "
      place += 1
    }
    return true
  }

  /// A name with what belongs to it: `dW[0,1]`, `relu′(Z)`, `Wᵀ`, `np.sum(dZ, axis=0)`.
  private mutating func sayWord() -> Bool {
    guard here.isSaid, !here.isDigit || before.map(\.isSaid) == true else { return false }
    var end = place
    while let next = self[end], next.isSaid || next == "_" || next.isDigit { end += 1 }
    let word = String(text[place..<end])
    var name = word.spokenLetter
    place = end
    if sayTyped(after: word) { return true }
    if self[place] == "[", let close = closing(of: place) {
      name += String(text[place...close]).typable
      place = close + 1
    }
    let isSlope = isPrime(behind: word)
    if isSlope { place += 1 }
    if isSlope { name = "slope of " + name }
    if self[place] == "(", let close = closing(of: place), close > place + 1 {
      let arguments = String(text[(place + 1)..<close])
      place = close + 1
      said +=
        Phase.words.contains(word)
        ? "\(word) \(Self.said(arguments))"
        : Spelling.speech.call(name, arguments.saidItems)
      return true
    }
    said += name
    return true
  }

  /// `X.T`, `W1.grad`, `np.sum(dZ, axis=0)`, `axis=0`, `zeros(2, 3)()`: a program's, and typed.
  private mutating func sayTyped(after word: String) -> Bool {
    var end = place
    while self[end] == ".", self[end + 1].map({ $0.isLetter }) == true {
      end += 1
      while let next = self[end], next.isASCII, next.isSaid || next.isDigit || next == "_" {
        end += 1
      }
      if self[end] == "(", let close = closing(of: end) { end = close + 1 }
    }
    if end == place, self[end] == "=", self[end + 1].map({ !$0.isWhitespace && $0 != "=" }) == true
    {
      while let next = self[end], !next.isWhitespace, !",;)".contains(next) { end += 1 }
    }
    if end == place, self[end] == "(", self[end + 1] == ")" { end += 2 }
    guard end > place else { return false }
    said += word + String(text[place..<end]).typable
    place = end
    return true
  }

  private func isPrime(behind word: String) -> Bool {
    guard let mark = self[place], "′'".contains(mark) else { return false }
    if mark == "′" { return true }
    return self[place + 1] == "("
      || Self.functions.contains(word) && self[place + 1]?.isLetter != true
  }

  private static let functions: Set<String> = Set(
    ["act", "loss"] + Activation.Rule.all.map(\.name) + Loss.all.map(\.name))

  /// `(4, 3)` is 4 by 3, `(-3)` minus 3; `[1, -3]` is 1, minus 3; a formula's say where they end.
  private mutating func sayBrackets() -> Bool {
    guard "([".contains(here), let close = closing(of: place) else {
      if "[]".contains(here) {
        place += 1
        return true
      }
      return false
    }
    let inner = String(text[(place + 1)..<close])
    if here == "[" {
      if let cell = inner.saidAsCell {
        place = close + 1
        said += cell + (self[place] == " " ? "," : "")
        return true
      }
      place = close + 1
      said += inner.saidInBrackets
      return true
    }
    if let shape = inner.saidAsShape {
      if text[..<place].last(where: { $0 != " " }) == ")" { said.replaceEnd(with: ", ") }
      said += shape
    } else if Double(inner) != nil {
      said += inner.spokenNumber
    } else if inner.isFormula {
      said += "open paren \(Self.said(inner)) close paren"
    } else {
      return false
    }
    place = close + 1
    return true
  }

  /// The bracket that closes the one at an index.
  private func closing(of index: Int) -> Int? {
    var depth = 0
    for end in text.indices[index...] {
      if "([".contains(text[end]) { depth += 1 }
      if ")]".contains(text[end]) { depth -= 1 }
      if depth == 0 { return end }
    }
    return nil
  }

  private mutating func sayOther() {
    defer { place += 1 }
    // A minus before a letter, as in -y; the dashes of an option stay.
    if here == "-", before.map({ $0.isWhitespace || "([=,".contains($0) }) ?? true,
      self[place + 1]?.isLetter == true
    {
      said += "minus "
      return
    }
    said += String(here).typable
  }
}

extension Phase {
  /// The words that a step's number stands behind.
  fileprivate static let words: Set<String> = [
    Phase.forward.rawValue, Phase.backward.rawValue, Phase.gradients.rawValue,
  ]
}
