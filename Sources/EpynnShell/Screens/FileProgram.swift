import EpynnCore
import EpynnData

/// Writes what gives a file's tensor as Python, of `np` and a dictionary `f` of the file's arrays.
struct FileProgram {
  let verification: Verification
  /// As the file has them.
  let tensors: [OwnTensor]
  /// The tensor that is to be given.
  let row: Verification.Row

  private var machine: Machine { verification.machine }

  /// - Parameter isRight: whether the right formulas are wanted, not those with edits in.
  func text(of finding: Finding, isRight: Bool) -> String {
    guard let last = finding.parts.last else { return "" }
    let isOwn = last.quantity == row.quantity && !last.isCarried
    // What an earlier step made wrong is in no file, or it would be the first that differs.
    var made: [TensorKey: String] = [:]
    for part in isRight ? [] : isOwn ? finding.parts.dropLast() : finding.parts[...] {
      made[TensorKey(part.quantity, layer: part.layer)] =
        program(with: made).text(of: part.formula, inLayer: part.layer)
    }
    if isOwn {
      let formula = isRight ? last.right : last.formula
      return laid(program(with: made).text(of: formula, inLayer: last.layer), isRight: isRight)
    }
    // The steps between are as the documentation has them.
    let own = Expression(.quantity(row.quantity, layer: row.layer))
    return laid(
      program(with: made, behind: last).text(of: own, inLayer: row.layer), isRight: isRight)
  }

  /// Formulas of the file's arrays, but for what was made wrong and, behind a step, what is made of
  /// that.
  private func program(
    with made: [TensorKey: String], behind part: Finding.Part? = nil
  ) -> NumPyProgram {
    NumPyProgram(machine) { quantity, layer in
      if let text = made[TensorKey(quantity, layer: layer)] { return "(\(text))" }
      let isReached = part.map { isBetween(quantity, layer, $0) } ?? false
      return isReached ? nil : name(of: quantity, layer)
    }
  }

  /// What the documentation's formula gives; `nil` for what no step writes.
  var right: String? {
    guard let stop = row.stop,
      let formula = machine.formulas(of: stop, layer: row.layer).first(where: {
        $0.quantity == row.quantity
      })?.expression
    else { return nil }
    return laid(program(with: [:]).text(of: formula, inLayer: row.layer), isRight: true)
  }

  /// Whether a tensor is made by a step behind the wrong one, and so is to be written out.
  private func isBetween(_ quantity: Quantity, _ layer: Int, _ part: Finding.Part) -> Bool {
    func place(_ quantity: Quantity, _ layer: Int) -> Int? {
      machine.index(ofStopWriting: quantity, layer: layer)
    }
    guard let first = place(part.quantity, part.layer), let here = place(quantity, layer),
      let end = place(row.quantity, row.layer)
    else { return false }
    return here > first && here <= end
  }

  private func held(_ row: Verification.Row) -> OwnTensor? {
    tensors.first {
      $0.quantity == row.quantity && $0.isUpdated == row.isUpdated
        && ($0.layer == row.layer || row.quantity.belongsToNetwork)
    }
  }

  private func isNumber(_ row: Verification.Row) -> Bool { held(row)?.isNumber == true }

  /// One number of all, with as many dimensions as the file's has.
  private func one(_ function: String, of text: String) -> String {
    let isWhole = held(row).map { !$0.isNumber && !$0.isFlat } ?? false
    let all = "np.\(function)(\(text)\(isWhole ? ", keepdims=True" : ""))"
    return held(row)?.isFlat == true ? "np.ravel(\(all))" : all
  }

  /// `f["dA2"]`, turned as the program's lies; `nil` for what the file lacks.
  private func name(of quantity: Quantity, _ layer: Int) -> String? {
    guard
      let held = verification.rows.first(where: {
        $0.quantity == quantity && !$0.isUpdated
          && ($0.layer == layer || quantity.belongsToNetwork)
      }), held.numbers.isWhole
    else { return nil }
    // The tensor in question gives nothing of itself.
    guard (quantity, held.layer, held.isUpdated) != (row.quantity, row.layer, row.isUpdated) else {
      return nil
    }
    let key = TensorKey(quantity, layer: layer)
    let name = "f[\"\(key.text(of: machine.layers.count))\"]"
    let shape = held.numbers.matrix.shape
    guard !isNumber(held) else { return "np.reshape(\(name), (1, 1))" }
    switch held.layout {
    case .labels: return "np.eye(\(shape.columns))[np.ravel(\(name)).astype(int)]"
    case .flat: return "np.reshape(\(name), (\(shape.rows), \(shape.columns)))"
    case .cost, .total: return nil
    case .unitsFirst, nil:
      return verification.isTurned(quantity, layer: layer) || held.layout == .unitsFirst
        ? "\(name).T" : name
    }
  }

  /// The outcome as the file has its tensor.
  private func laid(_ text: String, isRight: Bool) -> String {
    switch row.layout {
    // What was summed to a list should have had two axes.
    case .flat where isRight && row.truth.map({ $0.rows > 1 && $0.columns > 1 }) == true:
      return text
    case .cost: return one("mean", of: text)
    case .total: return one("sum", of: text)
    case .flat: return "np.ravel(\(text))"
    case .labels: return text
    case _ where isNumber(row) && !(isRight && row.truth?.scalar == nil):
      return "np.squeeze(\(text))"
    case .unitsFirst, nil:
      return verification.isTurned(row.quantity, layer: row.layer) || row.layout == .unitsFirst
        ? "(\(text)).T" : text
    }
  }
}
