import EpynnCore
import Testing

@testable import EpynnShell

/// Numbers that ask for a word get it where they happen, once.
@Suite struct RemarkTests {
  /// A remark, the lines that lead to it, and how one more iteration may be run.
  struct Case: CustomStringConvertible {
    let words: String
    let setUp: [String]
    var ways = [["run"], ["step"], ["next"], ["train 12"]]

    var description: String { words }
  }

  private static let line = [
    "new", "X = [[1], [2], [3]]", "dense 1 identity", "W = 1", "Y = [[2], [4], [6]]",
  ]
  private static let xor = [
    "new", "data xor", "dense 1 sigmoid", "W = [[1], [1]]", "loss BCE", "rate 0.5",
  ]
  /// Two tanh units that have found half of xor, and no way on.
  private static let plateau = [
    "new", "data xor", "dense 2 tanh", "dense 1", "loss BCE", "rate 0.5",
    "W1 = [[4.6204, -4.6972], [-2.0226, -2.7144]]", "b1 = [[1.2208, 0.7756]]",
    "W2 = [[-3.7486], [-4.1902]]", "b2 = -0.4411", "step 180;",
  ]
  private static let boolean = ["new", "data boolean", "dense 1 sigmoid", "loss BCE", "rate 0.01"]
  private static let byHand = [["run"], ["step"], ["next"]]

  static let cases: [Case] = [
    Case(words: "the cost rises: lower the rate, as by 'rate 0.1'", setUp: line + ["rate 1"]),
    Case(words: "this cost is huge", setUp: xor + ["X = 1000 * X", "rate 1e-9"]),
    Case(
      words: "all outputs are alike",
      setUp: ["new", "data xor", "dense 3 tanh", "dense 1", "b1 = 50 * [1, 1, 1]"]),
    Case(
      words: "the softmax of one unit is 1", setUp: ["new", "data xor", "dense 1 softmax"]),
    Case(words: "unit 1 is off for every sample", setUp: ["b = [[-1, -100]]"]),
    Case(
      words: "units 0 and 2 of layer 1 are off for every sample",
      setUp: [
        "new", "data boolean", "dense 3 relu", "dense 1 sigmoid", "loss BCE", "rate 0.001",
        "b1 = [[-50, 1, -50]]",
      ]),
    Case(
      words: "units 0 and 1 of layer 1 have equal weights on both sides",
      setUp: ["new", "data xor", "dense 2 tanh zeros", "dense 1 sigmoid zeros"]),
    Case(
      words: "units 0 and 1 of layer 1 have equal weights on both sides",
      setUp: ["new", "data xor", "dense 2 sigmoid", "dense 1", "W1 = 0 * W1", "W2 = 0 * W2"]),
    Case(words: "the cost stands nearly still", setUp: plateau),
    Case(
      words: "CCE suits softmax alone, and the last layer is relu", setUp: ["loss CCE"],
      ways: byHand),
    Case(
      words: "BCE suits an activation from 0 to 1, as sigmoid, and the last layer is identity",
      setUp: ["new", "data xor", "dense 1 identity", "W = [[0.2], [0.2]]", "b = 0.2", "loss BCE"]),
    Case(
      words: "BCE suits targets from 0 to 1, and Y holds others",
      setUp: ["new", "data xor", "Y = 2 * Y - 1", "dense 1 sigmoid", "loss BCE"]),
    Case(
      words: "CCE suits targets that are shares of 1, as one 1 among zeros, and Y holds others",
      setUp: ["dense 2 softmax", "Y = [[3, 4], [2, 1], [2, 2], [3, 7]]", "loss CCE"]),
    Case(
      words: "this step sums over all 50 samples, those of the training over 10: it is 5 times",
      setUp: boolean + ["train 3 batch 10;"], ways: byHand),
  ]

  /// What the lines say, whatever their breaks.
  private func words(_ session: inout Session, _ lines: [String]) -> String {
    lines.map { session.respond(to: $0, from: .script).text }.joined(separator: "\n")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: cases)
  func itIsSaidOnceWhereItHappens(remark: Case) {
    for way in remark.ways {
      var session = Session.playing(remark.setUp)
      // As many as run an iteration and more.
      let count = way == ["step"] ? session.machine.stops.count + 8 : way == ["next"] ? 12 : 3
      let text = words(&session, Array(repeating: way, count: count).flatMap(\.self))
      #expect(text.count(of: remark.words) == 1, "\(way): \(text)")
      let again = words(&session, ["back", "redo", "back 3", "run", "run"])
      #expect(again.count(of: remark.words) == 0, "\(way): \(again)")
    }
  }

