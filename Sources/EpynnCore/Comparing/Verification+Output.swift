extension Verification {
  /// Whether dZ is what the file's own A gives where the formula starts from Z: the slope of a
  /// sigmoid is A ⊙ (1 − A), and with the loss that belongs to the last activation dZ comes to
  /// A − Y. A wrong A is no mistake of theirs.
  func followsFromOutput(_ own: OwnTensor, in theirs: Machine, _ layer: Int) -> Bool {
    guard own.quantity == .dZ, let place = theirs.layers.place(counting: layer) else {
      return false
    }
    let dense = theirs.layers[place].dense
    var forms = [dense.activation.dZFromOutput].compactMap(\.self)
    if layer == theirs.layers.count, let divisor = theirs.differenceDivisor {
      forms.append(.binary(.divide, .a - .y, .number(divisor)))
    }
    let scope = Scope(theirs, layer: layer)
    return forms.contains { form in
      (try? form.value(in: scope)).map { own.numbers.agree(with: $0) } ?? false
    }
  }
}
