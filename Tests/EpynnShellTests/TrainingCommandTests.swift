import EpynnCore
import EpynnLessons
import Synchronization
import Testing

@testable import EpynnShell

/// Training, scores, pictures and data as a person types them.
@Suite struct TrainingCommandTests {
  private static let xor = [
    "data xor;", "dense 4 tanh;", "dense 1;", "loss BCE;", "rate 0.5;",
  ]

  private func session(_ lines: [String] = xor, width: Int = 80) -> Session {
    var session = Session(screen: Screen(width: width))
    for line in lines {
      let response = session.respond(to: line, from: .script)
      #expect(!response.hasFailed, "\(line): \(response.text)")
    }
    return session
  }

  /// The words of an answer, whatever the lines.
  private func said(_ session: inout Session, _ line: String) -> String {
    session.respond(to: line).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func aLineEveryTenthAndWhatItCameTo() {
    var session = session()
    let text = session.respond(to: "train 300").text
    let lines = text.split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines[0].hasPrefix("  epoch  30 of 300   cost "))
    #expect(lines[9].hasPrefix("  epoch 300 of 300   cost "))
    #expect(lines[10].hasPrefix("trained 300 epochs: cost 0.7"))
    #expect(session.machine.epochsDone == 300)
    #expect(session.respond(to: "train 5").text.contains("epoch 305 of 305"))
    #expect(session.prompt == "epynn 1.forward(1)> ")
  }

  @Test func timeGoesBothWaysThroughATraining() {
    var session = session()
    _ = session.respond(to: "train 50")
    let end = session.machine
    #expect(said(&session, "goto epoch 37").hasPrefix("37 epochs are done; its cost was 0."))
    #expect(said(&session, "back 3").hasPrefix("undid update, 1.gradients (1.2) db1"))
    #expect(said(&session, "goto epoch 0").hasPrefix("before the first epoch"))
    #expect(said(&session, "goto epoch 51").contains("is not among those trained; 0 to 50 can be"))
    #expect(said(&session, "goto epoch 50").hasPrefix("50 epochs are done"))
    #expect(session.machine.parameterBits == end.parameterBits)
    #expect(said(&session, "goto epoch x").contains("'x' is not a whole number from 0 on"))
    var fresh = self.session()
    #expect(said(&fresh, "goto epoch 1").contains("nothing was trained yet; 'train 100'"))
  }

