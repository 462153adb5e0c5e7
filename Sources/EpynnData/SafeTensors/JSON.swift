/// A value of JSON, as far as a header of tensors needs it.
indirect enum JSON: Equatable {
  /// The members in their order; no name stands twice.
  case object([Member])
  case array([JSON])
  case string(String)
  /// A whole number that is not negative.
  case count(Int)
  /// Any other number, `true`, `false` or `null`.
  case other

  struct Member: Equatable {
    let name: String
    let value: JSON
  }

  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The whole numbers of an array of nothing else.
  var counts: [Int]? {
    guard case .array(let values) = self else { return nil }
    var counts: [Int] = []
    for value in values {
      guard case .count(let count) = value else { return nil }
      counts.append(count)
    }
    return counts
  }
}
