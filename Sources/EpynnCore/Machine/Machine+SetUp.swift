extension Machine {
  /// The most layers of a network: far more than one can follow.
  package static let layerLimit = 100

  /// Puts a layer behind the others, or in the place of the example's.
  ///
  /// The iteration begins again; W `(n, u)` is drawn as soon as n is known.
  ///
  /// - Throws: `Fault` where there are too many layers, or its weights would be too large.
  public mutating func add(_ dense: Dense) throws(Fault) -> [Consequence] {
    guard dense.units > 0 else { throw .notPositive("units", Double(dense.units)) }
    try makeRoom(for: Shape(1, dense.units))
    guard layers.count < Self.layerLimit else { throw .tooManyLayers(Self.layerLimit) }
    var changed = self
    changed.endTraining()
    changed.beginNetwork()
    var consequences: [Consequence] = []
    if holdsExample {
      let dropsTarget = target?.origin == .example
      if dropsTarget { changed.target = nil }
      changed.layers = []
      changed.frozen = []
      changed.holdsExample = false
      consequences.append(.exampleReplaced(targetDropped: dropsTarget))
    } else if position > 0 {
      consequences.append(.beganAgain)
    }
    changed.forget(from: 0)
    changed.layers.append(Layer(dense))
    changed.sampleLoss = nil
    changed.iteration = 1
    let number = changed.layers.count
    if dense.hasBias {
      changed.layers[number - 1].tensors[.b] = Value(
        try Matrix(Shape(1, dense.units)), from: .drawn)
    }
    try changed.drawWeights(ofLayer: number)
    // Classes beyond the units do not fit, as any other target that does not.
    consequences += (try? changed.readLabels()) ?? []
    self = changed
    return consequences + misfits()
  }

  /// Sets the seed and draws again the weights that were drawn.
  public mutating func set(seed newSeed: UInt64) throws(Fault) -> [Consequence] {
    var changed = self
    changed.seed = newSeed
    var consequences: [Consequence] = []
    let drawn = layers.indices.filter { layers[$0].tensors[.w]?.origin == .drawn }
    if !drawn.isEmpty { changed.beginNetwork() }
    for layer in drawn {
      consequences += changed.goBackToReader(of: .tensor(.w, layer: layer + 1))
      let bias = changed.layers[layer].tensors[.b]
      try changed.drawWeights(ofLayer: layer + 1)
      changed.layers[layer].tensors[.b] = bias
      if let shape = changed.layers[layer].matrix(.w)?.shape {
        consequences.append(.redrawn(weights: shape))
      }
    }
    self = changed
    return consequences
  }

  /// Drops the data, the layers and all that was computed; rate, loss, seed and variables stay.
  public mutating func empty() {
    var emptied = Machine()
    emptied.namedLoss = namedLoss
    emptied.conventions = conventions
    emptied.learning = learning
    emptied.clip = clip
    emptied.seed = seed
    emptied.variables = variables
    emptied.streams = streams
    emptied.capacity = capacity
    emptied.patience = patience
    var before = self
    before.beginNetwork()
    emptied.network = before.network
    emptied.earlier = before.earlier
    self = emptied
  }

  /// Stands just before the first step of the iteration, with the set-up kept.
  public mutating func restart() {
    guard !layers.isEmpty else { return }
    forget(from: 0)
  }

  /// W from the layer's own seed, b of zeros; layer k draws from seed + k + 1, as in EpyNN.
  mutating func drawWeights(ofLayer layer: Int) throws(Fault) {
    guard let features = featureCount(ofLayer: layer) else { return }
    let dense = layers[layer - 1].dense
    try makeRoom(for: Shape(features, dense.units))
    var generator = RandomGenerator(seed: seed &+ UInt64(layer) &+ 1)
    let weights = try dense.initialization.draw(
      Shape(features, dense.units), from: &generator, patience: patience)
    layers[layer - 1].tensors[.w] = Value(weights, from: .drawn)
    guard dense.hasBias else { return }
    layers[layer - 1].tensors[.b] = Value(try Matrix(Shape(1, dense.units)), from: .drawn)
  }

  /// Whether nothing that is set differs.
  ///
  /// What only running leads to, and where it stands, may differ.
  package func isSetUp(as other: Machine) -> Bool { asSetUp == other.asSetUp }

  /// The machine without what running it leaves behind: a field that is not named here is set.
  private var asSetUp: Machine {
    var kept = self
    kept.endTraining()
    for place in kept.layers.indices {
      kept.layers[place].tensors = kept.layers[place].tensors.filter { [.w, .b].contains($0.key) }
    }
    kept.sampleLoss = nil
    kept.epochs = Epochs()
    kept.network = 1
    kept.earlier = []
    kept.iteration = 1
    kept.position = 0
    return kept
  }
}
