import EpynnCore
import EpynnData

/// How a file's tensors were turned to stand beside the program's, and how exactly they were
/// compared.
struct VerificationRemarks {
  let verification: Verification
  let naming: FileNaming
  /// The tensors whose names in the file were read as theirs.
  let readings: [TensorKey]
  /// The names in the file that mean no tensor.
  let others: [String]

  var facts: [Fact] {
    sentences.isEmpty ? [] : [.gap] + sentences.map { .sentence($0) }
  }

  private var sentences: [String] {
    var sentences: [String] = readings.isEmpty ? [] : [reading]
    let turned = names { $0 == .unitsFirst }
    if verification.hasSamplesInColumns { sentences.append(samplesInColumns) }
    if !turned.isEmpty {
      sentences.append(
        "\(Problem.list(turned)): "
          + (verification.hasSamplesInColumns
            ? "features first, as in Z = Wᵀ · X + b; left as they are"
            : "units first, as PyTorch keeps them; turned over to (n, u)"))
    }
    sentences += lists
    if !names(where: { $0 == .labels }).isEmpty {
      sentences.append("Y: labels are class numbers; one-hot rows are needed, and took their place")
    }
    if !names(where: { $0 == .cost }).isEmpty {
      sentences.append("loss is one number: compared with the mean over the samples")
    }
    if !names(where: { $0 == .total }).isEmpty {
      sentences.append("loss is one number: compared with the sum over the samples")
    }
    let digits = Set(verification.rows.map(\.numbers.digits))
    if digits.contains(.single) {
      sentences.append("Float32: compared to 5 digits of a tensor's largest number")
    }
    if digits.contains(.half) {
      sentences.append("Float16: compared to 2 digits of a tensor's largest number")
    }
    if digits.contains(.brain) {
      sentences.append("BFloat16: compared to 1 digit of a tensor's largest number")
    }
    if !others.isEmpty {
      let shown = others.prefix(6).map { "'\($0.quoted(limit: 20))'" }
      let more = others.count > shown.count ? " and \(others.count - shown.count) more" : ""
      sentences.append("no tensor's name: \(shown.joined(separator: ", "))\(more)")
    }
    return sentences
  }

  /// The file's name of the loss.
  private var loss: String { naming.text(of: .loss, layer: 0, in: 1) }

  /// What each name was taken for that is not the program's.
  private var reading: String {
    let count = verification.machine.layers.count
    let pairs = readings.map { key in
      "'\((naming.names[key] ?? "").quoted(limit: 40))' as \(key.text(of: count))"
    }
    let shown = pairs.prefix(48)
    let more = pairs.count > shown.count ? ["\(pairs.count - shown.count) more"] : []
    return "read by their names: \(Problem.list(shown + more))"
  }

  /// Which of what goes in is turned over; without any of it, which of the others.
  private var samplesInColumns: String {
    let turned = verification.rows.filter {
      verification.isTurned($0.quantity, layer: $0.layer) && !$0.isUpdated
    }
    let inputs = turned.filter(\.isInput)
    var names: [String] = []
    for row in inputs.isEmpty ? turned : inputs where !names.contains(row.quantity.name) {
      names.append(row.quantity.name)
    }
    return "samples stand in columns in the file: \(Problem.list(names))"
      + " \(names.count == 1 ? "is" : "are") turned over; 'help columns' is the translation"
  }

  /// What the file holds as lists, by the shape that each was taken as.
  private var lists: [String] {
    let flat = verification.rows.filter { if case .flat? = $0.layout { true } else { false } }
    var sentences =
      flat.contains { $0.quantity == .loss }
      ? ["\(loss): a row in the file; taken as (m, 1), a number a sample"] : []
    var readings: [(taken: String, names: [String])] = []
    for row in flat where row.quantity != .loss {
      let taken = row.listReading
      let place = readings.firstIndex { $0.taken == taken }
      let name = naming.text(of: row, in: verification.machine.layers.count)
      if let place { readings[place].names.append(name) } else { readings.append((taken, [name])) }
    }
    sentences += readings.map { "\(Problem.list($0.names)): a list in the file, \($0.taken)" }
    return sentences
  }

  private func names(where isMeant: (OwnTensor.Layout) -> Bool) -> [String] {
    let count = verification.machine.layers.count
    return verification.rows.filter { $0.layout.map(isMeant) ?? false }.map {
      naming.text(of: $0, in: count)
    }
  }
}

extension Verification.Row {
  /// The letters of a list and of what it was taken as: a column of the tensor, or a row.
  fileprivate var listReading: String {
    let shape = numbers.matrix.shape
    if shape.columns == 1, shape.rows > 1, let letter = quantity.letters.rows {
      return "as (\(letter.rawValue),); taken as (\(letter.rawValue), 1)"
    }
    let letter = quantity.letters.columns ?? .u
    return "as (\(letter.rawValue),); taken as (1, \(letter.rawValue))"
  }
}
