import EpynnCore

/// A row of the table of words by which programs call tensors beside the letters of equations.
///
/// Case, `_` and the number of a layer do not count; `grad` or `d` beside a word makes it the
/// gradient, so that `fc1.weight.grad`, `grad_input` and `dA_prev` need no rows of their own.
struct TensorWord {
  let word: String
  let quantity: Quantity
  /// Whether it is the last layer's.
  var isLast = false
  /// Whether the units come first, as PyTorch keeps them.
  var hasUnitsFirst = false

  static let all: [TensorWord] =
    Quantity.allCases.map { TensorWord(word: $0.name.lowercased(), quantity: $0) } + [
      TensorWord(word: "aprev", quantity: .x),
      TensorWord(word: "xtrain", quantity: .x),
      TensorWord(word: "input", quantity: .x),
      TensorWord(word: "inputs", quantity: .x),
      TensorWord(word: "weight", quantity: .w, hasUnitsFirst: true),
      TensorWord(word: "weights", quantity: .w),
      TensorWord(word: "kernel", quantity: .w),
      TensorWord(word: "wl", quantity: .w, isLast: true),
      TensorWord(word: "bias", quantity: .b),
      TensorWord(word: "biases", quantity: .b),
      TensorWord(word: "bl", quantity: .b, isLast: true),
      TensorWord(word: "zl", quantity: .z, isLast: true),
      TensorWord(word: "al", quantity: .a, isLast: true),
      TensorWord(word: "output", quantity: .a),
      TensorWord(word: "yhat", quantity: .a, isLast: true),
      TensorWord(word: "ypred", quantity: .a, isLast: true),
      TensorWord(word: "target", quantity: .y),
      TensorWord(word: "targets", quantity: .y),
      TensorWord(word: "ytrue", quantity: .y),
      TensorWord(word: "ytrain", quantity: .y),
      TensorWord(word: "labels", quantity: .y),
    ]

  /// The words that may stand before a tensor's and tell nothing but that it is a layer's.
  static let holders: Set<String> = [
    "fc", "l", "lin", "linear", "layer", "layers", "dense", "hidden", "net", "network", "model",
    "module", "seq", "sequential", "main", "mlp", "features", "stack", "relu", "classifier",
    "parameters", "params", "cache", "caches", "grads", "gradients", "self",
  ]
  /// Those that tell that it is the last layer's.
  static let lastHolders: Set<String> = ["out", "output", "head", "final", "last"]

  static func named(_ word: String) -> TensorWord? {
    let word = word.lowercased()
    return all.first { $0.word == word }
  }

  /// The same of the gradient with respect to it.
  var gradient: TensorWord? {
    quantity.gradient.map {
      TensorWord(word: word, quantity: $0, isLast: isLast, hasUnitsFirst: hasUnitsFirst)
    }
  }
}
