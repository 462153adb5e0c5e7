import EpynnCore
import TestSupport
import Testing

@testable import EpynnShell

/// A cell in focus: cards work it out, and mark the row and the column that make it.
@Suite struct FocusTests {
  private func answers(_ lines: [String], _ screen: Screen = Screen()) -> [String] {
    var session = Session(screen: screen)
    return lines.map { session.respond(to: $0, from: .script).text }
  }

  private func last(_ lines: [String], _ screen: Screen = Screen()) -> String {
    answers(lines, screen).last ?? ""
  }

  private static let gradientsCard = """
    ── gradients (1.1) · Dense 1 ─── X Z A | loss | dA dZ dX | [dW] db | update ──
      gradient with respect to W                ∂𝓛/∂Wᵏₙᵤ = xᵏᵀₘₙ · ∂𝓛/∂zᵏₘᵤ  (1.1)

      dW         =  Xᵀ               ·  dZ
      (3, 2)        (3, 4)              (4, 2)
      (n, u)        (n, m)              (m, u)
      ⎡ 3 -9 ⎤      ⎡ 2  0  2  1 ⎤      ⎡│0│-3 ⎤
      ⎢ 2  1 ⎥      ⎢ 0  1  1  0 ⎥      ⎢│1│ 1 ⎥
      ⎣▸3◂-8 ⎦      ⎣▸1  1  0  2◂⎦      ⎢│1│ 0 ⎥
                                        ⎣│1│-3 ⎦

      A cell of dW: a row of Xᵀ meets a column of dZ. m is summed away; n, u stay.
      dW[2,0] = 1×0 + 1×1 + 0×1 + 2×1 = 3

    then: gradients (1.2), db = Σₘ dZ

    """

