/// Tensors that programs keep in a dictionary or an object: `parameters["W1"]`, `self.W1`.
extension Parser {
  /// `cache["A1"]` behind a name; `nil` where no text in quotes stands in brackets.
  mutating func contained(in container: Token) throws(Failure) -> Expression? {
    guard token.text == "[", case .string(let key, _) = peek(1).kind, peek(2).text == "]" else {
      return nil
    }
    let keyToken = peek(1)
    guard let name = Self.tensor(called: key) else {
      throw Failure(.unexpected(key, wanted: "a name such as W1 or dW1"), at: keyToken.column)
    }
    for _ in 0..<3 { advance() }
    return noted(container, "\(container.text)[\(keyToken.text)]", as: name)
  }

  /// `self.W1`, `layer2.W`; `.grad` behind a tensor is its gradient.
  mutating func member(_ name: Token, of expression: Expression) throws(Failure) -> Expression {
    if name.text == "data" { return expression }
    if name.text == "grad", case .quantity(let quantity, let layer) = expression.form,
      let gradient = quantity.gradient
    {
      return Expression(.quantity(gradient, layer: layer), column: name.column)
    }
    guard case .variable(let container) = expression.form,
      let tensor = Self.tensor(called: name.text, in: container)
    else { throw Failure(.unknownFunction(name.text, nearest: nil), at: name.column) }
    let first = Token(
      kind: .name, text: container, column: expression.column ?? name.column, followsSpace: false)
    return noted(first, "\(container).\(name.text)", as: tensor)
  }

  /// The tensor that a word names, in a thing whose name may end with the layer's number.
  static func tensor(called word: String, in container: String = "") -> String? {
    let spelled = word.replacing("_", with: "")
    guard Vocabulary.quantity(spelled) != nil else {
      return Vocabulary.quantityInCapitals(spelled).map { quantity, layer in
        quantity.name + (layer.map(String.init) ?? "")
      }
    }
    let digits = container.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, Vocabulary.quantity(spelled)?.layer == nil else { return spelled }
    return spelled + container.suffix(digits)
  }

  private mutating func noted(_ first: Token, _ text: String, as name: String) -> Expression {
    notes.append(.contained(text, name: name))
    return Expression(Vocabulary.form(of: name) ?? .variable(name), column: first.column)
  }
}
