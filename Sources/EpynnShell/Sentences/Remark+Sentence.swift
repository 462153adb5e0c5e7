import EpynnCore

extension Remark {
  /// What is said of it, with what would help; no digit of a tensor is in it, which may be covered.
  func sentence(in machine: Machine) -> String {
    switch self {
    case .lossBehind(let loss, let activation):
      "\(loss.name) suits \(loss.outputs.words), and the last layer is \(activation): this cost"
        + " says little; 'loss MSE' suits any"
    case .lossOfTargets(let loss):
      "\(loss.name) suits \(loss.targets.words), and Y holds others: this cost says little;"
        + " 'loss MSE' suits any"
    case .unitsEqual(let layer, let units):
      "\(Self.list(units, of: layer, in: machine)) have equal weights on both sides and learn the"
        + " same: 'dense' draws weights that differ, or set W by hand"
    case .unitsOff(let layer, let units, let activation):
      "\(Self.list(units, of: layer, in: machine)) \(units.count == 1 ? "is" : "are") off for every"
        + " sample: \(activation) gives 0, and no gradient comes through; another 'seed', a larger"
        + " b or a smaller rate may help"
    case .outputsAlike(true):
      "all outputs are alike: the softmax of one unit is 1 whatever X is; 'dense 1 sigmoid' tells"
        + " two classes apart"
    case .outputsAlike(false):
      "all outputs are alike, whatever X is: 'data … scale', another 'seed' or a smaller rate may"
        + " help"
    case .longerStep(let samples, let batch):
      "this step sums over all \(samples) samples, those of the training over \(batch): it is"
        + " \(Self.ratio(samples, batch)) times as long; 'train 1 batch \(batch)' goes on as before"
    case .costRises(let rate, let isScaled):
      "the cost rises: lower the rate, as by 'rate"
        + " \((rate / 10).text(.standard))'\(Self.scaling(isScaled))"
    case .costIsHuge(let isScaled):
      "this cost is huge: a lower rate or smaller weights may help\(Self.scaling(isScaled))"
    case .costStands:
      "the cost stands nearly still, and far above 0: more units, another 'seed' or a higher rate"
        + " may help"
    }
  }

  /// `unit 1`, `units 0 and 2 of layer 1`; of many only how many they are.
  private static func list(_ units: [Int], of layer: Int, in machine: Machine) -> String {
    let place = machine.layers.count > 1 ? " of layer \(layer)" : ""
    guard units.count <= 4 else {
      let isAll = machine.layers.place(counting: layer).map {
        machine.layers[$0].dense.units == units.count
      }
      return "\(isAll == true ? "all " : "")\(units.count) units\(place)"
    }
    return "unit\(units.count == 1 ? "" : "s") \(Problem.list(units.map(String.init)))\(place)"
  }

  private static func ratio(_ samples: Int, _ batch: Int) -> String {
    (Double(samples) / Double(batch)).text(.decimals(1))
  }

  /// Data that are small already are not to be scaled.
  private static func scaling(_ isScaled: Bool) -> String {
    isScaled ? "" : ", or 'data … scale', which makes X smaller"
  }
}
