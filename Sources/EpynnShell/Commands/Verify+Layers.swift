import EpynnCore
import EpynnData

/// `epynn-repl verify FILE`: the layers are made to fit the file.
extension Session {
  /// Compares the tensors of a file with those of layers that its own X and W decide.
  ///
  /// - Parameters:
  ///   - file: a `.npz`, `.safetensors` or CSV file.
  ///   - list: an activation for each layer, separated by commas: a name, with a hyperparameter behind
  ///     it where it has one, or a formula of Z; `nil` is what Z and A tell.
  ///   - loss: by its name; `nil` is what the last gradient and Y tell, and MSE where they do not.
  ///   - rate: the learning rate; `nil` is the program's own.
  ///   - updated: a second file, with W and b after the update.
  ///   - conventions: courses or conventions by name, one after the other.
  ///   - frozen: W or b of layers that the update leaves alone.
  ///   - names: tensors and what the file calls them, `dZ2=delta_out`.
  ///   - isReport: whether an object of JSON is wanted in place of the screen.
  ///   - source: the program or notebook that made the file.
  public mutating func verify(
    file: String, activations list: String? = nil, loss: String? = nil, rate: Double? = nil,
    updated: String? = nil, conventions: [String] = [], frozen: [String] = [],
    called names: [String] = [], source: String? = nil, isReport: Bool = false
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
      ) throws(Complaint) -> [String] {
        let found = try session.makeLayers(
          for: file, called: called,
          activations: list.map { WordSplitter.words(of: $0, at: .commas).map(\.text) },
          loss: loss, rate: rate, samplesInColumns: samplesInColumns)
        for name in conventions { try session.declare(named: name) }
        for name in frozen { try session.freeze(named: name) }
        return found
      }
      // Turned over the file makes layers of other sizes.
      var turned = session
      let found = try make(in: &session, samplesInColumns: false)
      let foundTurned = try? make(in: &turned, samplesInColumns: true)
      try session.verify(
        Argument(value: file, text: file, column: 0),
        updated: updated.map { Argument(value: $0, text: $0, column: 0) }, called: called,
        source: source,
        found: (found, foundTurned ?? found), isFromOutside: true,
        turned: foundTurned == nil ? nil : turned.machine, isReport: isReport)
    } complaint: { session, complaint in
      session.page(about: complaint, line: "", from: .script)
    }
  }

  private mutating func makeLayers(
    for file: String, called: [CalledTensor], activations given: [String]?, loss: String?,
    rate: Double?, samplesInColumns: Bool
  ) throws(Complaint) -> [String] {
    let bytes = try content(ofDataFile: file, column: 0)
    var list: TensorList
    do throws(DataFault) {
      // As many layers as have a W, where nobody says how many.
      var count = given?.count ?? Self.mostLayersFound
      list = try TensorList(bytes, file: file, layers: count, called: called)
      if given == nil {
        count = list.tensors.filter { $0.quantity == .w }.map(\.layer).max() ?? 1
        list = try TensorList(bytes, file: file, layers: count, called: called)
      }
    } catch { throw Complaint(.inData(file, error)) }
    if let given, let further = list.furtherLayers {
      throw Complaint(
        .badValue(
          given.joined(separator: ","), of: "--activation",
          wanted: "one for each of the \(further) layers in the file, as in relu,softmax"))
    }
    let layers =
      given?.count ?? list.tensors.filter { $0.quantity == .w }.map(\.layer).max() ?? 1
    func tensor(_ quantity: Quantity, layer: Int) throws(Complaint) -> Matrix {
      guard
        let found = list.tensors.first(where: {
          $0.quantity == quantity && $0.layer == layer && !$0.isUpdated
        })
      else {
        let number = layers > 1 && quantity != .x ? "\(layer)" : ""
        throw Complaint(.notInFile(file, quantity.name + number))
      }
      return (samplesInColumns ? found.withSamplesInRows : found).numbers.matrix
    }
    var machine = Machine()
    machine.patience = self.machine.patience
    let x = try tensor(.x, layer: 1)
    // As nobody's choice, which the file's own then takes the place of.
    try put { () throws(Fault) in _ = try machine.set(.x, layer: 1, to: x, from: .drawn) }
    var features = x.columns
    let activations: [String]
    if let given {
      activations = given
    } else {
      activations = try found(in: list, layers, samplesInColumns, file)
    }
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
    let rules = FoundRules(
      in: list.tensors, layers: layers,
      given: given == nil ? [] : machine.layers.map(\.dense.activation),
      samplesInColumns: samplesInColumns)
    if loss == nil, let found = rules.loss { _ = machine.set(loss: found.taken) }
    if let rate { try put { () throws(Fault) in _ = try machine.set(rate: rate) } }
    timeline = Timeline(machine)
    return rules.sentences(of: layers, givesLoss: loss == nil)
  }

  /// How many layers of a file are found without a word about them.
  private static let mostLayersFound = 64

  /// The activations that the file's Z and A tell.
  private func found(
    in list: TensorList, _ layers: Int, _ samplesInColumns: Bool, _ file: String
  ) throws(Complaint) -> [String] {
    let rules = FoundRules(in: list.tensors, layers: layers, samplesInColumns: samplesInColumns)
    var names: [String] = []
    for layer in 1...layers {
      guard rules.activations.indices.contains(layer - 1) else {
        throw Complaint(
          .activationUnknown(file, Quantity.a.text(inLayer: layer, of: layers)))
      }
      names.append(rules.activations[layer - 1].taken.name)
    }
    return names
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
