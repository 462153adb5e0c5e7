/// The two readings of a file: with a sample in each row, and with one in each column.
extension Verification {
  /// The likelier of two readings: fewer of what goes in do not fit; then more cells of Z and A
  /// agree, then more of what goes in is the layer's own, then more of the other cells agree. Rows
  /// where all of this is equal, and where no tensor of the file has samples: weights and their
  /// gradients alone do not tell how those would stand.
  public static func likelier(_ rows: Verification, _ columns: Verification) -> Verification {
    columns.hasSamples && rows.likelihood < columns.likelihood ? columns : rows
  }

  private var likelihood: (fitting: Int, forward: Int, inputs: Int, others: Int) {
    var (forward, inputs, others) = (0, 0, 0)
    for row in rows {
      let agreeing = row.differing.map { row.numbers.given.count - $0.count } ?? 0
      switch row.quantity {
      case _ where row.stop == nil: if case .agrees = row.verdict { inputs += 1 }
      case .z, .a: forward += agreeing
      case .x, .w, .b, .y, .loss, .dA, .dZ, .dX, .dW, .db: others += agreeing
      }
    }
    return (-refusedCount, forward, inputs, others)
  }

  /// Whether the file has a tensor the other way round than the program, or would have it so.
  ///
  /// A list has one way only, and weights may have their features first beside samples in columns.
  public func isTurned(_ quantity: Quantity, layer: Int) -> Bool {
    guard hasSamplesInColumns else { return false }
    func layout(_ quantity: Quantity) -> OwnTensor.Layout? {
      rows.first {
        $0.quantity == quantity && (quantity.belongsToNetwork || $0.layer == layer)
      }?.layout
    }
    if quantity == .w || quantity == .dW { return layout(.w) != .unitsFirst }
    if case .flat? = layout(quantity) { return false }
    return true
  }
}

extension OwnTensor {
  /// A tensor of a file whose samples stand in columns, turned over; a list has one way only.
  package var withSamplesInRows: OwnTensor { isFlat ? self : transposed }
}
