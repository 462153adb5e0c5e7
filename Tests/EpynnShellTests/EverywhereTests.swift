import EpynnLessons
import Testing

@testable import EpynnShell

/// What explains and proves works wherever a line comes from.
@Suite struct EverywhereTests {
  private static let everything = [
    "goto update;", "explain", "explain dW[0,1]", "explain dW[0,1] deeper 1", "explain dZ",
    "path W[0,1]", "nudge W[0,1]", "mine dW[0,1] = -13", "mine dW[1,1] = -1", "mine dW = dW",
    "mine dW = dW * 2", "check dW", "check", "bug", "bug gradient-averaged", "check", "run;",
    "explain dW[0,1]", "bug is bias-averaged", "bug is gradient-averaged", "fix", "bug random",
    "fix", "try W[0,1] = 0", "keep", "try rate 0.5", "diff", "display cost", "watch W[0,1]",
    "break dW if cost < 100", "run;", "run;", "delete 3", "delete 1", "delete 1", "predict dZ",
    "goto dZ;", "step", "solution", "solution", "predict on", "predict off", "mine Q = 3",
    "explain dW[9,9]", "nudge W[0,1] far", "break cost", "bug best", "verify none.npz",
  ]

  /// The same lines at a prompt, in a pipe and in a lesson, for a layer and for networks.
  @Test(arguments: [
    [], ["dense 3 tanh;", "dense 2 sigmoid;", "Y = ones(4, 2) / 2;"],
    ["dense 2 relu;", "dense 2 elu;", "dense 3 softmax;", "loss CCE;", "Y = ones(4, 3) / 3;"],
  ])
  func allOfItWorksAtAPromptInAPipeAndInALesson(setUp: [String]) throws {
    let lines = setUp + Self.everything
    var (atPrompt, inPipe) = (Session(), Session())
    var transcript: [String] = []
    for line in lines {
      let said = inPipe.respond(to: line, from: .script)
      #expect(atPrompt.respond(to: line).output.text == said.output.text, "\(line)")
      #expect(!said.text.isEmpty || line.hasSuffix(";"), "\(line)")
      #expect(atPrompt.machine == inPipe.machine)
      let fence = said.hasFailed ? "```epynn refused" : "```epynn"
      transcript += [fence, "> \(line)", said.hasFailed ? "..." : said.text, "```"]
    }
    let text = "# All of it\n\n" + transcript.joined(separator: "\n") + "\n"
    let lesson = try Lesson(reading: Array(text.utf8))
    let failures = LessonTest(file: "a.md", surroundings: Surroundings()).discrepancies(of: lesson)
    #expect(failures.isEmpty, "\(failures.first.map { "\($0.message)" } ?? "")")
  }
}
