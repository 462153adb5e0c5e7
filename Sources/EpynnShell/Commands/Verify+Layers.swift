import EpynnCore
import EpynnData

/// `epynn-repl verify FILE`: the layers are made to fit the file.
extension Session {
  /// Compares the tensors of a file with those of layers that its own X and W decide.
  ///
  /// - Parameters:
  ///   - activations: one for each layer, with a hyperparameter behind it where it has one.
  ///   - loss: by its name; `nil` is MSE.
  ///   - rate: the learning rate; `nil` is the program's own.
  ///   - updated: a second file, with W and b after the update.
  public mutating func verify(
    file: String, activations: [String], loss: String?, rate: Double? = nil, updated: String? = nil
  ) -> Response {
    return answered { session throws(Complaint) in
      try session.makeLayers(for: file, activations: activations, loss: loss, rate: rate)
      try session.verify(
        Argument(value: file, text: file, column: 0),
        updated: updated.map { Argument(value: $0, text: $0, column: 0) }, isFromOutside: true)
    } complaint: { session, complaint in
      session.page(about: complaint, line: "", from: .script)
    }
  }

  private mutating func makeLayers(
    for file: String, activations: [String], loss: String?, rate: Double?
  ) throws(Complaint) {
    let bytes = try content(ofDataFile: file, column: 0)
    let list: TensorList
    do throws(DataFault) {
      list = try TensorList(bytes, file: file, layers: activations.count)
    } catch { throw Complaint(.inData(file, error)) }
    let further = list.others.compactMap(Vocabulary.quantity).filter { $0.0 == .w }
      .compactMap(\.layer).max()
    if let further {
      throw Complaint(
        .badValue(
          activations.joined(separator: ","), of: "--activation",
          wanted: "one for each of the \(further) layers in the file, as in relu,softmax"))
    }
    func tensor(_ quantity: Quantity, layer: Int) throws(Complaint) -> Matrix {
      guard
        let found = list.tensors.first(where: {
          $0.quantity == quantity && $0.layer == layer && !$0.isUpdated
        })
      else {
        let number = activations.count > 1 && quantity != .x ? "\(layer)" : ""
        throw Complaint(.notInFile(file, quantity.name + number))
      }
      return found.numbers.matrix
    }
    var machine = Machine()
    let x = try tensor(.x, layer: 1)
    // As nobody's choice, which the file's own then takes the place of.
    try put { () throws(Fault) in _ = try machine.set(.x, layer: 1, to: x, from: .drawn) }
    var features = x.columns
    for (place, activation) in activations.enumerated() {
      guard !activation.trimmingSpaces.isEmpty else {
        throw Complaint(
          .badValue(
            activation, of: "--activation", wanted: "one for each layer, as in relu,softmax"))
      }
      let weights = try tensor(.w, layer: place + 1)
      // With its units first, W has the features second.
      let units = weights.rows == features ? weights.columns : weights.rows
      guard let words = Arguments("dense \(units) \(activation)") else { continue }
      let dense = try LayerArguments(LayerArguments.signature.parse(words)).dense
      try put { () throws(Fault) in _ = try machine.add(dense) }
      features = units
    }
    if let loss {
      guard let named = Loss.named(loss) else {
        throw Complaint(.unknownWord(loss, kind: "loss", known: Loss.all.map(\.name)))
      }
      _ = machine.set(loss: named)
    }
    if let rate { try put { () throws(Fault) in _ = try machine.set(rate: rate) } }
    timeline = Timeline(machine)
  }

  private func put(_ change: () throws(Fault) -> Void) throws(Complaint) {
    do throws(Fault) { try change() } catch { throw Complaint(.core(error)) }
  }
}
