import EpynnCore
import Testing

@testable import EpynnShell

/// `verify`: what goes in, what was turned, what follows from a wrong A, and the update.
@Suite struct VerifyUpdateTests {
  private static let x = "X\n2,0,1\n0,1,1\n2,1,0\n1,0,2\n"
  private static let data = "[[2,0,1],[0,1,1],[2,1,0],[1,0,2]]"
  private static let w = "W\n1,-1\n2,-1\n2,2\n"
  private static let b = "b\n-1,1\n"
  private static let y = "Y\n3,4\n2,1\n2,2\n3,7\n"
  private static let dW = "dW\n3,-9\n2,1\n3,-8\n"
  private static let turned = "W\n1,2,2\n-1,-1,2\n"
  private static let turnedGradient = "dW\n3,2,3\n-9,1,-8\n"

  private func session(_ files: [String: String]) -> Session {
    Session(
      surroundings: Surroundings(read: { path in
        files[path].map { .success(Array($0.utf8)) } ?? .failure(.missing)
      }))
  }

  private func words(_ response: Response) -> String {
    response.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func verified(_ table: String, _ rest: String = "", second: String = "") -> Response {
    var session = session(["a.csv": table, "b.csv": second])
    return session.respond(to: "verify a.csv\(rest)")
  }

  @Test func whatGoesInIsSaidFirst() {
    let table = Self.w.replacing("1,-1", with: "1,-3") + Self.x + Self.dW
    let lines = verified(table).text.split(separator: "\n").map(String.init)
    #expect(
      Array(lines.prefix(3)) == [
        "  goes in: X: in the file, as in the layer",
        "  goes in: W: taken from the file, which has another than the layer",
        "  goes in: b and Y: not in the file; as in the layer",
      ])
    var session = session(["a.csv": Self.dW])
    _ = session.respond(to: "run")
    let ran = session.respond(to: "verify a.csv").text.split(separator: "\n")
    #expect(ran[0] == "  goes in: X, W, b and Y: not in the file; as in the layer")
    #expect(ran[1] == "  compared with iteration 1, which ran last")
  }

  /// A gradient that is turned over by itself is wrong; as its weights are turned it is right.
  @Test func aTurnedGradientIsForgivenOnlyBesideTurnedWeights() {
    let alone = words(verified(Self.turnedGradient))
    #expect(alone.contains("DIFFERS: (3, 2) is right"), "\(alone)")
    #expect(alone.contains("gradient-transposed"), "\(alone)")
    let beside = words(verified(Self.w + Self.turnedGradient))
    #expect(beside.contains("DIFFERS: (3, 2) is right"), "\(beside)")
    let both = words(verified(Self.turned + Self.turnedGradient))
    #expect(both.contains("W and dW: units first") && both.contains("it agrees"), "\(both)")
    #expect(words(verified(Self.turned + Self.dW)).contains("it agrees"))
  }

  /// A is wrong; dZ = (A − Y)/U is what it gives, and dA ⊙ A(1 − A) is too.
  @Test(arguments: [
    ("BCE", "-0.2\n0.3\n", true), ("BCE", "-0.2\n0.4\n", false), ("MSE", "-0.064\n0.126\n", true),
    ("MSE", "-0.2\n0.3\n", false),
  ])
  func dZIsJudgedByTheFilesOwnA(loss: String, dZ: String, follows: Bool) {
    let table = "X\n1\n-2\nW\n0.5\nb\n0.25\nY\n1\n0\nA\n0.8\n0.3\ndZ\n\(dZ)"
    var session = session(["a.csv": table])
    let said = words(session.verify(file: "a.csv", activations: "sigmoid", loss: loss))
    #expect(said.contains("the first that differs is A"), "\(said)")
    #expect(said.contains("follows from the file's own") == follows, "\(said)")
  }

  @Test func softmaxWithItsLossComesToTheDifference() {
    let table =
      "X\n1\n-2\nW\n0.5,-0.5\nb\n0.25,0\nY\n1,0\n0,1\nA\n0.9,0.2\n0.3,0.6\ndZ\n-0.1,0.2\n0.3,-0.4\n"
    var session = session(["a.csv": table])
    let said = words(session.verify(file: "a.csv", activations: "softmax", loss: "CCE"))
    #expect(said.contains("the first that differs is A"), "\(said)")
    #expect(said.contains("follows from the file's own"), "\(said)")
  }

