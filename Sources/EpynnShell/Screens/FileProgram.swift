import EpynnCore
import EpynnData

/// Writes what gives a file's tensor as Python, of `np` and a dictionary `f` of the file's arrays.
struct FileProgram {
  let verification: Verification
  /// The tensor that is to be given.
  let row: Verification.Row

  private var machine: Machine { verification.machine }

  /// - Parameter isRight: whether the right formulas are wanted, not those with edits in.
  func text(of finding: Finding, isRight: Bool) -> String {
    let parts = finding.parts
    let wrong = isRight ? [] : parts.dropLast()
    guard let last = parts.last else { return "" }
    // What an earlier step made wrong is in no file, or it would be the first that differs.
    var texts: [(quantity: Quantity, layer: Int, text: String)] = []
    func program(besides texts: [(quantity: Quantity, layer: Int, text: String)]) -> NumPyProgram {
      NumPyProgram(machine) { quantity, layer in
        if let made = texts.first(where: { $0.quantity == quantity && $0.layer == layer }) {
          return "(\(made.text))"
        }
        return name(of: quantity, layer)
      }
    }
    for part in wrong {
      let text = program(besides: texts).text(of: part.formula, inLayer: part.layer)
      texts.append((part.quantity, part.layer, text))
    }
    let isOwn = last.quantity == row.quantity && !last.isCarried
    if isOwn {
      let formula = isRight ? last.right : last.formula
      return laid(program(besides: texts).text(of: formula, inLayer: last.layer))
    }
    if !isRight {
      let text = program(besides: texts).text(of: last.formula, inLayer: last.layer)
      texts.append((last.quantity, last.layer, text))
    }
    // The steps between are as the documentation has them.
    let own = Expression(.quantity(row.quantity, layer: row.layer))
    return laid(
      NumPyProgram(machine) { quantity, layer in
        if let made = texts.first(where: { $0.quantity == quantity && $0.layer == layer }) {
          return "(\(made.text))"
        }
        let isReached = isBetween(quantity, layer, last)
        return isReached ? nil : name(of: quantity, layer)
      }.text(of: own, inLayer: row.layer))
  }

  /// Whether a tensor is made by a step behind the wrong one, and so is to be written out.
  private func isBetween(_ quantity: Quantity, _ layer: Int, _ part: Finding.Part) -> Bool {
    guard let first = place(part.quantity, part.layer), let here = place(quantity, layer),
      let end = place(row.quantity, row.layer)
    else { return false }
    return here > first && here <= end
  }

  private func place(_ quantity: Quantity, _ layer: Int) -> Int? {
    machine.stops.firstIndex { stop in
      stop.step.phase != .update && stop.step.writes.contains(quantity)
        && (quantity.belongsToNetwork || stop.evaluationLayer == layer)
    }
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
  private func laid(_ text: String) -> String {
    switch row.layout {
    case .cost: return "np.mean(\(text))"
    case .total: return "np.sum(\(text))"
    case .flat: return "np.ravel(\(text))"
    case .labels: return text
    case .unitsFirst, nil:
      return verification.isTurned(row.quantity, layer: row.layer) || row.layout == .unitsFirst
        ? "(\(text)).T" : text
    }
  }
}
