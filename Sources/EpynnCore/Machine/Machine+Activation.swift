extension Machine {
  /// Gives a layer another activation; W, b, X and Y stay, and it stands before forward (3).
  ///
  /// - Throws: `Fault.noLayer`, `.noSuchLayer`.
  public mutating func set(
    _ activation: Activation, ofLayer number: Int
  ) throws(Fault) -> [Consequence] {
    let place = try place(ofLayer: number)
    guard layers[place].dense.activation != activation else { return [] }
    let step = stops.firstIndex { $0.step.writes == [.a] && $0.layer == number }
    let consequences = goBack(to: step)
    layers[place].dense = layers[place].dense.with(activation)
    return consequences
  }
}

extension Dense {
  /// The same layer with another activation.
  func with(_ activation: Activation) -> Dense {
    Dense(
      units: units, activation: activation, initialization: initialization, hasBias: hasBias)
  }
}
