internal import CKernels

extension Loss {
  /// The table of losses, in the order in which they are listed.
  public static let all: [Loss] = [mse, mae, msle, cce, bce, halfSquare, bceSum]

  /// The loss that a command calls by that name, in capitals or not.
  public static func named(_ name: String) -> Loss? {
    all.first { [$0.name.lowercased(), $0.symbol.lowercased()].contains(name.lowercased()) }
  }

  /// The loss that a formula calls by that name.
  static func called(_ symbol: String) -> Loss? { all.first { $0.symbol == symbol } }

  /// EpyNN's guard against a division by 0 and the logarithm of 0.
  static let guardTerm = CK_GUARD

  package static let mse = Loss(
    name: "MSE", title: "mean squared error",
    formula: "(y - a)**2", derivative: "2 * (a - y) / u",
    isMeanOverOutputs: true,
    kernel: Kernel(term: CellKernel(ck_square), slope: CellKernel(ck_square_slope)))

  package static let mae = Loss(
    name: "MAE", title: "mean absolute error",
    formula: "abs(y - a)", derivative: "(a - y) / (abs(a - y) + 1e-16) / u",
    isMeanOverOutputs: true, bendsAtTarget: true,
    kernel: Kernel(term: CellKernel(ck_distance), slope: CellKernel(ck_distance_slope)))

  package static let msle = Loss(
    name: "MSLE", title: "mean squared logarithmic error",
    formula: "(log1p(y) - log1p(a))**2",
    derivative: "2 * (log1p(a) - log1p(y)) / (1 + a) / u",
    isMeanOverOutputs: true, outputs: .notBelowZero, targets: .aboveMinusOne,
    kernel: Kernel(term: CellKernel(ck_log_square), slope: CellKernel(ck_log_square_slope)))

  package static let cce = Loss(
    name: "CCE", title: "categorical cross-entropy",
    formula: "-y * log(a + 1e-16)", derivative: "-y / (a + 1e-16)",
    isMeanOverOutputs: false, outputs: .shares, targets: .shares,
    partner: Activation.Rule.softmax.name,
    kernel: Kernel(term: CellKernel(ck_cross_entropy), slope: CellKernel(ck_cross_entropy_slope)))

  package static let bce = Loss(
    name: "BCE", title: "binary cross-entropy",
    formula: "-y * log(a + 1e-16) - (1 - y) * log(1 - a + 1e-16)",
    derivative: "(a - y) / (a - a**2 + 1e-16) / u",
    isMeanOverOutputs: true, outputs: .probabilities, targets: .probabilities,
    partner: Activation.Rule.sigmoid.name,
    kernel: Kernel(term: CellKernel(ck_binary_entropy), slope: CellKernel(ck_binary_entropy_slope)))

  package static let bceSum = Loss(
    name: "BCE-sum", title: "binary cross-entropy, summed over the outputs",
    formula: bce.formula, derivative: "(a - y) / (a - a**2 + 1e-16)",
    isMeanOverOutputs: false, outputs: .probabilities, targets: .probabilities,
    partner: Activation.Rule.sigmoid.name, kernel: bce.kernel)

  package static let halfSquare = Loss(
    name: "half-square", title: "half the squared error, summed over the outputs",
    formula: "(a - y)**2 / 2", derivative: "a - y",
    isMeanOverOutputs: false,
    kernel: Kernel(term: CellKernel(ck_half_square), slope: CellKernel(ck_half_square_slope)))
}
