/// One generator of NumPy's, of either generation, and where in its stream it stands.
public enum RandomStream: Sendable, Equatable {
  case legacy(LegacyRandom)
  case modern(RandomGenerator)

  /// Which of NumPy's.
  public enum Kind: String, Sendable, CaseIterable {
    case legacy = "RandomState"
    case modern = "default_rng"
  }

  /// The stream that a seed begins, or a list of seeds.
  init(_ kind: Kind, _ seed: RandomSeed) {
    switch (kind, seed) {
    case (.legacy, .one(let seed)): self = .legacy(LegacyRandom(seed: UInt32(clamping: seed)))
    case (.legacy, .list(let seeds)):
      self = .legacy(LegacyRandom(seeds: seeds.map { UInt32(clamping: $0) }))
    case (.modern, .one(let seed)): self = .modern(RandomGenerator(seed: seed))
    case (.modern, .list(let seeds)): self = .modern(RandomGenerator(seeds: seeds))
    }
  }

  var kind: Kind {
    switch self {
    case .legacy: .legacy
    case .modern: .modern
    }
  }

  /// What a body makes of the stream, which it leaves moved on.
  mutating func drawing<Result>(
    _ body: (inout any RandomSource) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    switch self {
    case .legacy(let generator):
      var source: any RandomSource = generator
      let result = try body(&source)
      if let source = source as? LegacyRandom { self = .legacy(source) }
      return result
    case .modern(let generator):
      var source: any RandomSource = generator
      let result = try body(&source)
      if let source = source as? RandomGenerator { self = .modern(source) }
      return result
    }
  }
}

/// What a stream begins with.
enum RandomSeed: Sendable, Equatable {
  case one(UInt64)
  case list([UInt64])

  /// The seed that a formula's value is; a list is one by the way it is written.
  ///
  /// - Throws: `DrawFault.badSeed` for what is no whole number, or too large a one.
  init(_ value: Matrix, isList: Bool, for kind: RandomStream.Kind) throws(Fault) {
    let limit = kind.largestSeed
    guard value.elements.allSatisfy({ $0 >= 0 && $0 <= Double(limit) && $0 == $0.rounded() }),
      isList || value.scalar != nil
    else { throw .draw(.badSeed(largest: limit)) }
    let seeds = value.elements.map { UInt64($0) }
    self = isList ? .list(seeds) : .one(seeds[0])
  }
}

extension RandomStream.Kind {
  /// Beyond 2⁵³ a Float64 does not hold every whole number.
  fileprivate var largestSeed: UInt64 {
    switch self {
    case .legacy: UInt64(UInt32.max)
    case .modern: 1 << 53
    }
  }
}
