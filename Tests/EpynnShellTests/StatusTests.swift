import EpynnShell
import Testing

/// `status`: one screen that says where one stands.
@Suite struct StatusTests {
  @Test func itSaysWhereOneStands() {
    var session = Session()
    #expect(
      session.respond(to: "status").text == """
          X (4, 3)  →  Dense 1: 2 units, relu  →  A (4, 2)  against  Y (4, 2), MSE
          m = 4 samples, one a row     n = 3 features     u = 2 units

          loss        MSE, mean squared error
          rate        0.1
          convention  epynn
          done        0 iterations, 0 epochs trained
          values      X (4, 3), W (3, 2), b (1, 2) and Y (4, 2) fit

        then: forward (1) of iteration 1, X = data

        """)
    for line in ["run", "goto dA", "Y = [[1]]", "cover dW", "break dW", "rate 0.05"] {
      _ = session.respond(to: line)
    }
    let text = session.respond(to: "status").text
    for part in [
      "rate        0.05", "done        1 iteration, 0 epochs trained",
      "values      Y (1, 1) does not fit A (4, 2); 'loss' and 'train' will refuse it",
      "covered     dW", "watched     break dW", "then: loss",
    ] {
      #expect(text.contains(part), "\(text)")
    }
  }

  /// What is not to be seen yet is not told: neither a covered loss nor a hidden mistake's name.
  @Test func itTellsNothingThatIsHidden() {
    var session = Session()
    for line in ["bug hidden", "goto dA"] { _ = session.respond(to: line) }
    #expect(session.respond(to: "status").text.contains("cost        3.25"))
    #expect(session.respond(to: "status").text.contains("bug         a mistake is in"))
    _ = session.respond(to: "cover loss")
    #expect(!session.respond(to: "status").text.contains("3.25"))
  }
}
