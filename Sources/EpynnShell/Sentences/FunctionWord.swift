import EpynnCore

/// A function's name that stands where a value is needed.
enum FunctionWord {
  case activation(Activation.Rule)
  case loss(Loss)
  /// The activation of the layer at hand.
  case ownActivation
  case other(String)

  /// `nil` where no function has that name.
  init?(_ word: String) {
    if let rule = Activation.Rule.named(word) {
      self = .activation(rule)
    } else if let loss = Loss.named(word) {
      self = .loss(loss)
    } else if word == "act" {
      self = .ownActivation
    } else if Vocabulary.functions.contains(word) {
      self = .other(word)
    } else {
      return nil
    }
  }

  /// What it is for, and what to type.
  var sentence: String {
    switch self {
    case .activation(let rule):
      "'\(rule.name)' is an activation, which makes A of Z: 'dense 2 \(rule.name)' makes a layer"
        + " with it, '\(rule.name)(Z)' computes it"
    case .loss(let loss):
      "'\(loss.name)' is a loss, which says how far A is from Y: 'loss \(loss.name)' sets it,"
        + " '\(loss.symbol)(Y, A)' computes it"
    case .ownActivation:
      "'act' is the layer's activation, which makes A of Z: 'act(Z)' computes it"
    case .other(let name):
      "'\(name)' is a function: '\(name)(…)' calls it, and 'help formulas' shows what with"
    }
  }
}
