import EpynnCore

extension FixedWidthInteger {
  /// The whole number that a text is, within a range; `nil` for any other text.
  init?(whole text: String, in range: ClosedRange<Self> = Self.min...Self.max) {
    guard let number = Self(text), range.contains(number) else { return nil }
    self = number
  }
}

extension Kind where Value == Int {
  /// How many times.
  static var times: Kind<Int> {
    Kind(Grammar(wanted: "a number of times")) { word, _ throws(Complaint) in
      guard let count = Int(whole: word.text, in: 1...Int.max) else {
        throw Complaint(.notACount(word.text), at: word.column)
      }
      return count
    }
  }

  /// So many of something, between two bounds that are said.
  ///
  /// - Parameter isMeant: which words are meant for it where others are free too.
  static func whole(
    _ range: ClosedRange<Int>, of noun: String, wanted: String,
    isMeant: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Kind<Int> {
    whole(range, wanted: wanted, sentence: "\(range.lowerBound) to \(range.upperBound) \(noun)")
      .meant(isMeant)
  }

  /// So many of something, without a bound above that anyone would meet.
  static func whole(
    from start: Int, atMost limit: Int = .max, of noun: String? = nil, wanted: String
  ) -> Kind<Int> {
    let what = ["a whole number", noun.map { "of \($0)" }].compactMap { $0 }.joined(separator: " ")
    let bound = limit < Int.max ? ", \(limit) at most" : ""
    return whole(start...limit, wanted: wanted, sentence: "\(what) from \(start) on\(bound)")
  }

  /// A place in a row that is counted, as epochs and layers are.
  static func number(from start: Int) -> Kind<Int> {
    Kind(Grammar(wanted: "a number")) { word, _ throws(Complaint) in
      guard let number = Int(whole: word.text, in: start...Int.max) else {
        throw Complaint(.notAWholeNumber(word.text, from: start), at: word.column)
      }
      return number
    }
  }

  private static func whole(
    _ range: ClosedRange<Int>, wanted: String, sentence: String
  ) -> Kind<Int> {
    Kind(Grammar(wanted: wanted)) { word, name throws(Complaint) in
      guard let number = Int(whole: word.text, in: range) else {
        throw Complaint(.badValue(word.text, of: name, wanted: sentence), at: word.column)
      }
      return number
    }
  }
}

extension Kind where Value == Double {
  /// A finite number that fulfils a condition, which is said.
  static func number(
    _ sentence: String, wanted: String, where isRight: @escaping @Sendable (Double) -> Bool
  ) -> Kind<Double> {
    Kind(Grammar(wanted: wanted)) { word, name throws(Complaint) in
      guard let number = Double(word.text), number.isFinite, isRight(number) else {
        throw Complaint(.badValue(word.text, of: name, wanted: sentence), at: word.column)
      }
      return number
    }
  }
}

extension Kind {
  /// The same, for words that are meant for it alone.
  func meant(_ isMeant: @escaping @Sendable (String) -> Bool) -> Kind {
    var kind = self
    kind.grammar.isMeant = isMeant
    return kind
  }
}

extension Option<Int> {
  /// `layer K`: of that layer alone.
  static func layer(
    after other: (any SignaturePart)? = nil,
    where isAllowed: @escaping @Sendable (Given) -> Bool = { _ in true }
  ) -> Option {
    var kind = Kind.number(from: 1)
    kind.grammar.offers = { context in
      context.session.machine.layers.indices.map { Suggestion("\($0 + 1)") }
    }
    return Option("layer", "K", kind, after: other, where: isAllowed)
  }
}
