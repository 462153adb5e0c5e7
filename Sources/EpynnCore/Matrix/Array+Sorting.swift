extension Array where Element: Sendable {
  /// Sorted, equal ones in the order in which they stood.
  ///
  /// In pieces that are merged, so that whoever has lost patience need not see its end.
  ///
  /// - Throws: `Fault.interrupted`.
  func sorted(
    while patience: Patience, by goesBefore: (Element, Element) -> Bool
  ) throws(Fault) -> [Element] {
    guard count > Patience.drawStretch else { return sorted(by: goesBefore) }
    var pieces: [[Element]] = []
    for first in stride(from: 0, to: count, by: Patience.drawStretch) {
      try patience.check()
      let last = Swift.min(first + Patience.drawStretch, count)
      pieces.append(self[first..<last].sorted(by: goesBefore))
    }
    while pieces.count > 1 {
      var merged: [[Element]] = []
      for place in stride(from: 0, to: pieces.count, by: 2) {
        let next = place + 1 < pieces.count ? pieces[place + 1] : []
        merged.append(try pieces[place].merged(with: next, while: patience, by: goesBefore))
      }
      pieces = merged
    }
    return pieces[0]
  }

  private func merged(
    with other: [Element], while patience: Patience, by goesBefore: (Element, Element) -> Bool
  ) throws(Fault) -> [Element] {
    var (left, right, result) = (0, 0, [Element]())
    result.reserveCapacity(count + other.count)
    while left < count, right < other.count {
      if result.count % Patience.drawStretch == 0 { try patience.check() }
      if goesBefore(other[right], self[left]) {
        result.append(other[right])
        right += 1
      } else {
        result.append(self[left])
        left += 1
      }
    }
    return result + self[left...] + other[right...]
  }
}
