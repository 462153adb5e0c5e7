import Testing

@testable import EpynnCore
@testable import EpynnData

/// Another layer of the same shapes, on which a formula that gave the same numbers by accident gives
/// others.
struct OtherLayer {
  private let arrays: [String: Matrix]
  private let layers: Int

  init(_ bytes: [UInt8], of layers: Int) throws(DataFault) {
    let (found, _) = try FileFormat.arrays(in: bytes, of: "other.npz") { all in
      FileFormat.Wanted(Set(all.indices))
    }
    arrays = Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.numbers.matrix) })
    self.layers = layers
  }

  subscript(name: String) -> Matrix? { arrays[name] }

  /// - Parameter machine: of which all but the numbers is taken.
  private func filled(_ machine: Machine) throws(Fault) -> Machine {
    var machine = machine.restarted
    for layer in 1...layers {
      let number = layers > 1 ? "\(layer)" : ""
      if layer == 1, let x = arrays["X" + number] { _ = try machine.set(.x, layer: 1, to: x) }
      if let w = arrays["W" + number] { _ = try machine.set(.w, layer: layer, to: w) }
      if let b = arrays["b" + number] { _ = try machine.set(.b, layer: layer, to: b) }
    }
    if let y = arrays["Y"], let last = machine.layers.last {
      let units = last.dense.units
      // Class numbers are one-hot rows to the program.
      let target =
        y.columns == units
        ? y
        : Matrix(
          rows: y.rows, columns: units,
          elements: y.elements.flatMap { label in (0..<units).map { Double($0) == label ? 1 : 0 } })
      _ = try machine.set(.y, layer: layers, to: target)
    }
    return machine
  }

  /// As the evaluator has it, or as NumPy broadcasts, where labels are one column.
  private static func value(of part: Finding.Part, in machine: Machine) throws -> Matrix {
    if let value = try? part.formula.value(in: Scope(machine, layer: part.layer)) { return value }
    let sketch = SketchBench(machine, layer: part.layer).sketch(part.formula, inLayer: part.layer)
    return try #require(sketch).matrix()
  }

  /// A tensor as the layer computes it under the formulas of a finding.
  func tensor(
    _ quantity: Quantity, _ layer: Int, of finding: Finding, with given: Machine
  ) throws -> Matrix? {
    var machine = try filled(given)
    let isUpdated = quantity == .w || quantity == .b
    while let stop = machine.next {
      // Formulas may read what later steps write.
      var ahead = machine
      while let next = ahead.next, next.step.phase != .update { try ahead.step() }
      try machine.step()
      func isWritten(_ wanted: Quantity, _ owner: Int) -> Bool {
        stop.step.writes.contains(wanted) && (stop.step.phase == .update) == isUpdated
          && (wanted.belongsToNetwork || stop.layer == 0 || stop.layer == owner)
      }
      for part in finding.parts {
        let isOwn = !part.isCarried && part.quantity == quantity
        let isReached =
          isOwn
          ? isWritten(quantity, layer)
          : stop.step.phase != .update && stop.step.writes.contains(part.quantity)
            && (part.quantity.belongsToNetwork || stop.layer == part.layer)
        guard isReached else { continue }
        let found = try Self.value(of: part, in: ahead)
        if isOwn { return found }
        machine.write(Value(found, from: .you), to: part.quantity, layer: part.layer)
      }
      if isWritten(quantity, layer) {
        return machine.value(of: quantity, layer: layer)?.matrix
      }
    }
    return nil
  }
}
