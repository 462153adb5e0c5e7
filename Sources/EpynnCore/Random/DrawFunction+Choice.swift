extension DrawFunction {
  /// Some of the items, again and again the same ones or each at most once, by chances or equally.
  static let choice: Draw = { source, arguments throws(Fault) in
    let items = try arguments.items("a")
    let shape = try arguments.shape()
    try arguments.makeRoom(for: shape)
    let count = shape.rows * shape.columns
    guard items.count > 0 else {
      throw .draw(.emptyRange(low: 0, high: Double(items.count)))
    }
    let chances = try arguments.chances("p", of: items.count)
    let isAgain = try arguments.isTrue("replace")
    guard isAgain || count <= items.count else {
      throw .draw(.tooFew(items.count, wanted: count))
    }
    if !isAgain { try arguments.makeRoom(for: Shape(1, items.count)) }
    let patience = arguments.patience
    let places: [Int]
    switch (chances, isAgain) {
    case (nil, true):
      let largest = UInt64(items.count - 1)
      places = (0..<count).map { _ in Int(source.integer(upTo: largest)) }
    case (nil, false): places = source.different(count, of: items.count, while: patience)
    case (let chances?, true):
      let sums = Chances(chances)
      places = (0..<count).map { _ in sums.place(of: source.uniform()) }
    case (let chances?, false): places = try Self.different(count, by: chances, from: &source)
    }
    try patience.check()
    return try items.picking(places, in: shape)
  }

  /// As many as are still wanted at a time; those found have no chance again.
  private static func different(
    _ count: Int, by chances: [Double], from source: inout any RandomSource
  ) throws(Fault) -> [Int] {
    let likely = chances.count { $0 > 0 }
    guard likely >= count else { throw .draw(.tooFewLikely(likely, wanted: count)) }
    var (left, found) = (chances, [Int]())
    while found.count < count {
      for place in found { left[place] = 0 }
      let sums = Chances(left)
      var isNew = Set<Int>()
      for _ in 0..<count - found.count {
        let place = sums.place(of: source.uniform())
        if isNew.insert(place).inserted { found.append(place) }
      }
    }
    return found
  }
}

/// Chances added up, in which a number from 0 to 1 finds its place.
private struct Chances {
  private let sums: [Double]

  init(_ chances: [Double]) {
    var total = 0.0
    let sums = chances.map { chance in
      total += chance
      return total
    }
    self.sums = sums.map { $0 / total }
  }

  /// The first place whose sum lies above the number.
  func place(of number: Double) -> Int {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > number { high = middle } else { low = middle + 1 }
    }
    return min(low, sums.count - 1)
  }
}