  @Test func theStepsOwnCardMarksRowAndColumnAndSaysTheSum() {
    #expect(last(["focus dW[2,0]", "goto dW;", "step"]) == Self.gradientsCard)
    // The card that is on the screen already is drawn again.
    let again = last(["goto dW;", "step;", "focus dW[2,0]"])
    #expect(
      again == Self.gradientsCard
        + "dW[2,0] is in focus: weight: feature 2 to unit 0; 'focus off' ends it\n")
  }

  @Test func anASCIIScreenHasMarksToo() {
    let screen = Screen(width: 80, height: 24, isUnicode: false)
    var session = Session(screen: screen)
    for line in ["focus Z[2,1]", "step"] { _ = session.respond(to: line) }
    let card = session.respond(to: "step").output.rendered(in: nil, unicode: false)
    #expect(card.contains("[ 3>-2<]      [>2  1  0<]      [ 2| 2|]"), "\(card)")
    #expect(card.contains("[ -1> 1<]"))
    #expect(card.contains("Z[2,1] = 2*(-1) + 1*(-1) + 0*2 + 1 = -2"))
    #expect(card.utf8.count == card.count)
  }

  @Test func colourSaysTheSame() {
    var session = Session()
    for line in ["focus Z[2,1]", "step"] { _ = session.respond(to: line) }
    let card = session.respond(to: "step").output.rendered(
      in: Paint(.standard, .theme), unicode: true)
    #expect(card.contains("\u{1B}[7m▸\u{1B}[0m\u{1B}[7m-2\u{1B}[0m\u{1B}[7m◂\u{1B}[0m"), "\(card)")
  }

  @Test func otherCardsMarkItsSampleFeatureAndUnit() {
    let cards = answers(
      ["focus dW[2,0]"] + Array(repeating: "step", count: 10))
    let x = cards[1]
    let z = cards[2]
    let loss = cards[4]
    let dX = cards[7]
    let update = cards[10]
    #expect(x.contains("⎡ 2  0│ 1│⎤") && x.contains("  marked: feature 2 and unit 0, of dW[2,0]"))
    #expect(z.contains("⎡│3│ 1 ⎤      ⎡ 2  0│ 1│⎤      ⎡ 1 -1 ⎤      [▸-1◂ 1 ]"))
    #expect(z.contains("⎢│3│-2 ⎥      ⎢ 2  1│ 0│⎥      ⎣▸2◂ 2 ⎦"))
    #expect(z.contains("Z[0,0] = 2×1 + 0×2 + 1×2 + (-1) = 3"))
    #expect(loss.contains("⎡│3│ 4 ⎤        ⎡│3│ 1 ⎤"))
    #expect(dX.contains("⎡ 3  3│-6│⎤      ⎡│0│-3 ⎤      ⎡  1  2▸ 2◂⎤"))
    #expect(dX.contains("dX[0,2] = 0×2 + (-3)×2 = -6"))
    // The step that learns writes the cell of W above its gradient.
    #expect(update.contains("⎣▸1.7◂ 2.8 ⎦") && update.contains("W[2,0] = 2 - 0.1×3 = 1.7"))
  }

  /// Feature n of a layer is unit u of the one below; what no letter leads to is not marked.
  @Test func neighboursOfALayerAreMarkedByTheirOwnLetters() {
    let network = [
      "dense 3 tanh;", "dense 2 sigmoid;", "dense 1 sigmoid;", "Y = [[1], [0], [1], [0]];",
    ]
    let cards = answers(network + ["focus dW2[2,1]"] + Array(repeating: "step", count: 26))
    let steps = Array(cards.dropFirst(network.count + 1))
    func marked(_ card: String) -> Bool { card.contains("│") && card.contains("marked: ") }
    // Z1 has unit 2, Z2 feature 2 and unit 1, Z3 feature 1.
    #expect(marked(steps[1]) && marked(steps[4]) && marked(steps[7]))
    #expect(!steps[0].contains("marked: "), "X of layer 1 has no unit")
    let own = steps.first { $0.contains("── gradients (1.1) · Dense 2") } ?? ""
    #expect(own.contains("dW[2,1] = "), "\(own)")
    #expect(!own.contains("marked: "))
    let update = steps.last ?? ""
    #expect(update.contains("W[2,1] = "), "\(update)")
  }

  /// Of softmax a whole row of dA meets a column of the Jacobian of the sample in focus.
  @Test func softmaxTiesARowTogether() {
    let setUp = [
      "dense 3 softmax;", "loss CCE;", "W = zeros(3, 3);", "Y = eye(4)[:,0:3];",
      "focus dZ[1,2]", "goto dZ;", "step",
    ]
    let card = last(setUp)
    #expect(card.contains("⎢▸ 0 -3  0◂⎥"), "\(card)")
    #expect(card.contains("J of sample 1") && card.contains("-0.1111│-0.1111│⎤"))
    #expect(card.contains("dZ[1,2] = 0×(-0.1111) + (-3)×(-0.1111) + 0×0.2222 = 0.3333"))
    #expect(last(setUp.dropLast(2) + ["goto A;", "step"]).contains("⎢▸0  0  0◂⎥"))
  }

  @Test(arguments: [
    ("focus", "nothing is in focus; 'focus dW[0,1]' puts a cell there\n"),
    ("focus off", "nothing was in focus\n"),
    ("focus db[-1,-1]", "db[0,1] is in focus: bias of unit 1; 'focus off' ends it\n"),
    ("focus loss[3,0]", "loss[3,0] is in focus: sample 3; 'focus off' ends it\n"),
  ])
  func itIsSaidWhatIsInFocus(line: String, sentence: String) {
    #expect(last([line]) == sentence)
  }

  @Test(arguments: [
    ("focus dW[3,0]", "dW has rows 0 to 2 and columns 0 to 1"),
    ("focus Z[0,2]", "rows are 0 to 3, columns 0 to 1"),
    ("focus Y[9,9]", "rows are 0 to 3"), ("focus dW", "'dW' does not work for 'a cell'"),
    ("focus dW9[0,0]", "no layer 9"), ("focus X @ W", "it wants a name like dW[0,1]"),
  ])
  func whatIsNoCellIsRefusedInASentence(line: String, sentence: String) {
    var session = Session()
    let response = session.respond(to: line)
    #expect(response.hasFailed)
    let isSaid =
      response.text.contains(sentence)
      || response.text.contains("rows are 0 to 2, columns 0 to 1")
    #expect(isSaid, "\(response.text)")
    #expect(session.aids.focus == nil)
  }

  @Test func aFocusStaysUntilItIsTakenAwayAndMayBeOutside() {
    let said = answers([
      "focus dW[2,1]", "focus", "back", "focus", "X = [[1, 2]];", "focus", "run", "focus off",
      "focus",
    ])
    #expect(said[1] == "dW[2,1] is in focus: weight: feature 2 to unit 1\n")
    #expect(said[3] == said[1])
    #expect(
      said[5] == "dW[2,1] is in focus, and is not there as things are; 'focus off' ends it\n")
    #expect(said[7] == "dW[2,1] is no longer in focus\n")
    #expect(said[8] == "nothing is in focus; 'focus dW[0,1]' puts a cell there\n")
  }

  /// Large tensors are abbreviated around what is in focus, and no card is taller or wider for it.
  @Test(arguments: 0..<trials(8)) func whatIsInFocusIsNeverLeftOut(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let (m, n, u) = (pick(1...60), pick(1...40), pick(1...30))
    var session = Session()
    let lines = [
      "X = round(1000 * sin(arange(\(m * n)).reshape(\(m), \(n)))) / 1000;", "dense \(u) tanh;",
      "Y = zeros(\(m), \(u));", "loss MSE;",
    ]
    for line in lines { #expect(!session.respond(to: line).hasFailed, "\(line)") }
    let (row, column) = (pick(0...(n - 1)), pick(0...(u - 1)))
    #expect(!session.respond(to: "focus dW[\(row),\(column)]").hasFailed)
    for _ in 0..<10 {
      let text = session.respond(to: "step").text
      let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(shown.count <= 24 && shown.allSatisfy { $0.count <= 80 }, "\(text)")
      guard let report = session.card.shown?.report else { continue }
      if report.stop.step.name == "dW" {
        #expect(text.contains("dW[\(row),\(column)] ="), "\(text)")
        let dW = try #require(session.machine.value(of: .dW, layer: 1)).matrix
        #expect(Self.markedNumbers(in: text, holds: dW[row, column]), "\(text)")
      }
    }
  }

  /// Whether a number stands between the two marks of a cell.
  private static func markedNumbers(in text: String, holds number: Double) -> Bool {
    text.split(separator: "▸").dropFirst().contains { part in
      let inside = part.prefix { $0 != "◂" }.split(separator: " ")
      return inside.count == 1 && abs((Double(inside[0]) ?? .infinity) - number) <= 0.00006
    }
  }

  /// What the marks stand around is what the sum adds up, for every cell of every product.
  @Test(arguments: ["Z", "dX", "dW"]) func marksStandAroundWhatIsSummed(name: String) throws {
    var ready = Session()
    for line in ["goto \(name);"] { _ = ready.respond(to: line) }
    var done = ready
    _ = done.respond(to: "step")
    let quantity = try #require(Quantity(rawValue: name))
    let matrix = try #require(done.machine.value(of: quantity, layer: 1)).matrix
    for index in matrix.elements.indices {
      let cell = matrix.shape.cell(at: index)
      var session = ready
      _ = session.respond(to: "focus \(name)\(cell)")
      let card = session.respond(to: "step").text
      let lines = card.split(separator: "\n").map(String.init)
      // The row that is marked whole, without the cell of the result before it.
      let row = lines.compactMap { line in
        line.split(separator: "▸").dropFirst().map { $0.prefix { $0 != "◂" } }
          .last { $0.split(separator: " ").count > 1 }
      }.first
      let rows = try #require(row).split(separator: " ").compactMap { Int($0) }
      let columns = lines.compactMap { line -> Int? in
        guard let bar = line.firstIndex(of: "│") else { return nil }
        return Int(
          line[line.index(after: bar)...].prefix { $0 != "│" }.filter { $0 != " " })
      }
      #expect(rows.count == columns.count, "\(card)")
      let sum = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
      let bias = name == "Z" ? [-1, 1][cell.column] : 0
      #expect(Double(sum + bias) == matrix[cell], "\(name)\(cell): \(card)")
      #expect(card.contains("\(name)\(cell) = ") && card.contains(" = \(sum + bias)"), "\(card)")
    }
  }

  @Test func whatIsCoveredStaysCovered() {
    let card = last(["cover dW", "focus dW[0,1]", "goto dW;", "step"])
    #expect(card.contains("⎡ ?▸ ?◂⎤") && !card.contains("-9"), "\(card)")
    let bug = answers(["bug hidden 3", "focus dW[0,1]", "run", "show"])
    #expect(bug.last?.contains("; the layer has ") == true, "\(bug)")
  }
}
