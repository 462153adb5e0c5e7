/// The generators of a moment: that of `np.random`, and those under names.
public struct RandomStreams: Sendable, Equatable {
  /// That of `np.random`; `nil` before it is seeded or drawn from.
  var shared: LegacyRandom?
  var named: [String: RandomStream] = [:]

  init() {}

  /// The bytes that they take, roughly.
  var byteCount: Int {
    let each = 2_600
    return (shared == nil ? 0 : each) + named.keys.reduce(0) { $0 + $1.utf8.count + each }
  }
}

extension Machine {
  /// Whether a name is a generator's.
  package func isGenerator(_ name: String) -> Bool { streams.named[name] != nil }

  /// The names of the generators.
  package var generators: [String] { streams.named.keys.sorted() }

  /// Goes on with generators from where draws have left them.
  ///
  /// A name that was given to a number since is no generator any more.
  package mutating func keep(_ streams: RandomStreams) {
    self.streams = streams
    self.streams.named = streams.named.filter { variables[$0.key] == nil }
  }
}
