extension Array {
  /// The place of an element that a person counts from 1; `nil` where there is none.
  package func place(counting number: Int) -> Int? {
    number >= 1 && number <= count ? number - 1 : nil
  }
}

extension Machine {
  /// The place among `layers` of the layer that a person calls by its number.
  ///
  /// - Throws: `Fault.noLayer`, `.noSuchLayer`.
  package func place(ofLayer number: Int) throws(Fault) -> Int {
    guard let place = layers.place(counting: number) else {
      throw layers.isEmpty ? .noLayer : .noSuchLayer(number, count: layers.count)
    }
    return place
  }

  /// The layer whose tensor a bare name sets: X is the network's input, the dA that can be given is
  /// the last layer's; `nil` where every layer has one of its own.
  package func settableLayer(of quantity: Quantity) -> Int? {
    switch quantity {
    case .x: 1
    case .dA: Swift.max(layers.count, 1)
    default: nil
    }
  }
}
