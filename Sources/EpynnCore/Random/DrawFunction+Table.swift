extension DrawFunction {
  /// The table of draws: one more is one more row.
  static let all: [DrawFunction] = [
    .cells("rand", of: .legacy, example: "rand(3, 2)") { source, _ in source.uniform() },
    .cells("randn", of: .legacy, example: "randn(3, 2)") { source, _ in source.normal() },
    .cells("random", of: .legacy, .modern, takes: [.size], example: "random((3, 2))") {
      source, _ in source.uniform()
    },
    .cells("random_sample", of: .legacy, takes: [.size], example: "random_sample((3, 2))") {
      source, _ in source.uniform()
    },
    .cells(
      "standard_normal", of: .legacy, .modern, takes: [.size], example: "standard_normal((3, 2))"
    ) { source, _ in source.normal() },
    .cells(
      "normal", of: .legacy, .modern, takes: [.number("loc", 0), .scale, .size],
      example: "normal(0, 1, (3, 2))"
    ) { source, given in given[0] + given[1] * source.normal() },
    .cells(
      "uniform", of: .legacy, .modern, takes: [.number("low", 0), .number("high", 1), .size],
      example: "uniform(0, 1, (3, 2))"
    ) { source, given in given[0] + (given[1] - given[0]) * source.uniform() },
    DrawFunction(
      "randint", of: .legacy, takes: [.required("low"), .optional("high"), .size],
      example: "randint(0, 10, (3, 2))", isWhole: true, draw: wholeNumbers),
    DrawFunction(
      "integers", of: .modern,
      takes: [.required("low"), .optional("high"), .size, .number("endpoint", 0)],
      example: "integers(0, 10, (3, 2))", isWhole: true, draw: wholeNumbers),
    permuting,
    DrawFunction(
      "choice", of: .legacy, .modern,
      takes: [.required("a"), .size, .number("replace", 1), .optional("p")],
      example: "choice(10, 3)", draw: choice),
  ]

  /// Also what `shuffle` does.
  static let permuting = DrawFunction(
    "permutation", of: .legacy, .modern, takes: [.required("x")], example: "permutation(4)"
  ) { source, arguments throws(Fault) in
    let items = try arguments.items("x")
    try arguments.makeRoom(for: Shape(1, items.count))
    let places = source.shuffled(items.count, while: arguments.patience)
    try arguments.patience.check()
    return items.picking(places)
  }

  /// From low up to but without high; without a high, from 0 up to but without low.
  private static let wholeNumbers: Draw = { source, arguments throws(Fault) in
    let shape = try arguments.shape()
    let (low, high) = (try arguments.whole("low"), try arguments.whole("high"))
    let isClosed = try arguments.isTrue("endpoint")
    guard low < high || isClosed && low == high else {
      throw .draw(.emptyRange(low: Double(low), high: Double(high)))
    }
    let largest = UInt64(high - low) - (isClosed ? 0 : 1)
    return try arguments.filling(shape) {
      Double(low + Int(source.integer(upTo: largest)))
    }
  }
}
