import Testing

@testable import EpynnCore

/// "Did you mean": a short word may be off by one letter, one of four by two, a longer one by three.
@Suite struct NearestTests {
  @Test(arguments: [
    ("stp", "step"), ("rn", "run"), ("run", nil), ("rum", "run"), ("RUN", "run"), ("xun", "run"),
    ("xux", nil), ("sepp", "step"), ("lyaer", "layer"), ("laxxr", "layer"), ("lxxxr", nil),
    ("ntewrok", "network"), ("ntwk", nil), ("xxxwork", "network"), ("xxxxork", nil), ("", nil),
    ("a", nil),
  ])
  func theWordThatTheFewestSlipsLeadTo(word: String, found: String?) {
    #expect(
      Nearest.match(for: word, among: ["run", "step", "layer", "network"]) == found, "\(word)")
  }

  @Test(arguments: [
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("abc", "", 3), ("same", "same", 0),
    ("flaw", "lawn", 2),
  ])
  func slipsAreCounted(word: String, other: String, slips: Int) {
    #expect(Nearest.slips(from: Array(word), to: Array(other)) == slips)
    #expect(Nearest.slips(from: Array(other), to: Array(word)) == slips)
  }
}
