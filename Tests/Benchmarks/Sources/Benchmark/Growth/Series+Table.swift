extension Series {
  private static func powers(_ range: ClosedRange<Int>) -> [Int] {
    range.flatMap { exponent in
      let power = (0..<exponent).reduce(1) { size, _ in size * 10 }
      return exponent == range.upperBound ? [power] : [power, power * 3]
    }
  }

  /// What a person asks for in a number of their own choosing, and `back` after each.
  static let all = [
    Series(title: "`train N` epochs, 4 × 3 × 2", sizes: powers(1...6), needed: 1) { epochs in
      ([], ["train \(epochs)"])
    },
    Series(title: "`back` after it", sizes: powers(1...6), needed: 0) { epochs in
      (["train \(epochs)"], ["back"])
    },
    Series(title: "`train 100` of N layers, 64 × 32 × 32", sizes: Array(1...8), needed: 1) {
      (network(layers: $0), ["train 100"])
    },
    Series(title: "`back` after it", sizes: Array(1...8), needed: 1) {
      (network(layers: $0) + ["train 100"], ["back"])
    },
    Series(title: "`train 10` with N samples", sizes: [4, 10, 30] + powers(2...5), needed: 1) {
      (samples($0), ["train 10"])
    },
    Series(title: "`back` after it", sizes: [4, 10, 30] + powers(2...5), needed: 1) {
      (samples($0) + ["train 10"], ["back"])
    },
    Series(title: "`step N`", sizes: powers(2...5), needed: 1) { ([], ["step \($0)"]) },
    Series(title: "`back` after it", sizes: powers(2...5), needed: 0) {
      (["step \($0)"], ["back"])
    },
    Series(title: "`back N` after it", sizes: powers(2...5), needed: 1) {
      (["step \($0)"], ["back \($0)"])
    },
    Series(title: "`show X` of N cells", sizes: powers(3...7), needed: 0) {
      (cells($0), ["show X"])
    },
    Series(title: "`back` over setting them", sizes: powers(3...7), needed: 0) {
      (cells($0), ["back"])
    },
    Series(title: "N lines `step`, typed", sizes: powers(2...4), needed: 1) {
      ([], Array(repeating: "step", count: $0))
    },
    Series(title: "N lines `step` in a file", sizes: powers(2...4), needed: 1, isLoaded: true) {
      ([], Array(repeating: "step", count: $0))
    },
    Series(title: "N lines `back` after `step N`, typed", sizes: powers(2...4), needed: 1) {
      (["step \($0)"], Array(repeating: "back", count: $0))
    },
    Series(title: "N lines `back` after `train N`, typed", sizes: powers(2...4), needed: 1) {
      (["train \($0)"], Array(repeating: "back", count: $0))
    },
    Series(title: "N lines that edit, typed", sizes: powers(2...4), needed: 1) {
      ([], Array(repeating: "W[0,0] = 2", count: $0))
    },
  ]

  /// A network of layers as wide as its samples are.
  private static func network(layers: Int) -> [String] {
    ["seed 1", random("X", 64, 32), random("Y", 64, 32)]
      + Array(repeating: "dense 32 sigmoid", count: layers)
  }

  private static func samples(_ count: Int) -> [String] {
    ["seed 1", random("X", count, 3), random("Y", count, 2)]
  }

  private static func cells(_ count: Int) -> [String] {
    let columns = min(count, 1_000)
    return ["seed 1", random("X", count / columns, columns)]
  }

  private static func random(_ name: String, _ rows: Int, _ columns: Int) -> String {
    "\(name) = np.random.normal(size=(\(rows), \(columns)))"
  }
}
