import Testing

@testable import EpynnShell

/// The questions of `new`: what is meant as a line ends them and runs.
@Suite struct InterviewTests {
  private func asked(_ answers: [String] = []) -> Session {
    var session = Session()
    for line in ["new"] + answers { _ = session.respond(to: line) }
    return session
  }

  @Test(arguments: [
    "X = np.array([[0., 0.], [0., 1.]])", "data xor", "dense 2 relu", "rate 0.005", "load a.epynn",
    "W = [[1]]", "v += 1",
  ])
  func aCommandOrAnAssignmentEndsThem(line: String) {
    for answers in [[], ["1 2"], ["1 2", ""], ["1 2", "", "3"], ["1 2", "", "3", "relu"]] {
      var session = asked(answers)
      let text = session.respond(to: line).text
      #expect(session.interview == nil)
      #expect(session.prompt.hasPrefix("epynn"))
      #expect(!text.contains("no row of numbers"), "\(text)")
    }
  }

  @Test func whatAnswersStays() {
    for line in ["1 2", "1, 2", "abc", "help"] {
      var session = asked()
      _ = session.respond(to: line)
      #expect(session.interview != nil, "\(line)")
    }
    var session = asked(["1 2", "", "3"])
    _ = session.respond(to: "relu")
    #expect(session.machine.layers.first?.dense.units == 3)
  }

  @Test func controlCSaysWhatBecameOfTheUnits() {
    var session = asked(["1 2", "", "3"])
    #expect(session.interrupt().text == "no more questions; 'dense 3' makes the layer\n")
    session = asked(["1 2", ""])
    #expect(session.interrupt().text == "no more questions; what was answered stays\n")
  }
}
