/// What a bare name means, before it is taken for a variable of the person's.
package enum Vocabulary {
  /// The quantity that a name means, with the layer's number where it stands behind it.
  package static func quantity(_ name: String) -> (Quantity, layer: Int?)? {
    if let quantity = Quantity(rawValue: name) { return (quantity, nil) }
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, let quantity = Quantity(rawValue: String(name.dropLast(digits))),
      !quantity.belongsToNetwork, let layer = Int(name.suffix(digits))
    else { return nil }
    return (quantity, layer)
  }

  /// The quantity that a name written small means, which exists in capitals alone.
  package static func quantityInCapitals(_ name: String) -> (Quantity, layer: Int?)? {
    guard form(of: name) == nil, name == name.lowercased() else { return nil }
    let letters = name.prefix { $0.isLetter }
    let quantity = Quantity.allCases.first { $0.name.lowercased() == letters }
    return quantity.flatMap { self.quantity($0.name + name.dropFirst(letters.count)) }
  }

  /// The formula a name of the tables stands for; `nil` for a variable.
  static func form(of name: String) -> Expression.Form? {
    if let (quantity, layer) = quantity(name) { return .quantity(quantity, layer: layer) }
    if let letter = Dimension(rawValue: name) { return .size(letter) }
    switch name {
    case "rate", "eta", "η", "lr", "learning_rate": return .learningRate
    case "clipping": return .clipping
    case "cost": return .reduced(.mean, .loss, .all)
    case "data": return .source(.data)
    case "given": return .source(.given)
    case "pi": return .number(.pi)
    // As they are printed.
    case "nan": return .number(.nan)
    case "inf": return .number(.infinity)
    default: return nil
    }
  }

  /// Whether a word means something in a formula before any variable does.
  package static func isName(_ word: String) -> Bool {
    form(of: word) != nil || modules.contains(word) || types.contains(word)
  }

  /// Python's types, which are no values.
  static let types: Set<String> = ["int", "float", "bool"]

  /// What functions stand behind with a point in other languages.
  static let modules: Set<String> = ["np", "numpy", "torch", "math"]

  /// Every name that a formula may hold, for suggestions and completion.
  package static let names: [String] =
    Quantity.allCases.map(\.name) + ["cost", "rate"] + Dimension.allCases.map(\.rawValue)

  /// Every function that a formula may call.
  package static let functions: [String] = reserved + MatrixFunction.all.map(\.name)

  /// The functions whose names no variable may have.
  static let reserved: [String] =
    ["act", "array", "zeros", "ones", "eye", "dot", "allclose", "onehot"]
    + CellFunction.all.map(\.name) + Reduction.allCases.map(\.rawValue)
    + Activation.Rule.all.map(\.name) + Loss.all.map(\.symbol)
}
