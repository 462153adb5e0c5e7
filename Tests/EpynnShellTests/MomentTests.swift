import EpynnCore
import TestSupport
import Testing

@testable import EpynnShell

/// Moments compared, sought and drawn: `diff NAME`, `back until`, `plot W[0,1]`, `explain W[0,1]`.
@Suite struct MomentTests {
  private func said(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line, from: .script).text
  }

  private func last(_ lines: [String]) -> String {
    var session = Session.playing(Array(lines.dropLast()))
    return said(&session, lines.last ?? "")
  }

  // The numbers of the example's first iteration stand in the design: cost 3.25, 1.2025.
  @Test func theLargestChangeComesFirst() {
    #expect(
      last(["bookmark a;", "run;", "rate 0.2;", "diff a"]) == """
        from a to now
          cost       3.25 → 1.2025
          iteration  1 → 2
          rate       0.1 → 0.2
          tensor  cells   largest change
          W       6 of 6  [0,1] -1 → -0.1  by 0.9
          b       2 of 2  [0,1] 1 → 1.5    by 0.5
          came: Z, A, loss, dA, dZ, dX, dW and db

        """)
    #expect(
      last(["goto update;", "bookmark a;", "run;", "goto update;", "a = 3;", "diff a now"])
        .contains("\n  came: a\n"))
  }

  @Test func aDifferenceFitsTheScreen() {
    let layers = (0..<9).map { _ in "dense 5 tanh;" }
    var deep = Session.playing(
      layers + ["dense 2 sigmoid;", "Y = [[1, 0], [0, 1], [1, 1], [0, 0]];", "train 40;"])
    let text = said(&deep, "diff epoch 3 epoch 37")
    #expect(text.hasPrefix("from epoch 3 to epoch 37\n  cost  "))
    #expect(text.contains(" more, by "), "\(text)")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 }, "\(text)")
    // Sorted by how far the cell moved that moved the most.
    let distances = text.split(separator: "\n").compactMap { line in
      line.contains("→") && line.contains(" by ")
        ? line.split(separator: " ").last.flatMap { Double($0) } : nil
    }
    #expect(distances.count > 5 && distances == distances.sorted(by: >), "\(text)")
  }

  @Test func settingsAndShapesAreComparedToo() {
    var session = Session.playing([
      "bookmark a;", "bug slope-left-out;", "loss MAE;", "dense 3 tanh;",
    ])
    let text = said(&session, "diff a")
    for part in ["loss     MSE → MAE", "Dense 1  2 units, relu → 3 units, tanh", "(3, 2) → (3, 3)"]
    {
      #expect(text.contains(part), "\(part): \(text)")
    }
    #expect(said(&session, "diff a a") == "nothing differs between a and a\n")
  }

  @Test func backUntilGoesToTheLatestMomentAtWhichItHeld() {
    var session = Session.playing(["train 20;"])
    // The cost of an epoch is told by its loss step; 1.2025 is the second's, 0.7753 the third's.
    let text = said(&session, "back until cost > 1")
    #expect(text.hasSuffix("stops: cost > 1 held last here\nthen: loss = MSE(Y, A)\n"))
    #expect(session.machine.epochsDone == 2)
    #expect(abs((session.machine.cost ?? 0) - 1.2025) < 1e-12)
    #expect(said(&session, "cost > 1").contains("1"))
    #expect(said(&session, "back until cost > 1") == "cost > 1 holds here; nothing was undone\n")
    #expect(
      said(&session, "back until cost > 100") == "cost > 100 held at no moment before this one\n")
    _ = said(&session, "redo")
    #expect(session.machine.cost ?? 2 < 1)
    var edited = Session.playing(["W[0,1] = 7", "run", "rate 0.5", "run"])
    #expect(
      said(&edited, "back until rate < 0.2")
        == "undid 11 stops: rate < 0.2 held last here\nthen: forward (1), X = data\n")
  }

  /// The latest moment is the one that undoing stop by stop comes to first.
  @Test(arguments: [
    "cost < 0.9", "cost > 1.1", "dW[0,1] > 0", "W[0,1] < 0", "Z[2,1] > 0", "n == 3", "m < 0",
  ])
  func backUntilIsBackManyTimes(condition: String) throws {
    let set = ["step 3", "run", "train 4 batch 2", "step 4", "W[0,0] = 2", "run", "train 3"]
    var (jump, walk) = (Session.playing(set), Session.playing(set))
    let expression = try Expression(parsing: condition)
    func holds(_ session: Session) -> Bool {
      ((try? expression.value(in: session.scope))?.elements.allSatisfy { $0 != 0 }) ?? false
    }
    let text = said(&jump, "back until \(condition)")
    var stops = 0
    while !holds(walk), !said(&walk, "back").hasPrefix("nothing to undo") { stops += 1 }
    if holds(walk) {
      #expect(jump.machine == walk.machine)
      #expect(
        text.hasPrefix(stops == 0 ? "\(condition) holds here" : "undid \(stops) stop"), "\(text)")
      _ = said(&jump, "redo \(stops)")
    } else {
      #expect(text == "\(condition) held at no moment before this one\n")
    }
    #expect(jump.machine == Session.playing(set).machine)
  }

  /// What is drawn of each epoch is what stands there after `goto epoch`, and after stepping.
  @Test(arguments: ["train 7", "train 3 batch 2 shuffle"]) func plottedIsWhatStoodThere(
    training: String
  ) throws {
    for formula in ["W[0,1]", "b[0,0]", "dW[2,1]", "norm(dZ)"] {
      let session = Session.playing(["run", training, "rate 0.05", "train 4"])
      let expression = try Expression(parsing: formula)
      func number(_ machine: Machine) -> Double? {
        (try? expression.value(in: Scope(machine, layer: 1)))?.scalar
      }
      let last = session.machine.epochsDone
      let points = try #require(
        try session.timeline.values(afterEpochs: Array(0...last), of: number))
      for epoch in 0...last {
        var there = session
        _ = said(&there, "goto epoch \(epoch)")
        let drawn = points.first { $0.epoch == epoch }?.value
        #expect(drawn?.bitPattern == number(there.machine)?.bitPattern, "\(formula) at \(epoch)")
      }
    }
    // Stepping alone, without a training to look into.
    var stepped = Session.playing(["run"])
    var trained = Session.playing(["run", "train 4"])
    for epoch in 1...4 {
      _ = said(&stepped, "run")
      _ = said(&trained, "goto epoch \(epoch)")
      let pair = [stepped, trained].map { $0.machine.value(of: .w, layer: 1)?.matrix }
      #expect(pair[0] == pair[1])
    }
  }

  @Test func aPlotSaysWhereItBeginsAndEnds() {
    let text = last(["train 20;", "plot W[0,1]"])
    #expect(text.hasSuffix("W[0,1] -1 after epoch 0, 0.9733 after epoch 20\n"), "\(text)")
    #expect(text.contains(" epoch 0 ") && text.contains(" W[0,1] │"))
    #expect(text.split(separator: "\n").count <= 23)
    #expect(
      last(["plot W[0,1]"])
        == "nothing was trained yet; 'train 100' trains 100 epochs, and then there is a\n  curve\n")
    #expect(last(["train 2;", "cover W;", "plot W[0,1]"]).contains("W[0,1] is covered"))
    var session = Session.playing(["train 2;"])
    #expect(said(&session, "plot W").contains("this has shape (3, 2); pick a cell"))
    #expect(
      last(["train 600;", "plot mean(dW)"]).hasSuffix(
        "mean(dW) -1.3333 after epoch 1, -0.0089 after epoch 600; every 4th epoch is\n  drawn\n")
    )
  }

  @Test func whatChangedAWeightLastIsSaid() {
    #expect(
      last(["explain W[0,1]"]) == """
        W[0,1] = -1     weight: feature 0 to unit 1

          it is as the example has it; nothing has changed it

        nudge W[0,1] shows what it does to the loss

        """)
    #expect(
      last(["run;", "explain W[0,1]"]) == """
        W[0,1] = -0.1     weight: feature 0 to unit 1

          changed last by update, iteration 1: -1 → -0.1
          W[0,1] = -1 - 0.1×(-9) = -0.1

        one level down: explain dW[0,1]

        """)
    let cases: [([String], String)] = [
      (["W[0,1] = 5;", "step 3;"], "changed last by 'W[0,1] = 5': -1 → 5; no step has changed"),
      (["dense 2 tanh;"], "drawn by 'dense 2 tanh'"),
      (["run;", "freeze W;", "run;"], "changed last by update, iteration 1: -1 → -0.1"),
      (["train 3 batch 2;"], "changed last by update, epoch 3, batch 2 of 2: "),
      (["train 3 batch 2;", "freeze W;", "train 2;"], "update, epoch 3, batch 2 of 2: "),
      (["train 4;", "step 5;"], "changed last by update, epoch 4: "),
    ]
    for (lines, sentence) in cases {
      let text = last(lines + ["explain W[0,1]"])
      #expect(
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(sentence),
        "\(lines): \(text)")
    }
    #expect(last(["cover W", "explain W[0,1]"]) == "W is covered; 'reveal' shows it\n")
    #expect(last(["run;", "explain b[0,1]"]).contains("b[0,1] = 1 - 0.1×(-5) = 1.5"))
  }

  /// Stop by stop the change is the first difference that undoing comes to.
  @Test(arguments: 0..<trials(10)) func theLastChangeIsTheFirstThatUndoingMeets(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lines = [
      "step 3", "run", "train 3", "train 2 batch 2", "W[1,0] = 3", "freeze W", "unfreeze W",
      "rate 0", "rate 0.1", "back 3", "goto epoch 1", "bookmark a", "restart",
    ]
    var session = Session()
    for _ in 0..<8 {
      _ = said(&session, lines.randomElement(using: &generator) ?? "")
    }
    let name = CellName(.w, layer: 1, Cell(1, 0))
    let found = try session.timeline.lastChange(of: name)
    var walk = session.timeline
    let now = name.number(in: walk.present)
    var event: Timeline.Event?
    while name.number(in: walk.present) == now {
      event = try walk.back()
      if event == nil { break }
    }
    #expect(found?.event == event)
    #expect(found?.before == (event == nil ? nil : walk.present))
  }
}