  /// Each activation whose slope its output tells; those of silu and gelu it does not.
  @Test(arguments: [
    ("tanh", "0.8\n0.3\n", "-0.144\n0.546\n", true),
    ("softplus", "0.8\n0.3\n", "-0.220268\n0.155509\n", true),
    ("elu", "0.8\n-0.3\n", "-0.4\n-0.42\n", true),
    ("lrelu", "0.8\n0.3\n", "-0.4\n0.6\n", true),
    ("relu", "0.8\n0.3\n", "-0.4\n0.6\n", true),
    ("hardtanh", "0.8\n-1.0\n", "-0.4\n0.0\n", true),
    ("silu", "0.8\n0.3\n", "-0.4\n0.6\n", false),
    ("gelu", "0.8\n0.3\n", "-0.4\n0.6\n", false),
    ("elu", "0.8\n-0.3\n", "-0.4\n-0.52\n", false),
  ])
  func theSlopeMayBeComputedFromA(activation: String, a: String, dZ: String, follows: Bool) {
    let table = "X\n1\n-2\nW\n0.5\nb\n0.25\nY\n1\n0\nA\n\(a)dZ\n\(dZ)"
    var session = session(["a.csv": table])
    let said = words(session.verify(file: "a.csv", activations: activation, loss: "MSE"))
    #expect(said.contains("the first that differs is A"), "\(said)")
    #expect(said.contains("follows from the file's own") == follows, "\(said)")
  }

  @Test func theJacobianMayBeComputedFromA() {
    let table =
      "X\n1\n-2\nW\n0.5,-0.5\nb\n0.25,0\nY\n1,0\n0,1\nA\n0.9,0.2\n0.3,0.6\n"
      + "dZ\n-0.045,0.05\n0.135,-0.15\n"
    var session = session(["a.csv": table])
    let said = words(session.verify(file: "a.csv", activations: "softmax", loss: "MSE"))
    #expect(said.contains("follows from the file's own"), "\(said)")
  }

  /// Under a clipped norm the rate is that of the clipped gradient, and one layer's own stays.
  @Test(arguments: [
    (
      ["clip 0.5"],
      """
      W_new
      0.9788920737,-0.9366762210
      1.9859280491,-1.0070359754
      1.9788920737,2.0562878036
      b_new
      -1.0211079263,1.0351798772

      """, "all that was updated follows from a rate of 0.2; it is 0.1"
    ),
    (
      [
        "new", "X = [[1]]", "dense 1 identity", "dense 1 identity", "W1 = [[2]]", "W2 = [[3]]",
        "Y = [[5]]", "rate 0.05 layer 2",
      ], "W1_new\n0.8000\nb1_new\n-1.200\nW2_new\n2.8000\nb2_new\n-0.1000\n",
      "all that was updated follows from a rate of 0.2; it is 0.1"
    ),
    (
      ["rate 0.05 layer 1"], "W_new\n0.4,0.8\n1.6,-1.2\n1.4,3.6\n",
      "the first that differs is W_new, update"
    ),
  ])
  func theRateIsLookedForAsTheUpdateUsesIt(setUp: [String], table: String, sentence: String) {
    var session = session(["a.csv": table])
    for line in setUp { _ = session.respond(to: line, from: .script) }
    let said = words(session.respond(to: "verify a.csv"))
    #expect(said.contains(sentence), "\(said)")
  }

  private static let newW = "W_new\n0.7,-0.1\n1.8,-1.1\n1.7,2.8\n"
  private static let newB = "b_new\n-1.3,1.5\n"

  @Test(arguments: [
    (newW + newB, "all 2 agree, up to rounding"),
    ("W1_new\n0.7,-0.1\n1.8,-1.1\n1.7,2.8\nb1_new\n-1.3,1.5\n", "all 2 agree"),
    (newW + "b_new\n-1,1\n", "both are what bias-not-updated gives: this is b as it was"),
    (dW + "W_new\n1.300,-1.900\n2.200,-0.900\n2.300,1.200\n", "DIFFERS: update-uphill"),
    ("W_new\n-2,8\n0,-2\n-1,10\nb_new\n-4,6\n", "rate-left-out explains all 6"),
    ("W_new\n0.97,-0.91\n1.98,-1.01\n1.97,2.08\n", "rate-twice explains all 6"),
    (
      "W_new\n0.4,0.8\n1.6,-1.2\n1.4,3.6\n",
      "all that was updated follows from a rate of 0.2; it is 0.1"
    ),
    ("W_new\n0.4,0.8\n1.6,-1.2\n1.4,3.6\n", "and 'rate 0.2' sets it"),
    (
      dW.replacing("-9", with: "-13") + "W_new\n0.7,0.3\n1.8,-1.1\n1.7,2.8\n",
      "update W_new (3, 2) 5 of 6 follows from the file's own"
    ),
    (newW.replacing("0.7", with: "0.8"), "the first that differs is W_new, update"),
  ])
  func theUpdateIsComparedAndItsMistakesNamed(table: String, sentence: String) {
    #expect(words(verified(table)).contains(sentence), "\(words(verified(table)))")
  }

