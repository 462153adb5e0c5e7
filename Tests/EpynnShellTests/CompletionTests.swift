import Testing

@testable import EpynnShell

/// What Tab offers for the word before the cursor.
@Suite struct CompletionTests {
  private func offers(_ line: String, in session: Session = Session()) -> [String] {
    session.completions(of: line, upTo: line.utf8.count).1.map(\.text)
  }

  @Test(arguments: [
    ("", ["step", "dW", "predict"]), ("pre", ["predict"]),
    ("goto d", ["dA", "dZ", "dX", "dW", "db"]), ("break up", ["update"]),
    ("predict dW", ["dW"]), ("explain dZ", ["dZ"]), ("help comp", ["compare"]),
    ("show sh", ["shapes"]), ("set pre", ["precision"]), ("set precision f", ["full"]),
    ("loss B", ["BCE"]), ("dense 2 soft", ["softmax"]), ("dense 2 relu xa", ["xavier"]),
    ("bug hid", ["hidden"]), ("bug is rate", ["rate-left-out"]), ("train 3 b", ["batch"]),
    ("data ir", ["iris"]), ("lesson one", ["one-neuron"]), ("X @ W + lre", ["lrelu("]),
    ("mine dW = d", ["dA"]),
  ])
  func offersWhatMayFollow(line: String, wanted: [String]) {
    let offered = offers(line)
    for word in wanted { #expect(offered.contains(word), "\(line): \(offered)") }
  }

  @Test func filesAreOfferedWhereOneMayFollow() {
    let session = Session(
      surroundings: Surroundings(list: { start in
        ["a.npz", "b.npz"].filter { $0.hasPrefix(start) }
      }))
    #expect(offers("verify a", in: session) == ["a.npz"])
    #expect(offers("load ", in: session) == ["a.npz", "b.npz"])
    #expect(!offers("explain a", in: session).contains("a.npz"))
  }

  @Test func namesOfEachLayerAreOfferedInANetwork() {
    var session = Session()
    for line in ["dense 2 relu", "dense 1 sigmoid"] { _ = session.respond(to: line) }
    #expect(offers("dW", in: session) == ["dW", "dW1", "dW2"])
  }

  /// A name with a hyphen is one word where a command takes it, and a difference elsewhere.
  @Test func aHyphenBelongsToANameOfOurs() {
    let session = Session()
    let line = "bug bias-l"
    let (start, found) = session.completions(of: line, upTo: line.utf8.count)
    #expect(start == "bug ".utf8.count && found.map(\.text) == ["bias-left-out"])
    #expect(offers("dZ-d", in: session).contains("dA"))
  }
}
