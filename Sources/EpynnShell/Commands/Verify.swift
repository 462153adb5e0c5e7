import EpynnCore
import EpynnData

extension Command {
  static let verify = Command(
    "verify", .proving, takes: [tensors], "compare all tensors of a .npz, .npy or CSV file",
    example: "verify homework.npz",
    details: [
      "The names in the file are X, W, b, Z, A, Y, loss, dA, dZ, dX, dW, db, in a network with the"
        + " layer's number: dW2. A .npy file is called by what it holds, dW.npy; in a CSV file a"
        + " line with the name stands above each table.",
      "What goes in is the file's own where it has it. The first step is named whose result is"
        + " not what its formula gives.",
    ]
  ) { session, given throws(Complaint) in
    try session.verify(given[tensors])
  }

  private static let tensors = Positional("FILE", .file())
}

/// `verify`: the tensors of a file beside the program's.
extension Session {
  mutating func verify(_ file: Argument<String>) throws(Complaint) {
    let name = file.value
    let bytes = try content(ofDataFile: name, column: file.column)
    guard !machine.layers.isEmpty else { throw Complaint(.core(.noLayer)) }
    let tensors: TensorList
    do throws(DataFault) {
      tensors = try TensorList(
        bytes, file: name, layers: machine.layers.count, current: currentLayer)
    } catch { throw Complaint(.inData(name, error), at: file.column) }
    guard !tensors.tensors.isEmpty else {
      throw Complaint(.noTensors(name, others: tensors.others), at: file.column)
    }
    let verification = Verification(tensors.tensors, in: try machineMeant(by: tensors.tensors))
    let tookInputs = verification.rows.contains {
      if case .taken = $0.verdict { true } else { false }
    }
    draw { [veil] look in
      VerificationScreen(
        verification: verification, others: tensors.others, veil: veil, look: look,
        offersExplain: !tookInputs
      ).facts
    }
    if verification.first != nil { turn.hasFailedCheck = true }
  }
}

extension Session {
  /// Between two iterations the one that ran, unless the file holds the weights as they are now.
  private mutating func machineMeant(by tensors: [OwnTensor]) throws(Complaint) -> Machine {
    let weights = tensors.filter { $0.quantity == .w }
    let areNew = weights.contains { tensor in
      machine.value(of: .w, layer: tensor.layer).map { tensor.numbers.agree(with: $0.matrix) }
        ?? false
    }
    guard machine.position == 0, !areNew, let past = try machineThatWrote(.w, layer: 1) else {
      return machine
    }
    say("compared with iteration \(past.iteration), which ran last")
    return past
  }
}

/// The tensors of a file by the quantities that their names mean.
struct TensorList {
  private(set) var tensors: [OwnTensor] = []
  /// The names that mean none.
  private(set) var others: [String]

  init(
    _ bytes: [UInt8], file: String, layers: Int, current: Int = 1
  ) throws(DataFault) {
    func tensor(_ name: String) -> (quantity: Quantity, layer: Int)? {
      let plain = name.replacing("_", with: "")
      guard let (quantity, named) = Vocabulary.quantity(plain) else { return nil }
      if quantity.belongsToNetwork { return (quantity, layers) }
      let layer = named ?? (quantity == .x ? 1 : current)
      return (1...max(layers, 1)).contains(layer) ? (quantity, layer) : nil
    }
    let arrays: [FileArray]
    (arrays, others) = try FileFormat.arrays(
      in: bytes, of: file, where: { tensor($0) != nil })
    for array in arrays {
      guard let (quantity, layer) = tensor(array.name) else {
        others.append(array.name)
        continue
      }
      let isThere = tensors.contains { $0.quantity == quantity && $0.layer == layer }
      guard !isThere else { continue }
      tensors.append(OwnTensor(quantity, layer: layer, array.numbers, isFlat: array.isFlat))
    }
  }
}