  @Test func controlCStopsAfterABatchAndTheNextTrainFinishesTheEpoch() {
    var session = session(["data boolean;", "dense 1;"])
    let batches = Mutex(0)
    session.surroundings.isInterrupted = {
      batches.withLock {
        $0 += 1
        return $0 > 8
      }
    }
    let text = said(&session, "train 10 batch 10 shuffle")
    #expect(
      text.hasSuffix(
        "stopped by Ctrl-C in epoch 2, after batch 3; the next 'train' finishes that epoch first"
          + " then: forward (1), X = data"), "\(text)")
    session.surroundings.isInterrupted = { false }
    #expect(
      said(&session, "train 1 batch 10").contains("epoch 2, which was interrupted, is finished"))
    #expect(session.machine.epochsDone == 3)
  }

  @Test func anIncompleteBatchIsSaidAndALargeOneIsTheData() {
    var session = session(["data boolean;", "dense 1;"])
    #expect(
      said(&session, "train 1 batch 20").contains("10 samples fill no batch and are left out"))
    #expect(!said(&session, "train 1 batch 51").contains("left out"))
  }

  @Test func scoresAndConfusionOfEachPart() {
    var session = session(["data iris scale;", "dense 3 softmax;", "loss CCE;", "rate 0.05;"])
    #expect(
      said(&session, "split 2 1 1")
        == "75 samples to train on, 38 for validation, 37 for the test, shuffled by seed 1")
    _ = session.respond(to: "train 200;")
    let text = session.respond(to: "score").text
    #expect(text.contains("training   validation   test"))
    for name in ["cost", "accuracy", "mean recall", "mean precision"] {
      #expect(text.contains("\n  \(name) "), "\(name)")
    }
    #expect(text.contains("is \\ called  setosa  versicolor  virginica"))
    #expect(said(&session, "split 0 1 1").contains("no sample would be left to train on"))
    #expect(said(&session, "split 1 1").contains("needs three sizes, as in 'split 2 1 1'"))
    // Split again, all samples are shared out again.
    #expect(said(&session, "split 1 0 0").hasPrefix("150 samples to train on, 0 for validation"))
  }

  @Test func curvesAndPicturesAreDrawnInBrailleOrASCII() {
    var session = session()
    #expect(said(&session, "plot").contains("nothing to draw yet"))
    _ = session.respond(to: "train 100")
    let plot = session.respond(to: "plot loss").text
    #expect(plot.contains("cost │") && plot.contains("accuracy │") && plot.contains("⠉"))
    #expect(plot.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(plot.split(separator: "\n").count <= 23)
    session.screen = Screen(isUnicode: false)
    let plain = session.respond(to: "plot").output.rendered(in: nil, unicode: false)
    #expect(plain.unicodeScalars.allSatisfy(\.isASCII) && plain.contains("*"))
    session.screen = Screen()
    #expect(
      session.respond(to: "heat [[0, 1], [2, 4]]").text == """
          ┌────┐
          │  ░░│
          │▒▒██│
          └────┘
          from 0 (light) to 4 (dark)

        """)
    #expect(session.respond(to: "heat [1, 2, 3, 4] 2x2").text.contains("│▓▓██│"))
    #expect(said(&session, "heat W1 3x3").contains("'3x3' does not hold 8 cells"))
  }

  @Test func schedulesAndClippingAreSetForAllOrForALayer() {
    var session = session()
    #expect(said(&session, "set schedule exp_decay") == "schedule is exp_decay")
    #expect(said(&session, "set decay_k 0.1 layer 2") == "decay_k of layer 2 is 0.1")
    #expect(said(&session, "rate 0.2 layer 1") == "rate of layer 1 is 0.2")
    #expect(session.machine.learning(ofLayer: 1).rate == 0.2)
    #expect(session.machine.learning(ofLayer: 2).decayK == 0.1)
    #expect(session.machine.learning(ofLayer: 2).rate == 0.5)
    #expect(said(&session, "clip 0.25").hasPrefix("gradients of a layer are clipped to a norm"))
    #expect(said(&session, "clip off") == "gradients are not clipped")
    for (line, sentence) in [
      ("rate -1", "the rate must be a finite number from 0 on and this is -1"),
      ("set decay_k -1", "decay_k must be a finite number from 0 on and this is -1"),
      ("set cycle_descent 2", "cycle_descent must be from 0 to 1 and this is 2"),
      ("set cycle_epochs many", "'many' does not work for 'cycle_epochs'; it wants N"),
      ("set schedule fast", "it wants steady|exp_decay|lin_decay"),
      ("rate 1 layer 9", "no layer 9; there are 2 layers"), ("clip -1", "'clip' must be above 0"),
      ("clip much", "it wants a number above 0, or off"),
      ("set memory 0", "it wants MEGABYTES"),
    ] {
      let machine = session.machine
      #expect(said(&session, line).contains(sentence), "\(line)")
      #expect(session.machine == machine)
    }
  }

  @Test func badTrainingIsRefusedAndNothingChanges() {
    for (lines, line, sentence) in [
      (Self.xor, "train", "'train' needs a number of epochs"),
      (Self.xor, "train 0", "it wants a whole number of epochs from 1 on"),
      (Self.xor, "train 5 batch", "'batch' needs a size"),
      (Self.xor, "train 5 batch -2", "it wants a whole number from 1 on"),
      (Self.xor, "train 5 fast", "no option 'fast'; there are batch B and shuffle"),
      (Self.xor + ["Y = [[1, 2]]"], "train 5", "Y has shape (1, 2) and A has (4, 1)"),
      (Self.xor + ["loss CCE"], "train 5", "CCE is softmax's loss and the last layer is sigmoid"),
      (["data xor", "dense 1 tanh", "loss BCE"], "train 5", "BCE takes logarithms and tanh goes"),
      (["new;"], "train 5", "there is no layer yet"),
      (["dA = ones(4, 2)"], "train 5", "training needs Y and a loss"),
    ] {
      var session = session(lines)
      let machine = session.machine
      let text = said(&session, line)
      #expect(text.contains(sentence), "\(line): \(text)")
      #expect(session.machine == machine)
    }
  }

  @Test func aCostThatTurnsNaNIsNamedAndBackGoesToBeforeIt() {
    var session = session(["rate 1e200;"])
    let text = said(&session, "train 20")
    #expect(text.contains("stopped in epoch "), "\(text)")
    #expect(text.contains("'back' goes to before it, a smaller rate or 'clip' may help"))
    _ = session.respond(to: "back")
    #expect(session.machine.value(of: .w, layer: 1)?.matrix.isFinite == true)
  }

  @Test func dataFilesAreReadAndTheirProblemsNamed() {
    let files = [
      "good.csv": "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n", "ragged.csv": "a,b\n1,2\n3\n",
      "empty.csv": "a,b\n1,2\n,4\n", "word.csv": "a,b\n1,2\nx,4\n", "none.csv": "",
      "x.npy": "not an array",
    ]
    var session = Session(
      surroundings: Surroundings(read: { path in
        files[path].map { .success(Array($0.utf8)) } ?? .failure(.missing)
      }))
    for (line, sentence) in [
      ("data good.csv", "X is set, (3, 2), and Y, (3, 1) 0 and 1 in Y: x, y"),
      ("data good.csv label 0 onehot", "good.csv:2:3: 'x' is not a number, and this column"),
      ("data good.csv label z", "good.csv: no column 'z'; name one of the header or count from 0"),
      ("data ragged.csv", "ragged.csv:3: this row has 1 field and the first has 2"),
      ("data empty.csv", "empty.csv:3:1: this field is empty; fill it in or drop the row"),
      ("data word.csv", "word.csv:3:1: 'x' is not a number, and this column holds numbers"),
      ("data none.csv", "none.csv: there is no sample in this file"),
      ("data /nowhere/at/all.csv", "cannot read '/nowhere/at/all.csv': there is no such file"),
      ("data nowhere.csv", "cannot read 'nowhere.csv': there is no such file"),
      ("data mnist", "no data 'mnist'; there are xor, boolean, iris, digits and FILE.csv"),
      ("data iris fast", "no option 'fast'; there are onehot and scale"),
      ("X = load(\"x.npy\")", "x.npy: this is no .npy file; np.save writes one"),
      ("X = np.load('y.npy')", "cannot read 'y.npy': there is no such file"),
    ] {
      let text = said(&session, line)
      #expect(text.contains(sentence), "\(line): \(text)")
    }
    #expect(session.machine.data?.matrix == Matrix([[1, 2], [3, 4], [5, 6]]))
  }

  /// What is typed with a training in it is saved, and passes.
  @Test func aSavedTrainingPassesItsTest() throws {
    var session = session()
    for line in ["train 40", "goto epoch 12", "step 3", "score", "plot", "show network"] {
      _ = session.respond(to: line)
    }
    let markdown = session.recording.markdown(titled: "saved")
    let lesson = try Lesson(reading: Array(markdown.utf8))
    #expect(LessonTest().discrepancies(of: lesson) == [])
  }
}

extension Machine {
  /// W and b of every layer, bit by bit.
  fileprivate var parameterBits: [UInt64] {
    layers.flatMap { layer in
      [Quantity.w, .b].flatMap { layer.matrix($0)?.elements.map(\.bitPattern) ?? [] }
    }
  }
}
