import EpynnCore

/// What an argument means that may name several tensors, with spaces or commas between them.
extension Session {
  /// The tensor that a word names; written small too, where that is no variable.
  func quantity(named word: String) -> (quantity: Quantity, layer: Int?)? {
    if let (quantity, layer) = Vocabulary.quantity(word) { return (quantity, layer) }
    guard machine.variables[word] == nil,
      let (quantity, layer) = Vocabulary.quantityInCapitals(word)
    else { return nil }
    return (quantity, layer)
  }

  /// The formula that a text is, or those that stand in it one after the other, each as it is
  /// written.
  func formulas(
    in argument: Argument<String>
  ) throws(Complaint) -> [(expression: Expression, written: Argument<String>)] {
    if let whole = try? Expression(parsing: argument.text) {
      return [(inCapitals(whole), argument)]
    }
    var formulas: [(expression: Expression, written: Argument<String>)] = []
    let words = WordSplitter.words(of: argument.text, from: argument.column, at: .spacesAndCommas)
    for word in words {
      // What is no formula by itself belongs to one that the whole was meant to be.
      guard words.count > 1, let formula = try? Expression(parsing: word.text) else {
        return [(try expression(argument), argument)]
      }
      let written = Argument(value: word.text, text: word.text, column: word.column)
      formulas.append((inCapitals(formula), written))
    }
    return formulas
  }

  /// The quantity that a name means which is written small.
  private func inCapitals(_ expression: Expression) -> Expression {
    guard case .variable(let name) = expression.form,
      let (quantity, layer) = quantity(named: name)
    else { return expression }
    return Expression(.quantity(quantity, layer: layer), column: expression.column)
  }
}
