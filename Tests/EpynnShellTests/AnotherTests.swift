import EpynnCore
import Testing

@testable import EpynnShell

/// `another`: the step of a named mistake on other small layers, until two in a row are right.
@Suite struct AnotherTests {
  private func said(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func session(_ lines: [String]) -> Session {
    var session = Session()
    for line in lines { _ = session.respond(to: line) }
    return session
  }

  private static let example = ["goto dW;", "mine dW = X.T @ dA"]

  @Test func withoutANamedMistakeItSaysHowToGetOne() {
    var session = Session()
    #expect(said(&session, "another").hasPrefix("no mistake was named yet: 'mine dW = …' names"))
  }

  /// The answer is computed from the numbers on the screen by another formula than the program's.
  @Test func twoRightAnswersInARowCloseIt() throws {
    var session = session(Self.example)
    let asked = said(&session, "another")
    #expect(asked.hasPrefix("two right in a row end these questions;"))
    #expect(asked.contains("What is dW["))
    for (count, ending) in ["; one more", "two right in a row"].enumerated() {
      let layer = try #require(session.practice?.layer)
      let (x, dZ) = try (matrix(.x, layer), matrix(.dZ, layer))
      let sum = (0..<x.rows).map { x[$0, layer.cell.row] * dZ[$0, layer.cell.column] }.reduce(0, +)
      let answer = said(&session, "\(sum)")
      #expect(answer.contains("yes") && answer.contains(ending), "\(count): \(answer)")
    }
    #expect(session.practice == nil)
  }

  private func matrix(_ quantity: Quantity, _ layer: PracticeLayer) throws -> Matrix {
    try #require(layer.machine.value(of: quantity, layer: 1)?.matrix)
  }

  @Test func theSameMistakeIsCalledSoAndBreaksTheRow() throws {
    var session = session(Self.example + ["another"])
    #expect(said(&session, "(X.T @ dZ)[\(try cell(session))]").contains("one more"))
    let wrong = said(&session, "(X.T @ dA)[\(try cell(session))]")
    #expect(
      wrong.contains("it is the same mistake, Xᵀ · dA, where right is Xᵀ · dZ:"), "\(wrong)")
    #expect(said(&session, "999").contains("not 999, nor what the mistake gives"))
    // Right at the second try goes on, and is the first of no two.
    #expect(said(&session, "(X.T @ dZ)[\(try cell(session))]").contains("another layer"))
    #expect(session.practice?.rightInARow == 0)
  }

  private func cell(_ session: Session) throws -> String {
    let cell = try #require(session.practice?.layer.cell)
    return "\(cell.row),\(cell.column)"
  }

  @Test func hintsSolutionsCommandsAndTheEnd() throws {
    var session = session(Self.example + ["another"])
    let lines = [
      ("", "What is dW["), ("hint", "it is computed from X and dZ"), ("hint", "dW = Xᵀ · dZ"),
      ("show W", "'show' is no answer; a ':' in front makes it a command, 'leave' ends"),
      (":show W", "W (3, 2)"), (":help another", "Two right in a row"), ("?dW", "gradient"),
      ("dW", "dW is what is asked: a number, or a formula of those shown What is dW["),
      ("[[1,2]]", "(1, 2)"), ("solution", "another layer"),
      ("skip", "another layer"), ("leave", "no more of these"), ("leave", "no lesson"),
    ]
    for (line, part) in lines {
      let text = said(&session, line)
      #expect(text.contains(part), "\(line): \(text)")
    }
  }

  @Test func ctrlCEndsIt() {
    var session = session(Self.example + ["another"])
    #expect(session.practice != nil)
    _ = session.interrupt()
    #expect(session.practice == nil)
  }

  @Test func aHiddenMistakeThatWasCalledCanBePractised() throws {
    var session = session(["bug hidden 1"])
    #expect(said(&session, "another").contains("no mistake was named"))
    let name = try #require(session.machine.bug?.mistake.name)
    #expect(said(&session, "bug is \(name)").contains("'another' asks that step"))
    #expect(said(&session, "another").contains("What is "))
  }

  /// Every mistake of the table that can be made in the example or a network: on each layer drawn
  /// for it the mistake gives another number than the layer does, at the cell asked for.
  @Test(arguments: [
    [],
    [
      "new", "X = [[1,2,0],[0.5,-1,1],[2,1,1],[0,1,3]];", "dense 3 tanh;", "dense 2 softmax;",
      "loss CCE;", "Y = [[1,0],[0,1],[1,0],[0,1]];",
    ],
  ]) func eachMistakeOfTheTableShowsOnItsLayers(setUp: [String]) throws {
    let machine = session(setUp).machine
    var made = 0
    for mistake in Mistake.all where machine.canRun(with: mistake) {
      guard let named = NamedMistake(mistake, in: machine) else { continue }
      made += 1
      guard let first = PracticeLayer(named, number: 0) else {
        Issue.record("\(mistake.name) shows on no layer")
        continue
      }
      #expect(first == PracticeLayer(named, number: 0))
      #expect(first.machine != PracticeLayer(named, number: 1)?.machine)
      var ran = first.machine
      _ = try ran.step()
      let value = try #require(ran.value(of: first.quantity, layer: first.layer)?.matrix)
      #expect(value.hasSameBits(as: first.truth), "\(mistake.name)")
      var wrong = first.machine.restarted
      try wrong.set(bug: Bug(mistake, layer: first.layer))
      while wrong.position < first.machine.position { _ = try wrong.step() }
      _ = try wrong.step()
      let other = try #require(wrong.value(of: first.quantity, layer: first.layer)?.matrix)
      #expect(other[first.cell] != value[first.cell], "\(mistake.name)")
    }
    #expect(made > 10)
  }
}
