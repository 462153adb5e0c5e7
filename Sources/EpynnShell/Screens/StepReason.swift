import EpynnCore

/// Why each step has the form that it has: the index sum first, the shapes as its check.
enum StepReason {
  static func text(of step: Step) -> String {
    switch step.name {
    case "X":
      "The input is kept as it came: going backward, each weight's gradient asks what the weight"
        + " was multiplied by."
    case "Z":
      "Unit u adds up x[m,n] · w[n,u] over all features n, then its bias. As n is summed away,"
        + " (m, n) times (n, u) leaves (m, u): the shapes agree with the sum."
    case "A":
      "Each sum is bent by itself; without a bend, two layers in a row would be one. Softmax alone"
        + " looks at a whole row. The shape stays."
    case "loss":
      "One number a sample says how far its outputs are from its targets. Gradients belong to the"
        + " sum of these numbers, the cost is their mean."
    case "dA":
      "How the loss grows with each output. The last layer asks the loss, any other layer is told"
        + " by the one above: its A was that layer's X."
    case "dZ":
      "A moved by act′(z) for each unit that z moves, so what reached A is multiplied by that"
        + " slope, cell by cell; softmax's outputs all move with each z, so a Jacobian stands there."
    case "dX":
      "x[m,n] went into every unit u through w[n,u], so it hears from each of them: dz[m,u] · w[n,u]"
        + " added up over u. W has u second, so it is read transposed: (m, u) times (u, n)."
    case "dW":
      "w[n,u] was used once in every sample, times x[m,n], so it hears from all samples:"
        + " x[m,n] · dz[m,u] added up over m. X has m first, so it is transposed: (n, m) times (m, u)."
    case "db":
      "The bias was added once in every sample, times 1, so its gradient is dz[m,u] added up over"
        + " m. The axis stays, for db has the shape of b."
    default:
      "Each number moves against its gradient, by the rate times as far: a little of what would"
        + " lower the loss most steeply."
    }
  }
}
