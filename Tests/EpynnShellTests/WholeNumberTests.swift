import EpynnCore
import Synchronization
import Testing

@testable import EpynnShell

/// Whole numbers that nobody meant, wherever a command takes one, in every state.
@Suite struct WholeNumberTests {
  static let numbers = ["0", "-1", "\(Int.min)", "\(Int.max)", "\(UInt64.max)", "1e300", "-1e300"]

  /// Each line with a number in it, `#` where it stands.
  static let lines = [
    "step #", "back #", "redo #", "goto #", "goto epoch #", "goto dW#", "goto #.backward.3",
    "break dW#", "break dW if X[#,0]", "watch W[#,0]", "watch W#[0,0]", "display W[0,#]",
    "delete #", "explain dW[#,0]", "explain dW#[0,0]", "explain dW[0,0] deeper #", "path W[#,0]",
    "path W#[0,0]", "heat X #x2", "heat X 2x#", "heat X #x#", "cover dW#", "cover dW",
    "reveal dW[#,0]", "show W#", "show X[#:#,#]", "show X[#]", "dense #", "dense # relu",
    "data boolean #", "data t.csv label #", "seed #", "rate 0.1 layer #", "rate #",
    "clip #", "set precision #", "set memory #", "set cycle_epochs #", "set decay_k #",
    "set schedule lin_decay layer #", "set cycle_epochs # layer #", "split # # #", "split 1 # 1",
    "train #", "train 1 batch #", "nudge W[#,0]", "nudge W#[0,0]", "nudge W[0,0] #",
    "mine dW[#,0] = 1", "mine dW#[0,0] = 1", "mine dW# = [[1]]", "check dW#",
    "bug transposed layer #", "bug random layer #", "bug gradient-averaged layer #",
    "predict dW#", "X#", "W# = [[1]]", "dA# = [[1]]", "X# = [[1]]", "b#[0,0] = 1", "Y[#,0] = 1",
    "X[#,0] = 5", "X[0,0] = #", "W[#] = 1", "dA[#,0] = 5", "dA#[0,0] = 5", "dA#[0,0] += 5",
    "try W[#,0] = 1", "try rate 1 layer #", "try dense #", "zeros(#, 1)", "eye(#)", "ones(#,#)",
    "round(X, #)", "X.sum(axis=#)", "X.shape[#]", "X ** #", "history #", "lesson #", "plot #",
    "progress #", "help #", "load #", "save #",
  ]

  static let states: [[String]] = [
    [], ["new"], ["run"], ["goto dW", "W[0,0] = 3", "back"],
    ["new", "X = [[1, 2], [3, 4]]"],
    ["new", "data xor", "dense 2 tanh", "dense 1 sigmoid", "loss BCE"],
    [
      "new", "data xor", "dense 2 tanh", "dense 1 sigmoid", "loss BCE", "train 3 batch 2", "back 2",
    ],
    ["new", "data iris", "dense 3 softmax", "loss CCE", "split 2 1 1", "train 1", "predict on"],
    ["cover dW", "break dZ", "display W", "watch W[0,0]", "bug gradient-averaged"],
  ]

  @Test(arguments: states.indices)
  func noWholeNumberTraps(state: Int) {
    let asked = Mutex(0)
    var start = Session(
      surroundings: Surroundings(
        read: { _ in .success(Array("1,2\n3,4\n".utf8)) },
        // As if Ctrl-C were pressed after a while: the greatest number of steps has no end.
        isInterrupted: {
          asked.withLock {
            $0 += 1
            return $0 > 50
          }
        }))
    for line in Self.states[state] { _ = start.respond(to: line, from: .script) }
    for line in Self.lines {
      for number in Self.numbers {
        var session = start
        asked.withLock { $0 = 0 }
        let typed = line.replacing("#", with: number)
        _ = session.respond(to: typed, from: .script)
        asked.withLock { $0 = 0 }
        _ = session.respond(to: "predict off", from: .script)
        #expect(session.respond(to: "2 + 3", from: .script).text == "5\n", "\(typed)")
      }
    }
  }

  @Test func aSplitThatLeavesNothingIsRefused() {
    var session = Session()
    let text = session.respond(to: "split 0 0 0", from: .script).text
    #expect(
      text.hasSuffix("no sample would be left to train on; 'split 2 1 1' keeps half of them\n"),
      "\(text)")
  }

  @Test func colonsCostNothing() {
    var session = Session()
    #expect(
      session.respond(to: String(repeating: ":", count: 5_000) + "help").text.contains("step"))
    #expect(session.respond(to: String(repeating: ":", count: 20_000)).text.isEmpty)
    #expect(session.respond(to: ": : W[0,1]", from: .script).text == "-1\n")
    _ = session.respond(to: "lesson one-neuron")
    let start = ContinuousClock.now
    let colons = String(repeating: ":", count: 200_000)
    #expect(session.respond(to: colons + "W[0,1]").text.contains("-1"))
    #expect(start.duration(to: .now) < .seconds(5))
  }
}
