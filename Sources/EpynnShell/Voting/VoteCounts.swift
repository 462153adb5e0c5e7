/// How many voted for each letter: `11 12 5 2`, or `A 11 B 12`.
struct VoteCounts {
  let votes: [Int]

  /// More than any room holds.
  static let limit = 9999

  /// - Returns: `nil` where the line is something else.
  /// - Throws: `VoteFault` where it was meant as votes and is none.
  init?(_ line: String, letters: [String]) throws(VoteFault) {
    let words = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    if let lettered = try Self.lettered(words, letters) {
      votes = lettered
      return
    }
    guard let first = words.first, Self.isNumeric(first) else { return nil }
    votes = try words.map { word throws(VoteFault) in try Self.count(word) }
    guard votes.count == letters.count else {
      throw .wrongNumber(votes.count, letters: letters)
    }
  }

  /// Counts behind letters, those left out having none; `nil` where a line does not read so.
  private static func lettered(
    _ words: [String], _ letters: [String]
  ) throws(VoteFault) -> [Int]? {
    guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: words.count, by: 2).map { place in
      (letter: words[place].filter { $0 != ":" }.uppercased(), count: words[place + 1])
    }
    guard
      pairs.allSatisfy({ pair in
        pair.letter.count == 1 && pair.letter.first?.isLetter == true && isNumeric(pair.count)
      })
    else { return nil }
    var votes: [String: Int] = [:]
    for (letter, count) in pairs {
      guard letters.contains(letter) else { throw .noLetter(letter, letters: letters) }
      guard votes[letter] == nil else { throw .repeatedLetter(letter) }
      votes[letter] = try Self.count(count)
    }
    return letters.map { votes[$0] ?? 0 }
  }

  private static func isNumeric(_ word: String) -> Bool {
    word.first.map { $0.isNumber || "+-−–.".contains($0) } ?? false
  }

  private static func count(_ word: String) throws(VoteFault) -> Int {
    let digits = word.unicodeScalars.drop { "-−–".unicodeScalars.contains($0) }
    let isWhole = !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
    guard isWhole else { throw .noCount(word) }
    guard digits.count == word.unicodeScalars.count else { throw .negative(word) }
    guard let count = Int(word), count <= limit else { throw .tooLarge(word, limit: limit) }
    return count
  }
}
