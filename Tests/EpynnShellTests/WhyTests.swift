import EpynnCore
import Testing

@testable import EpynnShell

/// `why`: what classes ask, with the numbers of the layer at hand.
@Suite struct WhyTests {
  /// Machines at which every page is looked at.
  private static let machines: [(name: String, lines: [String])] = [
    ("ready", []), ("before the update", ["goto update"]), ("after it", ["run"]),
    ("two layers", twoLayers), ("softmax", softmax), ("empty", ["new"]),
    ("no data", ["new", "dense 2 relu"]), ("no layer", ["new", "X = [[1, 2]]"]),
    ("no target", ["new", "X = [[1, 2]]", "dense 2 tanh", "goto Z", "step"]),
    ("given", ["dA = ones(4, 2)", "goto update"]),
    ("no bias", ["dense 2 sigmoid nobias", "Y = ones(4, 2)", "run"]),
    ("one unit", ["dense 1 sigmoid", "Y = [[1], [0], [1], [0]]", "loss BCE", "goto update"]),
    ("own", ["activation = Z * sigmoid(Z)", "goto update"]),
    ("pytorch", ["convention pytorch", "goto update"]),
    ("wide", ["X = ones(20, 30) / 3", "dense 12 tanh", "Y = ones(20, 12) / 7", "goto update"]),
    ("batches", ["train 2 batch 2"]), ("nan", ["W = W * 1e300", "goto update"]),
    ("bug", ["bug gradient-averaged", "goto update"]), ("predict", ["predict on"]),
  ]
  private static let twoLayers = [
    "dense 3 tanh", "dense 2 sigmoid", "Y = [[1, 0], [0, 1], [1, 0], [0, 1]]", "goto update",
  ]
  private static let softmax = [
    "dense 3 tanh", "dense 3 softmax", "loss CCE",
    "Y = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]",
    "goto update",
  ]

