import Testing

@testable import EpynnShell

/// Lines copied with the prompt that stood in front of them.
@Suite struct PromptMarkTests {
  static let marks = ["> ", ">>> ", "... ", "In [3]: ", "In [12]:  ", "  > "]

  @Test(arguments: marks)
  func aLineIsReadWithoutIt(mark: String) {
    for (line, answer) in [
      ("W[0,1]", "-1"), ("rate", "0.1"), ("X.T @ dZ", "dZ"), ("help", "help"), ("stpe", "'step'"),
    ] {
      for source in [Session.Source.prompt, .paste, .script] {
        var plain = Session()
        var marked = Session()
        let text = marked.respond(to: mark + line, from: source).text
        #expect(text.contains(answer), "\(text)")
        let bare = plain.respond(to: line, from: source).text
        // The caret alone may stand elsewhere, below the word as it was typed.
        #expect(text.split(separator: "\n").last == bare.split(separator: "\n").last)
        #expect(marked.history == [line])
      }
    }
  }

  @Test(arguments: marks)
  func theCaretStandsBelowTheWord(mark: String) {
    var session = Session()
    let text = session.respond(to: mark + "stpe").text
    let caret = text.split(separator: "\n")[0]
    #expect(caret == String(repeating: " ", count: "epynn forward(1)> \(mark)".count) + "^")
  }

  /// A prompt with nothing behind it was an empty line elsewhere; here nobody pressed Enter.
  @Test func aMarkAloneIsNothing() {
    for line in [">", "> ", ">>>", ">>> ", "...", "...  ", "In [3]:", "In [3]: "] {
      var session = Session()
      let response = session.respond(to: line)
      #expect(response.text.isEmpty)
      #expect(session.machine.position == 0, "\(line)")
    }
  }

  @Test func whatOnlyLooksLikeOneStays() {
    for line in [">3", ">>>x", "....", "In [x]: 3", "In[3]: X", "In []: X", ">> X", "<> X"] {
      var session = Session()
      #expect(session.respond(to: line).hasFailed, "\(line)")
    }
  }

  @Test func eachLineOfACopiedMatrixHasOne() {
    var joiner = LineJoiner()
    for line in [">>> X = np.array([[1, 2],  # a row", "...               [3, 4]])"] {
      joiner.add(Array(line.utf8))
    }
    #expect(!joiner.isUnfinished)
    var session = Session()
    #expect(session.respond(to: joiner.bytes).text.contains("X is set, (2, 2)"))
  }

  @Test func aFileOfACopiedTranscriptRuns() {
    let disk = Disk(["a.epynn": "> rate 0.25\n>>> v = [[1,\n... 2]]\n...\nIn [4]: v\n"])
    var session = Session(surroundings: disk.surroundings)
    #expect(
      session.answer("load a.epynn", in: disk).text.hasSuffix(
        "v (1, 2)\n      0  1\n  0 [ 1  2 ]\n"))
    #expect(session.machine.rate == 0.25)
  }
}
