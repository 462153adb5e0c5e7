import EpynnCore

/// What stands behind `dense`: units, activation, initialization, hyperparameter, in any order.
struct LayerArguments {
  let dense: Dense

  static let signature: Signature = [
    units, activation, initialization, hyperparameter, nobias,
  ]

  private static let units = OptionalPositional(
    "UNITS", unitCount.meant { $0.first?.isNumber == true || $0.first == "-" })
  static let activation = OptionalPositional(
    "ACTIVATION",
    .word("activation", among: Activation.Rule.all, name: \.name) { Activation.Rule.named($0) })
  private static let initialization = OptionalPositional(
    "INITIALIZATION",
    .word("initialization", among: Initialization.allCases, name: \.rawValue) {
      Initialization(rawValue: $0)
    })
  static let hyperparameter = OptionalPositional(
    "HYPERPARAMETER=NUMBER", hyperparameterValue)

  private static let nobias = Flag("nobias")

  init(_ given: Given) throws(Complaint) {
    dense = Dense(
      units: try given[Self.units]?.value ?? 1,
      activation: try Self.activation(in: given) ?? Activation(.sigmoid),
      initialization: try given[Self.initialization]?.value ?? .xavier,
      hasBias: !given[Self.nobias])
  }

  /// The activation that is named, with its hyperparameter; `nil` where none is.
  ///
  /// - Parameter held: what a hyperparameter alone is set of; without one it is of sigmoid.
  static func activation(
    in given: Given, held: Activation.Rule? = nil
  ) throws(Complaint) -> Activation? {
    let set = try given[Self.hyperparameter]
    let named = try given[Self.activation]?.value ?? (set == nil ? nil : held)
    let rule = named ?? .sigmoid
    if let set, rule.hyperparameter != set.value.hyperparameter {
      throw Complaint(
        .badValue(set.value.hyperparameter.name, of: rule.name, wanted: Self.wanted(by: rule)),
        at: set.column)
    }
    return named.map { Activation($0, parameter: set?.value.number) }
  }

  /// Whether there may be so many is for the machine to say.
  private static let unitCount = Kind<Int>(Grammar(wanted: "a number of units")) {
    word, name throws(Complaint) in
    guard let count = Int(whole: word.text) else {
      throw Complaint(
        .badValue(word.text, of: name, wanted: "a whole number of units"), at: word.column)
    }
    return count
  }

  struct HyperparameterValue: Sendable {
    let hyperparameter: Hyperparameter
    let number: Double
  }

  private static var hyperparameterValue: Kind<HyperparameterValue> {
    var grammar = Grammar(wanted: "a hyperparameter and its number")
    grammar.isMeant = { $0.contains("=") }
    grammar.offers = { context in
      let rule = context.given.text(of: activation).flatMap { Activation.Rule.named($0) }
      return [rule?.hyperparameter].compactMap { $0 }.map { Suggestion($0.name + "=") }
    }
    return Kind(grammar) { word, _ throws(Complaint) in try hyperparameter(word) }
  }

  private static func hyperparameter(
    _ word: Arguments.Word
  ) throws(Complaint) -> HyperparameterValue {
    let mark = word.text.firstIndex(of: "=") ?? word.text.endIndex
    let name = String(word.text[..<mark])
    let text = String(word.text[mark...].dropFirst())
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
    return HyperparameterValue(hyperparameter: hyperparameter, number: number)
  }

  private static func wanted(by rule: Activation.Rule) -> String {
    rule.hyperparameter.map(\.name) ?? "no hyperparameter"
  }
}

extension Dense {
  /// `2 units, lrelu, LRELU_alpha 0.3`.
  var summary: String {
    let parts = [units.counted("unit"), activation.summary] + (hasBias ? [] : ["no bias"])
    return parts.joined(separator: ", ")
  }
}