  private func session(_ lines: [String], width: Int = 80) -> Session {
    var session = Session(screen: Screen(width: width, height: 24))
    for line in lines { #expect(!session.respond(to: line).hasFailed, "\(line)") }
    return session
  }

  private func said(_ line: String, after lines: [String] = []) -> String {
    var session = session(lines)
    return session.respond(to: line).text
  }

  @Test(arguments: WhyPage.all.map(\.name)) func everyPageFitsTheScreenWhereverItIsAsked(
    page: String
  ) {
    for (name, lines) in Self.machines {
      var session = session(lines)
      let before = session.machine
      let response = session.respond(to: "why \(page)", from: .script)
      let printed = response.text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast()
      #expect(!response.hasFailed, "\(name)")
      #expect(printed.count <= 23, "\(name): \(printed.count) lines")
      #expect(printed.allSatisfy { $0.count <= 80 }, "\(name)")
      #expect(printed.first?.hasPrefix("\(page): ") == true)
      #expect(session.machine == before)
      #expect(!response.text.lowercased().contains("you "), "facts, not the person")
    }
  }

  /// What a page says to type next does something where the numbers are there.
  @Test(arguments: WhyPage.all.map(\.name)) func theLinesToTypeNextWork(page: String) {
    for lines in [["goto update"], Self.twoLayers, Self.softmax] {
      var session = session(lines)
      let text = session.respond(to: "why \(page)").text
      let typed = text.split(separator: "\n\n").last?.split(separator: "\n").compactMap { line in
        line.hasPrefix("  ")
          ? line.dropFirst(2).firstRange(of: "  ").map {
            String(line.dropFirst(2)[..<$0.lowerBound])
          } : nil
      }
      #expect(typed?.isEmpty == false)
      for line in typed ?? [] {
        var copy = session
        let answer = copy.respond(to: line)
        #expect(!answer.hasFailed && !answer.text.isEmpty, "\(page): '\(line)'")
      }
    }
  }

  @Test func whyAloneListsThem() {
    let text = said("why")
    for page in WhyPage.all { #expect(text.contains("  why \(page.name)  ")) }
    #expect(text.hasSuffix("\n  why dX            why a step has its form, as 'explain dX'\n"))
    #expect(said("why?") == text)
  }

  @Test func aPageHasThisLayersNumbers() {
    #expect(
      said("why divide", after: ["goto update"]) == """
        divide: whether gradients are divided by m
          no convention is set: gradients are of the loss summed over the samples, the
          cost is its mean.
          dW = Xᵀ · dZ
          Dividing by m makes every gradient smaller by the same factor: its direction
          stays, and a rate m times as large makes the same update.
          m = 4: dW[0,1] = -9 is of the sum; -9 / 4 = -2.25 would be of the mean.

          convention          what courses divide
          try rate 0.1 / m    the same by the rate
          convention pytorch  of the mean loss
          check dW            against its own loss

        """)
    for (page, number) in [
      ("transpose", "dW[0,1] = 2×(-3) + 0×1 + 2×0 + 1×(-3) = -9"),
      ("transpose", "dX[0,1] = 0×2 + (-3)×(-1) = 3"), ("sum", "db[0,1] = -3 + 1 + 0 + (-3) = -5"),
      ("keep-x", "12 + 8 + 8 = 28 numbers"), ("dead-relu", "off in 1 of 8 cells"),
      ("large-rate", "0.1 · (-9) = -0.9"), ("large-rate", "The cost is 3.25, and 1.2025"),
      ("zero-weights", "0 of the 6 cells of W are 0"),
      ("flat-sigmoid", "Z[3,0] = 4, with a slope of 1"),
      ("softmax", "Here they are relu and MSE"), ("first-dx", "nobody reads dX (4, 3)"),
      ("z-not-a", "relu′ is the same at A"),
    ] {
      #expect(said("why \(page)", after: ["goto update"]).contains(number), "\(page)")
      #expect(said("why \(page)", after: ["run"]).contains(number), "\(page) after the update")
    }
    #expect(said("why divide", after: ["run"]).hasSuffix("numbers are from before the update\n"))
  }

  @Test func whatIsNotThereYetIsNamedWithItsStep() {
    #expect(
      said("why sum").contains("no number yet: gradients (1.2) gives db; 'goto db', then 'step'"))
    #expect(said("why dead-relu").contains("forward (2) gives Z; 'goto Z', then 'step'"))
    #expect(said("why sum", after: ["new"]).contains("no layer yet: 'dense 2 relu' makes one"))
    #expect(
      said("why sum", after: ["new", "dense 2 relu"]).contains("no data yet: 'X = …' sets them"))
    #expect(said("why sum", after: ["dense 2 relu nobias"]).contains("this layer has no bias"))
  }

  @Test func aConventionThatIsSetIsSaid() {
    for (course, parts) in [
      (
        "pytorch",
        ["set: loss-averaged", "dA = MSE′(Y, A) / m", "-2.25 · 4 = -9 would be of the sum"]
      ),
      ("deeplearning.ai", ["set: gradients-averaged", "dW = Xᵀ · dZ / m", "-2.25 is of the mean"]),
      ("nielsen", ["set: update-averaged", "W ← W − η / m·dW"]),
    ] {
      let text = said("why divide", after: ["convention \(course)", "goto update"])
      for part in parts { #expect(text.contains(part), "\(text)") }
      #expect(text.contains("convention epynn"))
    }
  }

  @Test(arguments: [
    ("why transpose?", "transpose"), ("why is there a transpose in dW?", "transpose"),
    ("dead relu?", "dead-relu"), ("why do we divide by m?", "divide"), ("1/m?", "divide"),
    ("why sum for b", "sum"), ("why keep X?", "keep-x"), ("why Z not A", "z-not-a"),
    ("why Z and not A?", "z-not-a"), ("zero weights?", "zero-weights"),
    ("why not zero weights", "zero-weights"), ("a large rate?", "large-rate"),
    ("why A - Y", "softmax"), ("softmax and A − Y?", "softmax"), ("flat sigmoid?", "flat-sigmoid"),
    ("dX of layer 1?", "first-dx"), ("why softmax", "softmax"),
    ("why does the cost rise when the learning rate is high", "large-rate"),
  ])
  func aQuestionFindsItsPage(line: String, page: String) {
    for source in [Session.Source.prompt, .script, .lesson] {
      var session = Session()
      #expect(session.respond(to: line, from: source).text == said("why \(page)"), "\(line)")
    }
  }

  /// What help knows by a word stays help's, and what is found nowhere is help's to refuse.
  @Test func otherQuestionsAreHelpsAsBefore() {
    for word in [
      "dX", "softmax", "relu", "rate", "m", "update", "step", "formulas", "MSE", "gradient-from-da",
    ] {
      #expect(said("\(word)?") == said("help \(word)"), "\(word)")
    }
    for page in WhyPage.all where page.name != "softmax" {
      #expect(!HelpTopic.names.contains(page.name), "\(page.name)")
    }
    #expect(said("stpe?").hasSuffix("no help about 'stpe'; did you mean 'step'?\n"))
    #expect(said("why stpe").hasSuffix("no answer about 'stpe'; 'why' lists what there is\n"))
    #expect(
      said("why transpos").hasSuffix("no answer about 'transpos'; did you mean 'transpose'?\n"))

  }

  @Test func everyAliasFindsItsOwnPage() {
    for page in WhyPage.all {
      for alias in [page.name] + page.aliases {
        #expect(WhyPage.asked(by: alias)?.name == page.name, "\(alias)")
      }
    }
  }

  @Test func whyOfAStepIsExplain() {
    for name in ["dX", "dW", "db", "Z", "loss", "update", "backward (3)", "dZ[0,1]"] {
      let lines = ["goto update"]
      #expect(said("why \(name)", after: lines) == said("explain \(name)", after: lines), "\(name)")
      #expect(said("why \(name)?", after: lines) == said("explain \(name)", after: lines))
    }
    #expect(
      said("why dX", after: ["new"])
        == said("explain dX", after: ["new"]).replacing("explain", with: "why"))
  }

  /// Two layers whose numbers occur nowhere else.
  private static let odd = [
    "X = [[0.3271, -1.2348, 0.8127], [1.4193, 0.5623, -0.7439], [-0.9317, 0.2683, 1.1729]]",
    "dense 3 tanh",
    "W1 = [[0.4139, -0.6271, 0.2957], [0.7283, 0.1867, -0.5413], [-0.3719, 0.8231, 0.6547]]",
    "dense 2 sigmoid", "W2 = [[0.5171, -0.4337], [-0.7919, 0.3613], [0.2467, 0.6899]]",
    "Y = [[0.8573, 0.1979], [0.2741, 0.7643], [0.6121, 0.4517]]", "loss BCE", "goto update",
  ]

  @Test func nothingCoveredIsTold() {
    let digits = { (session: Session) in
      Set(
        (1...2).flatMap { layer in
          Quantity.allCases.compactMap { session.machine.value(of: $0, layer: layer)?.matrix }
            .flatMap { matrix in
              [Precision.standard, .full].flatMap { precision in
                let format = NumberFormat(for: matrix.elements, precision: precision)
                return matrix.elements.map { format.text($0).filter { $0 != "-" } }
              }
            }
        }.filter { $0.count > 5 })
    }
    for line in ["goto update", "run", "dZ2[0,0]"] {
      var open = session(Self.odd + [line])
      let hidden = digits(open)
      _ = open.respond(to: "cover all")
      for page in WhyPage.all {
        let text = open.respond(to: "why \(page.name)").text
        for number in hidden { #expect(!text.contains(number), "\(page.name): \(number)") }
      }
    }
    // One tensor alone, and with it those that are the same by construction.
    for quantity in [Quantity.dW, .dX, .dZ, .z, .a, .w] {
      for page in WhyPage.all {
        let name = "\(quantity.name)1"
        var covered = session(Self.odd + ["W1[0,0] = W1[0,0]", "goto update", "cover \(name)"])
        let format = NumberFormat(
          for: covered.machine.value(of: quantity, layer: 1)?.matrix.elements ?? [],
          precision: .standard)
        let numbers =
          covered.machine.value(of: quantity, layer: 1)?.matrix.elements.map {
            format.text($0).filter { $0 != "-" }
          } ?? []
        let text = covered.respond(to: "why \(page.name)").text
        for number in numbers where number.count > 5 {
          #expect(!text.contains(number), "\(name), \(page.name): \(number)")
        }
      }
    }
  }

  /// While a mistake is to be found no page says what the documentation's formula gives.
  @Test func noHiddenMistakeIsTold() {
    for drawn in 1...3 {
      var session = Session()
      for _ in 0..<drawn { _ = session.respond(to: "bug hidden") }
      _ = session.respond(to: "goto update")
      let name = session.machine.bug?.mistake.name ?? "none"
      for page in WhyPage.all {
        #expect(!session.respond(to: "why \(page.name)").text.contains(name))
      }
    }
    var hidden = Session()
    for line in ["bug hidden", "goto update"] { _ = hidden.respond(to: line) }
    for page in ["transpose", "sum", "keep-x"] {
      let text = hidden.respond(to: "why \(page)").text
      #expect(text.contains("; the layer has "), "\(text)")
    }
    #expect(!hidden.respond(to: "why divide").text.contains("would be of the mean"))
  }

  @Test func aFormulaThatIsPredictedIsNotTold() {
    let text = said("why transpose", after: ["predict on"])
    #expect(!text.contains("Wᵀ") && text.contains("'predict off' shows them"), "\(text)")
    #expect(said("why large-rate", after: ["predict on"]).contains("η"))
  }
}
