import EpynnCore
import Testing

@testable import EpynnShell

/// A function's name alone is no variable that nobody has set.
@Suite struct FunctionWordTests {
  private func words(_ line: String) -> String {
    var session = Session()
    return session.respond(to: line).text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func anActivationIsToldWithWhatToType() {
    #expect(
      words("relu") == """
        ^ 'relu' is an activation, which makes A of Z: 'dense 2 relu' makes a layer with it, \
        'relu(Z)' computes it
        """)
    #expect(words("X @ W + tanh").contains("'tanh' is an activation"))
    #expect(words("CCE").contains("'loss CCE' sets it, 'CCE(Y, A)' computes it"))
    #expect(words("act").contains("'act(Z)' computes it"))
    #expect(words("2 * relo").contains("no name 'relo'"))
  }

  @Test(arguments: Vocabulary.functions)
  func noneIsOfferedAsAVariable(name: String) {
    let answer = words(name)
    #expect(!answer.contains("no name"), "\(answer)")
    #expect(!answer.contains("give it a value"), "\(answer)")
  }

  /// What is offered works.
  @Test(arguments: Activation.Rule.all.map(\.name))
  func whatIsToBeTypedIsTaken(name: String) {
    var session = Session()
    _ = session.respond(to: "goto A;")
    for line in ["\(name)(Z)", "dense 2 \(name)"] {
      #expect(!session.respond(to: line).hasFailed, "\(line)")
    }
  }
}