  /// What was silenced was not said.
  @Test(arguments: cases)
  func aSilencedLineLeavesItToTheNext(remark: Case) {
    var session = Session.playing(remark.setUp)
    #expect(words(&session, ["run;"]) == "")
    #expect(words(&session, ["run"]).contains(remark.words))
  }

  @Test func ofOtherDataOrAnotherNetworkItIsSaidAgain() {
    var session = Session.playing(["b = [[-1, -100]]"])
    let said = "unit 1 is off for every sample"
    #expect(words(&session, ["run"]).contains(said))
    #expect(words(&session, ["Y = 2 * Y", "run"]).contains(said))
    #expect(!words(&session, ["run", "rate 0.01", "run"]).contains(said))
    #expect(words(&session, ["X = X + 1", "b = [[-1, -100]]", "run"]).contains(said))
  }

  /// A cost is shown nowhere without the word, whoever shows it.
  @Test(arguments: ["score", "nudge W[0,0]", "try W[0,0] = 0", "diff", "run", "goto dA"])
  func noCostIsShownWithoutAWord(line: String) {
    var session = Session.playing(["new", "data xor", "Y = 2*Y - 1", "dense 1 sigmoid", "loss BCE"])
    _ = words(&session, ["W[0,0] = 0.5"])
    let text = words(&session, [line])
    #expect(text.contains("BCE suits targets from 0 to 1, and Y holds others"), "\(text)")
  }

  /// MSE behind sigmoid is allowed, and so is much else.
  @Test(arguments: [
    ["new", "data xor", "dense 4 tanh", "dense 1 sigmoid", "loss MSE"],
    ["new", "data xor", "dense 4 tanh", "dense 1 sigmoid", "loss BCE"],
    ["new", "data iris scale", "dense 3 softmax", "loss BCE", "rate 0.01"],
    ["new", "data iris scale", "dense 3 softmax", "loss CCE", "rate 0.01"],
    ["new", "data iris scale", "dense 3 softplus", "loss MSLE", "rate 0.001"], [],
    ["new", "data xor", "dense 1 sigmoid zeros", "loss BCE"], ["loss half-square", "rate 0.05"],
  ])
  func whatGoesWellIsSilent(setUp: [String]) {
    for lines in [["run", "run"], ["step", "next", "run", "train 5"]] {
      var session = Session.playing(setUp)
      let silent = words(&session, lines)
      #expect(session.aids.remarksMade.topics.isEmpty, "\(setUp), \(lines): \(silent)")
    }
  }

  /// A remark holds no digit that a cover hides, and none hints at a mistake to be found.
  @Test func whatIsHiddenStaysHidden() {
    var session = Session.playing([
      "cover Z", "cover A", "cover loss", "cover b", "rate 0.7", "b = [[-1, -100.25]]",
    ])
    let text = words(&session, ["run"])
    #expect(text.contains("unit 1 is off") && !text.contains("100.25"), "\(text)")
    var hunted = Session.playing(["bug update-uphill", "rate 1"])
    #expect(!words(&hunted, ["run", "run", "train 3"]).contains("the cost rises"))
  }

  /// What was said at any width is what a lesson's test sees said.
  @Test(arguments: [40, 132])
  func aSavedSessionWithRemarksPasses(width: Int) throws {
    for remark in Self.cases where !remark.words.contains("stands") {
      let disk = Disk()
      var session = Session(
        screen: Screen(width: width, height: 24), surroundings: disk.surroundings)
      for line in remark.setUp + ["step", "step 3", "run", "run;", "back", "run", "score"] {
        _ = session.answer(line, in: disk)
      }
      _ = session.answer("save r.md", from: .script, in: disk)
      for failure in try disk.discrepancies(of: "r.md") {
        Issue.record("\(remark), line \(failure.line): \(failure.message.joined(separator: "\n"))")
      }
    }
  }

  /// The screen holds card, remark and prompt.
  @Test(arguments: cases)
  func cardAndRemarkFitTheScreen(remark: Case) {
    for (width, isUnicode) in [(80, true), (120, false)] {
      var session = Session.playing(remark.setUp)
      session.screen = Screen(width: width, height: 24, isUnicode: isUnicode)
      for _ in session.machine.stops {
        let lines = session.respond(to: "step").output.rendered(
          in: nil, unicode: isUnicode
        ).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count <= 23, "\(lines.count) lines")
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(isUnicode || lines.allSatisfy { $0.allSatisfy(\.isASCII) })
      }
    }
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }

  private func components(separatedBy part: String) -> [Substring] {
    split(separator: part, omittingEmptySubsequences: false)
  }
}
