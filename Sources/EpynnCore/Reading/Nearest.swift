/// The nearest word, for "did you mean".
package enum Nearest {
  /// The candidate that the fewest slips lead to; `nil` where none is near.
  ///
  /// A slip is a letter missing, added, changed, or swapped with its neighbour.
  package static func match(for word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.prefix(32))
    guard !letters.isEmpty else { return nil }
    let allowed = letters.count <= 3 ? 1 : letters.count <= 5 ? 2 : 3
    var best: (word: String, slips: Int)?
    for candidate in candidates where candidate != word {
      let other = Array(candidate)
      guard abs(other.count - letters.count) <= allowed else { continue }
      let sameButCase = candidate.lowercased() == word.lowercased()
      let slips = sameButCase ? 0 : slips(from: letters, to: other)
      let wholeWord = max(letters.count, other.count)
      if slips <= allowed, slips < wholeWord, slips < best?.slips ?? .max {
        best = (candidate, slips)
      }
    }
    return best?.word
  }

  /// The fewest slips that lead from a word to another.
  package static func slips(from word: [Character], to other: [Character]) -> Int {
    var twoBack: [Int] = []
    var previous = Array(0...other.count)
    for (i, letter) in word.enumerated() {
      var current = [i + 1]
      for (j, target) in other.enumerated() {
        var cost = min(
          previous[j] + (letter == target ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, letter == other[j - 1], word[i - 1] == target {
          cost = min(cost, twoBack[j - 1] + 1)
        }
        current.append(cost)
      }
      twoBack = previous
      previous = current
    }
    return previous[other.count]
  }
}
