/// A fact about the numbers at hand that asks for a word.
package enum Remark: Sendable, Hashable {
  /// The loss is not meant for what the last activation gives.
  case lossBehind(Loss, activation: String)
  /// The loss is not meant for targets such as these.
  case lossOfTargets(Loss)
  /// Units of a hidden layer have equal weights on both sides, so that they learn the same.
  case unitsEqual(layer: Int, units: [Int])
  /// Units give 0 for every sample, and no gradient passes them.
  case unitsOff(layer: Int, units: [Int], activation: String)
  /// All samples get the same output; of one softmax unit it is always 1.
  case outputsAlike(ofLoneShare: Bool)
  /// This step sums over all samples, those of the training before over a batch.
  case longerStep(samples: Int, batch: Int)
  /// The cost rises; the rate is given, and whether X goes beyond 1.
  case costRises(rate: Double, isScaled: Bool)
  /// The cost is far above that of an answer that ignores X.
  case costIsHuge(isScaled: Bool)
  /// The cost hardly falls, and stands far above 0.
  case costStands

  /// What it is said once about: the same with other units or numbers is nothing new.
  package var topic: Remark {
    switch self {
    case .unitsEqual(let layer, _): .unitsEqual(layer: layer, units: [])
    case .unitsOff(let layer, _, _): .unitsOff(layer: layer, units: [], activation: "")
    case .longerStep: .longerStep(samples: 0, batch: 0)
    // A cost that has risen far enough is huge.
    case .costRises, .costIsHuge: .costIsHuge(isScaled: true)
    case .lossBehind, .lossOfTargets, .outputsAlike, .costStands: self
    }
  }
}
