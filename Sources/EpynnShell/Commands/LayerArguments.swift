import EpynnCore

/// The words after `dense`: units, activation, initialization, hyperparameters, in any order.
struct LayerArguments {
  let dense: Dense

  init(_ arguments: Arguments) throws(Complaint) {
    var units = 1
    var rule = Activation.Rule.sigmoid
    var initialization = Initialization.xavier
    var hyperparameters: [(Hyperparameter, Double, column: Int)] = []
    for (place, word) in arguments.words.enumerated() {
      if let mark = word.text.firstIndex(of: "=") {
        hyperparameters.append(try Self.hyperparameter(word, split: mark))
      } else if let found = Activation.Rule.named(word.text) {
        rule = found
      } else if let found = Initialization(rawValue: word.text) {
        initialization = found
      } else if place == 0, let count = Int(word.text) {
        units = count
      } else {
        throw Self.unknown(word, isFirst: place == 0)
      }
    }
    var parameter: Double?
    for (hyperparameter, number, column) in hyperparameters {
      guard rule.hyperparameter == hyperparameter else {
        throw Complaint(
          .badValue(hyperparameter.name, of: rule.name, wanted: Self.wanted(by: rule)), at: column)
      }
      parameter = number
    }
    dense = Dense(
      units: units, activation: Activation(rule, parameter: parameter),
      initialization: initialization)
  }

  private static func hyperparameter(
    _ word: Arguments.Word, split mark: String.Index
  ) throws(Complaint) -> (Hyperparameter, Double, column: Int) {
    let name = String(word.text[..<mark])
    let text = String(word.text[word.text.index(after: mark)...])
    guard let hyperparameter = Hyperparameter.all.first(where: { $0.name == name }) else {
      throw Complaint(
        .unknownWord(name, kind: "hyperparameter", known: Hyperparameter.all.map(\.name)),
        at: word.column)
    }
    guard let number = Double(text), number.isFinite, !hyperparameter.mustBePositive || number > 0
    else {
      throw Complaint(
        .badValue(
          text, of: name,
          wanted: hyperparameter.mustBePositive ? "a number above 0" : "a finite number"),
        at: word.column)
    }
    return (hyperparameter, number, word.column)
  }

  private static func unknown(_ word: Arguments.Word, isFirst: Bool) -> Complaint {
    if isFirst, word.text.first?.isNumber == true || word.text.first == "-" {
      return Complaint(
        .badValue(word.text, of: "dense", wanted: "a whole number of units"), at: word.column)
    }
    let known = Activation.Rule.all.map(\.name) + Initialization.allCases.map(\.rawValue)
    return Complaint(
      .unknownWord(word.text, kind: "activation or initialization", known: known), at: word.column)
  }

  private static func wanted(by rule: Activation.Rule) -> String {
    rule.hyperparameter.map(\.name) ?? "no hyperparameter"
  }
}

extension Dense {
  /// `2 units, lrelu, LRELU_alpha 0.3`.
  var summary: String {
    var parts = ["\(units) unit\(units == 1 ? "" : "s")", activation.name]
    if let hyperparameter = activation.rule.hyperparameter {
      parts.append("\(hyperparameter.name) \(activation.parameter.shortestText)")
    }
    return parts.joined(separator: ", ")
  }
}
