import EpynnCore

/// The activations and the loss whose slopes a PyTorch script has itself: those of the formulas, where
/// autograd's lose digits that this iteration needs.
struct OwnSlopes: Sendable {
  private var activations: [Activation] = []
  /// `nil` where autograd's slope will do.
  private(set) var loss: ScriptFunction?

  init(_ content: ExportContent) {
    guard let ran = content.withGradients else { return }
    for place in ran.layers.indices {
      let activation = ran.layers[place].dense.activation
      let isLast = place == ran.layers.count - 1 && !ran.isDrivenByGiven
      guard Autograd.losesDigits(inLayer: place + 1, of: ran) else { continue }
      if Autograd.slope(of: activation) != nil, !activations.contains(activation) {
        activations.append(activation)
      }
      if isLast { loss = .pytorchLossWithSlope(ran.loss) }
    }
  }

  var functions: [ScriptFunction] { activations.compactMap(ScriptFunction.pytorchWithSlope) }

  /// `sigmoid(Z)`; `nil` where PyTorch's own function will do.
  func call(of activation: Activation, _ z: String) -> String? {
    activations.contains(activation) ? "\(activation.name)(\(z))" : nil
  }
}
