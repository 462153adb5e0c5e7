import EpynnCore
import Testing

@testable import EpynnShell

/// Commands that take several names, with spaces or commas between them.
@Suite struct SeveralNamesTests {
  private func answers(_ lines: [String]) -> [String] {
    var session = Session()
    return lines.map { session.respond(to: $0, from: .script).text }
  }

  @Test(arguments: [
    ("freeze b", "the update leaves b alone; its gradient is computed all the same\n"),
    ("freeze W b", "the update leaves W and b alone; their gradients are computed all the same\n"),
    ("freeze b, b", "the update leaves b alone; its gradient is computed all the same\n"),
    ("freeze w", "the update leaves W alone; its gradient is computed all the same\n"),
    ("freeze w1 b", "the update leaves W and b alone; their gradients are computed all the same\n"),
    ("unfreeze b W b", "the update moves b and W again\n"),
  ])
  func theSentenceIsAboutAllThatIsNamed(line: String, sentence: String) {
    #expect(answers([line])[0] == sentence)
  }

  @Test func whatAConventionHoldsIsToldBesideWhatMoves() {
    let said = answers(["convention mazur", "unfreeze W b", "unfreeze b", "freeze W", "unfreeze W"])
    #expect(
      said[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        == "the update moves W again; b stays as it is by a convention; 'convention biases-frozen"
        + " off' lets every b move")
    #expect(
      said[2].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        == "b stays as it is by a convention; 'convention biases-frozen off' lets every b move")
    #expect(said[4] == "the update moves W again\n")
  }

  /// The mark stands under the word that is wrong, wherever it stands among several.
  @Test(arguments: [
    ("freeze W, q", "q"), ("freeze W b Z", "Z"), ("freeze b b7", "b7"), ("unfreeze  W   q", "q"),
    ("cover W, q", "q"), ("cover W dW[0,1]", "dW[0,1]"), ("reveal W q", "q"),
    ("show W q", "q"),
  ])
  func theMarkStandsUnderTheWrongWord(line: String, word: String) {
    let said = answers([line])[0].split(separator: "\n").map(String.init)
    let place = said.firstIndex { $0.contains("^") } ?? 0
    #expect(place > 0, "\(said)")
    guard place > 0 else { return }
    let column = said[place].prefix { $0 == " " }.count
    #expect(said[place - 1].dropFirst(column).hasPrefix(word), "\(said)")
  }

  @Test func namesMayBeSmallWhereverSeveralAreTaken() {
    let said = answers(["cover w db", "cover", "reveal w", "cover", "show w, b"])
    #expect(said[0] == "W and db are shown as '?' until 'reveal'\n")
    #expect(said[1] == "covered: W and db\n")
    #expect(said[2].hasPrefix("W (3, 2)"))
    #expect(said[3] == "covered: db\n")
    #expect(said[4].contains("W (3, 2)") && said[4].contains("b (1, 2)"))
  }
}
