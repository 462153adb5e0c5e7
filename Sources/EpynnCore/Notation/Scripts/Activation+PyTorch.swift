extension Activation {
  /// PyTorch's own function of it, of a tensor by its name; `nil` where PyTorch has none.
  package func pytorch(of z: String) -> String? {
    guard !rule.isOwn else { return nil }
    let number = parameter.shortestText
    return switch name {
    case "identity": z
    case "relu", "sigmoid", "tanh": "torch.\(name)(\(z))"
    case "lrelu": "F.leaky_relu(\(z), \(number))"
    case "elu": "F.elu(\(z), \(number))"
    // By default it is z itself from 20 on, which is off by 2e-9.
    case "softplus": "F.softplus(\(z), threshold=40)"
    case "silu", "gelu", "hardtanh": "F.\(name)(\(z))"
    case "softmax":
      parameter == 1 ? "torch.softmax(\(z), dim=1)" : "torch.softmax(\(z) / \(number), dim=1)"
    default: nil
    }
  }
}
