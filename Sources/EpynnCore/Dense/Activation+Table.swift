internal import CKernels

extension Activation.Rule {
  /// The table of activations, in the order in which they are listed.
  public static let all: [Activation.Rule] = [
    identity, relu, lrelu, elu, sigmoid, tanh, softplus, silu, gelu, hardtanh, softmax,
  ]

  /// The activation of that name.
  public static func named(_ name: String) -> Activation.Rule? { all.first { $0.name == name } }

  public static let identity = Activation.Rule(
    name: "identity",
    formula: "z", derivative: .slope("1"),
    remark: "has no bend: the layer stays linear",
    range: .belowZeroToo,
    kernel: .elementwise(function: CellKernel(ck_identity), slope: CellKernel(ck_one)))

  public static let relu = Activation.Rule(
    name: "relu",
    formula: "where(z > 0, z, 0)", derivative: .slope("where(z > 0, 1, 0)"),
    dZFromOutput: "dA * where(A > 0, 1, 0)",
    remark: "is off at z = 0 and below; there its slope is 0",
    range: .fromZero, bends: [0], flatWord: "off",
    kernel: .elementwise(function: CellKernel(ck_relu), slope: CellKernel(ck_relu_slope)))

  public static let lrelu = Activation.Rule(
    name: "lrelu", hyperparameter: .lreluAlpha,
    formula: "where(z > 0, z, LRELU_alpha * z)", derivative: .slope("where(z > 0, 1, LRELU_alpha)"),
    dZFromOutput: "dA * where(A > 0, 1, LRELU_alpha)",
    remark: "leaks a little below 0; at z = 0 its slope is LRELU_alpha",
    range: .belowZeroToo, bends: [0],
    kernel: .elementwise(function: CellKernel(ck_lrelu), slope: CellKernel(ck_lrelu_slope)))

  public static let elu = Activation.Rule(
    name: "elu", hyperparameter: .eluAlpha,
    formula: "where(z > 0, z, ELU_alpha * (exp(z) - 1))",
    derivative: .slope("where(z > 0, 1, ELU_alpha * exp(z))"),
    dZFromOutput: "dA * where(A > 0, 1, A + ELU_alpha)",
    remark: "bends smoothly towards -ELU_alpha; at z = 0 its slope is ELU_alpha",
    range: .belowZeroToo, bends: [0],
    kernel: .elementwise(function: CellKernel(ck_elu), slope: CellKernel(ck_elu_slope)))

  public static let sigmoid = Activation.Rule(
    name: "sigmoid",
    formula: "1 / (1 + exp(-z))", derivative: .slope("exp(-z) / (1 + exp(-z))**2"),
    dZFromOutput: "dA * A * (1 - A)",
    remark: "squeezes every z into 0 to 1; its slope is at most 1/4",
    range: .probabilities,
    kernel: .elementwise(function: CellKernel(ck_sigmoid), slope: CellKernel(ck_sigmoid_slope)))

  public static let tanh = Activation.Rule(
    name: "tanh",
    formula: "(exp(z) - exp(-z)) / (exp(z) + exp(-z))",
    derivative: .slope("4 / (exp(z) + exp(-z))**2"),
    dZFromOutput: "dA * (1 - A**2)",
    remark: "squeezes every z into -1 to 1; its slope is at most 1",
    range: .aroundZero,
    kernel: .elementwise(function: CellKernel(ck_tanh), slope: CellKernel(ck_tanh_slope)))

  package static let softplus = Activation.Rule(
    name: "softplus",
    formula: "maximum(z, 0) + log1p(exp(-abs(z)))", derivative: .slope("1 / (1 + exp(-z))"),
    dZFromOutput: "dA * (1 - exp(-A))",
    remark: "is relu with its bend rounded off; its slope is sigmoid",
    range: .fromZero,
    kernel: .elementwise(function: CellKernel(ck_softplus), slope: CellKernel(ck_sigmoid)))

  package static let silu = Activation.Rule(
    name: "silu",
    formula: "z / (1 + exp(-z))",
    derivative: .slope("(1 + exp(-z) + z * exp(-z)) / (1 + exp(-z))**2"),
    remark: "is z times its sigmoid; it dips below 0 and comes back to it",
    range: .belowZeroToo,
    kernel: .elementwise(function: CellKernel(ck_silu), slope: CellKernel(ck_silu_slope)))

  package static let gelu = Activation.Rule(
    name: "gelu",
    formula: "z * erfc(-z / sqrt(2)) / 2",
    derivative: .slope("erfc(-z / sqrt(2)) / 2 + z * exp(-z**2 / 2) / sqrt(2 * pi)"),
    remark: "is z times the chance that a normal draw is below z",
    range: .belowZeroToo,
    kernel: .elementwise(function: CellKernel(ck_gelu), slope: CellKernel(ck_gelu_slope)))

  package static let hardtanh = Activation.Rule(
    name: "hardtanh",
    formula: "maximum(-1, minimum(1, z))", derivative: .slope("where((z > -1) * (z < 1), 1, 0)"),
    dZFromOutput: "dA * where(abs(A) < 1, 1, 0)",
    remark: "is z cut off at -1 and 1; from there on its slope is 0",
    range: .aroundZero, bends: [-1, 1],
    kernel: .elementwise(function: CellKernel(ck_hardtanh), slope: CellKernel(ck_hardtanh_slope)))

  public static let softmax = Activation.Rule(
    name: "softmax", hyperparameter: .softmaxTemperature,
    formula: "exp(z / softmax_temperature) / sum(exp(z / softmax_temperature))",
    derivative: .jacobian("a[i] * ((i == j) - a[j]) / softmax_temperature"),
    dZFromOutput: "A * (dA - sum(dA * A, axis=1)) / softmax_temperature",
    remark: "makes a share of 1 of each unit; its derivative is a Jacobian for each sample",
    range: .shares,
    kernel: .rowwise(function: softmaxRow, jacobian: softmaxJacobian))
}
