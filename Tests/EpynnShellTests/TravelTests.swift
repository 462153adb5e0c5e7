import EpynnCore
import TestSupport
import Testing

@testable import EpynnShell

/// Travel changes nothing that was seen: first run, run again and single step are one road.
@Suite struct TravelTests {
  private func said(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line, from: .script).text
  }

  /// All that a session holds but the way to it.
  private func state(_ session: Session) -> Fingerprint {
    Fingerprint([session.machine as Any, session.settings as Any])
  }

  private let iris = [
    "new", "data iris scale", "dense 3 softmax", "loss CCE", "rate 0.01", "train 6 batch 30",
  ]

  @Test func anEpochsCostIsTheOneThatWasTold() {
    var session = Session.playing(iris)
    let costs = session.machine.epochs.curve.all.map { $0.cost }
    let plot = said(&session, "plot")
    for epoch in [2, 6, 1, 5, 3, 4, 6] {
      let told = costs[epoch - 1].text(.decimals(4))
      #expect(
        said(&session, "goto epoch \(epoch)").hasPrefix(
          "\(epoch) epoch\(epoch == 1 ? " is" : "s are") done; its cost was \(told)\n"))
    }
    #expect(said(&session, "plot") == plot)
    #expect(session.machine.epochs.curve.all.map { $0.cost } == costs)
  }

  /// Within an epoch, past the most points that are kept: the curve ends where it did.
  @Test(arguments: [(4_999, "train 4999 batch 2;", 10), (5_000, "train 5000 batch 2;", 17)])
  func aThinnedCurveEndsWithTheEpochBefore(epochs: Int, line: String, steps: Int) {
    var session = Session.playing(["rate 0.0001", line, "back \(steps)"])
    let last = session.machine.epochs.curve.all.last
    #expect(last?.epoch == session.machine.epochsDone)
    let plot = said(&session, "plot")
    for line in ["redo \(steps)", "back \(steps)"] { _ = said(&session, line) }
    #expect(session.machine.epochs.curve.all.last == last)
    #expect(said(&session, "plot") == plot)
  }

  /// What thinned the curve since was not known then.
  @Test func theCurveOfAnEarlyEpochIsTheOneThatWasSeenThen() {
    var long = Session.playing(["rate 0.05", "train 5000 batch 1 shuffle;", "goto epoch 20"])
    var short = Session.playing(["rate 0.05", "train 20 batch 1 shuffle;"])
    #expect(said(&long, "plot") == said(&short, "plot"))
    #expect(long.machine.epochs == short.machine.epochs)
    for line in ["train 30 batch 1 shuffle;", "plot"] {
      #expect(said(&long, line) == said(&short, line))
    }
    #expect(long.machine.epochs == short.machine.epochs)
  }

  /// A seed that is set within a shuffled training is for what is drawn from then on.
  @Test(arguments: [3, 4, 8]) func anotherSeedLeavesTheOrderOfATrainingAlone(seed: Int) {
    var session = Session.playing([
      "set precision full", "train 3 batch 2 shuffle;", "back 30", "seed \(seed);", "step 10;",
    ])
    let there = session.machine
    for line in ["step 10;", "back 10;"] { _ = said(&session, line) }
    #expect(session.machine == there)
    for line in ["train 2;", "back 1", "redo 1"] { _ = said(&session, line) }
    // Finished by training and by steps it is the same.
    var stepped = Session.playing([
      "set precision full", "train 3 batch 2 shuffle;", "back 30", "seed \(seed);", "run;",
    ])
    let trained = Session.playing([
      "set precision full", "train 3 batch 2 shuffle;", "back 30", "seed \(seed);", "train 1;",
      "goto epoch 2",
    ])
    #expect(
      said(&stepped, "W")
        == {
          var other = trained
          return said(&other, "W")
        }())
  }

  /// What NumPy's own loop over the batches gives is what is told, first and again.
  @Test func theCurveEndsWhereTrainingDid() {
    for steps in [1, 2, 7, 50] {
      var session = Session.playing(["train 6"])
      let plot = said(&session, "plot")
      let end = state(session)
      _ = said(&session, "back \(steps)")
      _ = said(&session, "redo \(steps)")
      #expect(said(&session, "plot") == plot)
      #expect(state(session) == end)
    }
  }

  @Test func eachNetworkHasEpochsAndCurvesOfItsOwn() {
    var session = Session.playing([
      "train 30", "new", "data xor", "dense 2 tanh", "dense 1 sigmoid", "train 20",
    ])
    #expect(session.machine.epochs.done == 20)
    #expect(session.machine.epochs.curve.all.count == 20)
    #expect(said(&session, "goto epoch 20").hasPrefix("20 epochs are done; its cost was"))
    #expect(session.machine.layers.count == 2)
    let refused = said(&session, "goto epoch 25")
    #expect(
      refused.contains("0 to 20 can be reached; 'back' alone leads to the network before this one"))
    #expect(said(&session, "plot").contains("this is network"))
    let all = said(&session, "plot all")
    #expect(all.contains("network 1: 2 relu") && all.contains(": 2 tanh, 1 sigmoid"))
    _ = said(&session, "goto epoch 0")
    _ = said(&session, "back 5")
    #expect(session.machine.epochs.done == 30)
    #expect(said(&session, "goto epoch 12").hasPrefix("12 epochs are done"))
  }

  @Test func beforeTheFirstEpochSaysWhatWasSteppedByHand() {
    var session = Session.playing(["run", "run", "train 3"])
    #expect(
      said(&session, "goto epoch 0").hasPrefix(
        "before the first epoch; the 2 iterations stepped by hand before it stay done\n"))
    #expect(session.machine.iteration == 3)
    var trained = Session.playing(["train 3"])
    #expect(said(&trained, "goto epoch 0").hasPrefix("before the first epoch\n"))
  }

  /// Ways through a training that were refused or led astray.
  @Test func everyEpochThatIsNamedCanBeReached() {
    var session = Session.playing([
      "data xor", "dense 2 tanh", "dense 1 sigmoid", "loss BCE", "train 3 batch 2",
    ])
    let costs = session.machine.epochs.curve.all
    for line in [
      "goto epoch 0", "redo 5", "goto epoch 2", "goto epoch 1", "back 2", "goto epoch 0",
      "step 3", "goto epoch 0", "redo 100",
    ] {
      #expect(!session.respond(to: line, from: .script).hasFailed, "\(line)")
      if let range = session.timeline.reachableEpochs {
        for epoch in range {
          var trial = session
          let answer = trial.respond(to: "goto epoch \(epoch)", from: .script)
          #expect(!answer.hasFailed, "after \(line): \(epoch) of \(range): \(answer.text)")
          #expect(trial.machine.epochs.curve.all == Array(costs.prefix(epoch)))
        }
      }
    }
  }

  /// Found by the plain model: both ends that a refusal names can be reached, and what lies between.
  @Test(arguments: [
    // Undone as a whole; with steps by hand behind it, which belong to no epoch.
    (["train 3 batch 1", "back 300"], 0...3), (["train 1", "run", "back 38"], 0...1),
    // An epoch that ends behind an edit within an iteration.
    (["train 1", "goto epoch 0", "step 6", "W[1,1] = 0.5", "run", "Y[0,0] = 1", "step 3"], 0...1),
    (["train 2", "back 3", "W[1,0] = 0.5", "train 3", "step", "run"], 0...5),
  ])
  func everyEndOfARefusalIsReachable(lines: [String], reachable: ClosedRange<Int>) {
    var session = Session.playing(lines)
    #expect(
      said(&session, "goto epoch 9").contains(
        "\(reachable.lowerBound) to \(reachable.upperBound) can be reached"))
    for epoch in reachable {
      var trial = session
      #expect(!trial.respond(to: "goto epoch \(epoch)", from: .script).hasFailed, "\(epoch)")
      #expect(trial.machine.epochs.done == epoch && trial.machine.position == 0)
    }
  }

  @Test func aTrainingOfWhatIsNoNumberIsRefused() {
    var session = Session.playing(["rate 1e200"])
    _ = said(&session, "run")
    _ = said(&session, "run")
    _ = said(&session, "run")
    let text = said(&session, "train 5")
    #expect(
      text.contains("of layer 1 is NaN or infinite; 'back' goes to before it became so"), "\(text)")
  }

  /// Lines as a person might type them, in any order.
  private static let lines = [
    "step", "step 3", "next", "run", "train 2", "train 3 batch 2", "train 1 batch 3 shuffle",
    "back",
    "back 3", "back 11", "redo", "redo 4", "redo 30", "goto epoch 0", "goto epoch 1",
    "goto epoch 3",
    "goto dW", "goto Z", "goto loss", "restart", "W[0,0] += 0.25", "b = 0", "X[1,0] = 0.5",
    "Y[0,0] = 1", "rate 0.05", "rate 0.02 layer 1", "loss MAE", "loss MSE", "clip 0.5", "clip off",
    "convention pytorch", "convention nielsen", "convention mazur", "convention deeplearning.ai",
    "convention epynn", "convention gradients-averaged", "convention half-squares off", "freeze W",
    "unfreeze W", "activation tanh", "activation = Z * sigmoid(Z)", "slope = sigmoid(Z)",
    "dense 2 tanh nobias", "Y = onehot([0, 1, 1, 0])",
    "seed 3", "set schedule exp_decay", "set schedule steady", "bug gradient-averaged",
    "bug transposed", "fix", "cover dW", "reveal", "break dZ", "watch W[0,0]", "display cost",
    "delete 1", "split 2 1 1", "data xor", "dense 2 tanh", "dense 1 sigmoid", "new",
    "X = [[1, 2], [3, 4], [5, 6]]", "Y = [[1], [0], [1]]", "dA = [[1], [2], [3]]", "v = X", "check",
    "try W[0,0] = 9", "keep", "plot", "score",
  ]

  @Test(arguments: 0..<100)
  func backToTheStartAndForwardAgainIsTheSameSession(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var session = Session.playing(
      seed % 2 == 0 ? [] : ["new", "data xor", "dense 3 tanh", "dense 1 sigmoid"])
    var typed: [String] = []
    for _ in 0..<20 {
      let line = Self.lines.randomElement(using: &generator) ?? "step"
      typed.append(line)
      _ = session.respond(to: line, from: .script)
    }
    let plot = said(&session, "plot")
    var stops = 0
    var past = session.timeline
    while try past.back() != nil { stops += 1 }
    var moments = [state(session)]
    var distances: [Int] = []
    while stops > 0 {
      let distance = min(Int.random(in: 1...29, using: &generator), stops)
      #expect(said(&session, "back \(distance)").hasPrefix("undid"))
      stops -= distance
      distances.append(distance)
      moments.append(state(session))
    }
    #expect(said(&session, "back").hasPrefix("nothing to undo"))
    for (distance, moment) in zip(distances, moments).reversed() {
      _ = said(&session, "redo \(distance)")
      let now = state(session)
      #expect(now == moment, "\(typed): \(now.difference(from: moment))")
    }
    #expect(said(&session, "plot") == plot, "\(typed)")
  }
}
