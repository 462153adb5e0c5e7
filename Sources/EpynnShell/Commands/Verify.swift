import EpynnCore
import EpynnData

extension Command {
  static let verify = Command(
    "verify", .proving, takes: [tensors, isGiven, updated, source, called],
    "compare all tensors of a .npz, .safetensors or CSV file", example: "verify homework.npz",
    details: [
      "The names in the file are X, W, b, Z, A, Y, loss, dA, dZ, dX, dW, db, in a network with the"
        + " layer's number: dW2. A .npy file is called by what it holds, dW.npy; in a CSV file a"
        + " line with the name stands above each table. W_new and b_new, or W and b of the file"
        + " behind 'updated', are those after the update.",
      "Names as programs have them are read, and said: w1, W_1, A0, AL, A_prev, fc1.weight,"
        + " grad_output, W1.grad. Any other is given behind the file: dZ2=delta_out. A cell that a"
        + " CSV file leaves empty is not answered, and never 0.",
      "What goes in is the file's own where it has it, and is said first; with 'given' a file whose"
        + " own differs from the layer's is refused. The first step is named whose result is not"
        + " what its formula gives from the file's own. A dW that is turned over is as W is, or"
        + " wrong. Samples may stand in columns, which the shapes, Z and A tell: 'help columns'.",
      "With 'source' and the .py or .ipynb that saved the file, the line that assigns the first"
        + " wrong tensor is shown. To paste into a notebook, where X and Y are, and a course's"
        + " dictionaries: np.savez(\"mine.npz\", X=X, Y=Y, **parameters, **cache, **grads)",
    ]
  ) { session, given throws(Complaint) in
    try session.verify(
      given[tensors], updated: given[updated], called: given[called]?.value ?? [],
      mustBeGiven: given[isGiven], source: given[source]?.value)
  }

  private static let known = Kind.file(usually: FileFormat.all.map(\.ending))
  private static let tensors = Positional("FILE", known)
  private static let isGiven = Flag("given", after: tensors)
  private static let updated = Option("updated", "FILE", known, after: tensors)
  private static let source = Option(
    "source", "FILE", Kind.file(usually: [".py", ".ipynb"]), after: tensors)
  private static let called = OptionalPositional("TENSOR=NAME", .calledTensors, after: tensors)
}

/// `verify`: the tensors of a file beside the program's.
extension Session {
  /// - Parameters:
  ///   - updated: a file with W and b after the update.
  ///   - mustBeGiven: whether what goes in has to be the layer's own.
  ///   - source: the program or notebook that made the file.
  ///   - found: what the file's own tensors told, and what they tell turned over.
  ///   - isFromOutside: whether the layers were made for the file.
  ///   - isReport: whether an object of JSON is wanted in place of the screen.
  ///   - turned: the layers that it makes where its samples stand in columns.
  mutating func verify(
    _ file: Argument<String>, updated: Argument<String>? = nil, called: [CalledTensor] = [],
    mustBeGiven: Bool = false, source: String? = nil,
    found: ([String], turned: [String]) = ([], []), isFromOutside: Bool = false,
    turned: Machine? = nil, isReport: Bool = false
  ) throws(Complaint) {
    guard !machine.layers.isEmpty else { throw Complaint(.core(.noLayer)) }
    var list = try tensorList(of: file, called: called)
    if let updated { list.add(try tensorList(of: updated, isUpdated: true)) }
    let (machine, iteration) = try machineMeant(by: list.tensors)
    let comparesDrawn = mustBeGiven && !isFromOutside
    let tensors = list.tensors
    let isInterrupted = surroundings.isInterrupted
    let isTurned = Verification.likelier(
      Verification(tensors, in: machine, comparesDrawn: comparesDrawn, reach: .nothing),
      Verification(
        tensors, in: turned ?? machine, comparesDrawn: comparesDrawn, samplesInColumns: true,
        reach: .nothing)
    ).hasSamplesInColumns
    let verification = Verification.finding(isTurned ? turned ?? machine : machine) {
      Verification(
        tensors, in: $0, comparesDrawn: comparesDrawn, samplesInColumns: isTurned, reach: $1,
        isInterrupted: isInterrupted)
    }
    tellsWhatIsDone()
    if mustBeGiven { try refuseOthers(verification, file, list) }
    verifiedFile = VerifiedFile(verification, list, name: file.value)
    if !isReport {
      for sentence in verification.hasSamplesInColumns ? found.turned : found.0 { say(sentence) }
    }
    let tookInputs = verification.rows.contains {
      if case .taken = $0.verdict { true } else { false }
    }
    if isReport {
      let report = VerificationReport(
        verification: verification, list: list, seen: seen(verification.machine), look: look.seen,
        file: file.value)
      turn.output.lines = [Line(report.json.text)]
    } else {
      draw { [seen = seen(verification.machine), list] look in
        VerificationScreen(
          verification: verification, list: list, seen: seen, look: look, iteration: iteration,
          offersExplain: !tookInputs, isFromOutside: isFromOutside
        ).facts
      }
    }
    if !isReport, let source { try sayOrigin(of: verification, list, in: source) }
    let isWhole = verification.rows.allSatisfy(\.numbers.isWhole)
    if verification.first != nil || !isWhole { turn.hasFailedCheck = true }
  }

  private mutating func tensorList(
    of file: Argument<String>, isUpdated: Bool = false, called: [CalledTensor] = []
  ) throws(Complaint) -> TensorList {
    let name = file.value
    let bytes = try content(ofDataFile: name, column: file.column)
    let list: TensorList
    do throws(DataFault) {
      list = try TensorList(
        bytes, file: name, layers: machine.layers.count, current: currentLayer,
        isUpdated: isUpdated, called: called)
      try list.refuseGaps(in: machine)
    } catch { throw Complaint(.inData(name, error), at: file.column) }
    guard !list.tensors.isEmpty else {
      throw Complaint(
        isUpdated ? .noUpdated(name) : .noTensors(name, others: list.others), at: file.column)
    }
    return list
  }

  /// What goes in was given to a class: another X, W, b or Y is another exercise.
  private func refuseOthers(
    _ verification: Verification, _ file: Argument<String>, _ list: TensorList
  ) throws(Complaint) {
    let count = machine.layers.count
    let naming = FileNaming(verification: verification, names: list.names)
    let others = verification.rows.filter { row in
      switch row.verdict {
      case .taken, .unfit: true
      case .unknown: row.isInput
      case .agrees, .follows, .differs: false
      }
    }
    guard others.isEmpty else {
      throw Complaint(
        .otherInputs(file.value, others.map { naming.text(of: $0, in: count) }), at: file.column)
    }
  }

  /// Between two iterations the one that ran, unless the file holds the weights as they are now.
  private func machineMeant(
    by tensors: [OwnTensor]
  ) throws(Complaint) -> (Machine, iteration: Int?) {
    let weights = tensors.filter { $0.quantity == .w && !$0.isUpdated }
    let areNew = weights.contains { tensor in
      machine.value(of: .w, layer: tensor.layer).map { value in
        [tensor, tensor.withSamplesInRows].contains { $0.numbers.agree(with: value.matrix) }
      } ?? false
    }
    guard machine.position == 0, !areNew, let past = try machineThatWrote(.w, layer: 1) else {
      return (machine, nil)
    }
    return (past, past.iteration)
  }
}
