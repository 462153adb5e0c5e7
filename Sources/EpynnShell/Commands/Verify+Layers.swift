import EpynnCore
import EpynnData

/// `epynn-repl verify FILE`: the layers are made to fit the file.
extension Session {
  /// Compares the tensors of a file with those of layers that its own X and W decide.
  ///
  /// - Parameters:
  ///   - list: an activation for each layer, separated by commas: a name, with a hyperparameter behind
  ///     it where it has one, or a formula of Z.
  ///   - loss: by its name; `nil` is MSE.
  ///   - rate: the learning rate; `nil` is the program's own.
  ///   - updated: a second file, with W and b after the update.
  ///   - conventions: courses or conventions by name, one after the other.
  ///   - frozen: W or b of layers that the update leaves alone.
  ///   - called: tensors and what the file calls them, `dZ2=delta_out`.
  public mutating func verify(
    file: String, activations list: String, loss: String?, rate: Double? = nil,
    updated: String? = nil, conventions: [String] = [], frozen: [String] = [],
    called names: [String] = []
  ) -> Response {
    return answered { session throws(Complaint) in
      var called: [CalledTensor] = []
      for name in names {
        guard let tensor = CalledTensor(name) else {
          throw Complaint(.badValue(name, of: "verify", wanted: CalledTensor.wanted))
        }
        called.append(tensor)
      }
      func make(
        in session: inout Session, samplesInColumns: Bool
      ) throws(Complaint) {
        try session.makeLayers(
          for: file, called: called,
          activations: WordSplitter.words(of: list, at: .commas).map(\.text), loss: loss,
          rate: rate,
          samplesInColumns: samplesInColumns)
        for name in conventions { try session.declare(named: name) }
        for name in frozen { try session.freeze(named: name) }
      }
      // Turned over the file makes layers of other sizes.
      var turned = session
      try make(in: &session, samplesInColumns: false)
      let hasLayers = (try? make(in: &turned, samplesInColumns: true)) != nil
      try session.verify(
        Argument(value: file, text: file, column: 0),
        updated: updated.map { Argument(value: $0, text: $0, column: 0) }, called: called,
        isFromOutside: true,
        turned: hasLayers ? turned.machine : nil)
    } complaint: { session, complaint in
      session.page(about: complaint, line: "", from: .script)
    }
  }

  private mutating func makeLayers(
    for file: String, called: [CalledTensor], activations: [String], loss: String?, rate: Double?,
    samplesInColumns: Bool
  ) throws(Complaint) {
    let bytes = try content(ofDataFile: file, column: 0)
    let list: TensorList
    do throws(DataFault) {
      list = try TensorList(bytes, file: file, layers: activations.count, called: called)
    } catch { throw Complaint(.inData(file, error)) }
    if let further = list.furtherLayers {
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
      return (samplesInColumns ? found.withSamplesInRows : found).numbers.matrix
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
      let dense = try layer(units, activation)
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

  /// A layer with a named activation, or with a formula of Z for one.
  private func layer(_ units: Int, _ activation: String) throws(Complaint) -> Dense {
    if let formula = try? Expression(parsing: activation), formula.reads(.z) {
      let rule: Activation.Rule
      do throws(Failure) { rule = try Activation.Rule(own: formula) } catch {
        throw Complaint(.core(error.fault))
      }
      return Dense(units: units, activation: Activation(rule))
    }
    guard let words = Arguments("dense \(units) \(activation)") else {
      return Dense(units: units)
    }
    return try LayerArguments(LayerArguments.signature.parse(words)).dense
  }

  private func put(_ change: () throws(Fault) -> Void) throws(Complaint) {
    do throws(Fault) { try change() } catch { throw Complaint(.core(error)) }
  }
}