  @Test func aSecondFileHoldsWhatWasUpdated() {
    let second = Self.newW.replacing("_new", with: "") + Self.newB.replacing("_new", with: "")
    let own = Self.w + Self.b + Self.dW
    #expect(words(verified(own, " updated b.csv", second: second)).contains("all 3 agree"))
    #expect(
      words(verified(own, " given updated b.csv", second: second)).contains("all 3 agree"))
    let wrong = verified(own, " updated b.csv", second: second.replacing("2.8", with: "2.9"))
    #expect(wrong.hasFailedCheck && words(wrong).contains("the first that differs is W_new"))
    // What else it holds is of another iteration.
    #expect(
      words(verified(own, " updated b.csv", second: second + "dW\n1,2\n")).contains("all 3 agree"))
    let without = verified(own, " updated b.csv", second: "dW\n1,2\n")
    #expect(without.hasFailed && words(without).contains("b.csv holds no W or b by its name"))
    #expect(verified(own, " updated none.csv").hasFailed)
  }

  /// From outside, where the rate is an option.
  @Test func theRateIsTakenFromOutside() {
    let table = Self.x + Self.w + Self.b + Self.y + "W_new\n0.4,0.8\n1.6,-1.2\n1.4,3.6\n"
    for (rate, sentence) in [
      (0.2, "it agrees"), (nil, "follows from a rate of 0.2; it is 0.1 here, and '--rate 0.2'"),
    ] {
      var session = session(["a.csv": table])
      let response = session.verify(
        file: "a.csv", activations: "relu", loss: "MSE", rate: rate)
      #expect(words(response).contains(sentence), "\(words(response))")
    }
    var session = session([
      "a.csv": Self.x + Self.w + Self.b + Self.y, "b.csv": "W\n0.4,0.8\n1.6,-1.2\n1.4,3.6\n",
    ])
    let response = session.verify(
      file: "a.csv", activations: "relu", loss: "MSE", rate: 0.2, updated: "b.csv")
    #expect(words(response).contains("it agrees"), "\(words(response))")
  }

  @Test func whatWasGivenMustBeTheLayers() {
    let own = Self.x + Self.w + Self.b + Self.y + Self.dW
    #expect(words(verified(own, " given")).contains("it agrees"))
    for (table, names) in [
      (own.replacing("2,2\n", with: "2,3\n"), "W and Y in 'a.csv' are not what was given here"),
      (own.replacing("2,0,1", with: "2,0,5"), "X in 'a.csv' is not what was given here"),
      (own.replacing("-1,1\ndW", with: "-1,2\ndW").replacing("b\n-1,1", with: "b\n-1,9"), "b in"),
    ] {
      let response = verified(table, " given")
      #expect(response.hasFailed && words(response).contains(names), "\(words(response))")
      #expect(!verified(table).hasFailed)
    }
    // Weights that were drawn are the layer's own where they are given.
    var session = session(["a.csv": "W\n1,2\n3,4\n5,6\n"])
    for line in ["new", "X = \(Self.data)", "dense 2 relu"] {
      _ = session.respond(to: line, from: .script)
    }
    #expect(session.respond(to: "verify a.csv given", from: .script).hasFailed)
    #expect(!session.respond(to: "verify a.csv", from: .script).hasFailed)
  }

  /// No hint sends a person back to the line just typed.
  @Test func noHintRepeatsTheLine() {
    let names = Quantity.allCases.map(\.name) + ["cost", "Q", "W2"]
    let cells = names + names.map { "\($0)[0,1]" } + names.map { "\($0)[0,0]" } + ["dZ[2,1]"]
    let files = [
      "own.csv": Self.x + Self.w + Self.b + Self.y + "dW\n3,-13\n2,-1\n3,-8\n",
      "unfit.csv": "W\n1,2\n", "none.csv": "Q\n1\n",
      "rate.csv": "W_new\n0.4,0.8\n1.6,-1.2\n1.4,3.6\n",
    ]
    let lines =
      ["explain", "nudge", "path", "mine"].flatMap { word in cells.map { "\(word) \($0)" } }
      + cells.flatMap { ["mine \($0) = -13", "mine \($0) = 0.5", "mine \($0) = [[1, 2]]"] }
      + ["own", "unfit", "none", "rate"].flatMap {
        ["verify \($0).csv", "verify \($0).csv given", "verify \($0).csv updated rate.csv"]
      }
    for setUp in [[], ["run"], ["goto dW"], ["goto dW", "bug hidden"]] {
      var start = session(files)
      for line in setUp { _ = start.respond(to: line) }
      for line in lines {
        var session = start
        let response = session.respond(to: line)
        // A complaint shows the line once, with a mark under it.
        let echoes = response.complaint == nil ? 0 : 1
        let count = words(response).components(of: line)
        #expect(count <= echoes, "\(setUp) \(line): \(response.text)")
      }
    }
    for activations in [["relu"], ["relu", "relu"]] {
      var session = session(files)
      for file in files.keys.sorted() {
        let said = words(
          session.verify(file: file, activations: activations.joined(separator: ","), loss: nil))
        #expect(!said.contains("epynn-repl verify"), "\(said)")
      }
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
