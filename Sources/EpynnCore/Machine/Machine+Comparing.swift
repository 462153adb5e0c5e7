extension Machine {
  /// Whether nothing that is set differs: layers with their weights, data, loss and how it learns.
  ///
  /// What only computing leads to, and where it stands, may differ.
  package func isSetUp(as other: Machine) -> Bool {
    layers.count == other.layers.count
      && zip(layers, other.layers).allSatisfy { mine, theirs in
        mine.dense == theirs.dense && mine.learning == theirs.learning
          && mine.matrix(.w) == theirs.matrix(.w) && mine.matrix(.b) == theirs.matrix(.b)
      }
      && data?.matrix == other.data?.matrix && target?.matrix == other.target?.matrix
      && given?.matrix == other.given?.matrix && variables == other.variables
      && loss == other.loss && learning == other.learning && clip == other.clip
      && seed == other.seed && heldOut == other.heldOut
  }
}
