import EpynnCore

/// Which gradients belong to the summed loss, and which to its mean over the samples.
struct Objective {
  let ofSum: [Quantity]
  let ofMean: [Quantity]

  /// - Parameter gradients: those that are spoken of; all of them unless told.
  init(machine: Machine, of gradients: [Quantity] = Quantity.allCases) {
    let all = gradients.filter { $0.gradientOf != nil }
    ofMean = all.filter { machine.isAveraged($0) }
    ofSum = all.filter { !machine.isAveraged($0) }
  }

  /// Which gradients belong to the sum of a loss over the samples, which to its mean.
  var belonging: String {
    guard !ofMean.isEmpty else {
      return "gradients belong to its sum over samples; the cost is its mean over them"
    }
    guard !ofSum.isEmpty else {
      return "gradients belong to its mean over samples, which is the cost"
    }
    return "\(Problem.list(ofMean.map(\.name))) belong to its mean over samples, which is the cost;"
      + " \(Problem.list(ofSum.map(\.name))) to its sum"
  }

  /// What finite differences are of: `the summed loss`.
  var text: String {
    if ofMean.isEmpty { return "the summed loss" }
    if ofSum.isEmpty { return "the mean loss" }
    return "the summed loss, for \(Problem.list(ofMean.map(\.name))) of its mean"
  }
}
