/// The moments that have a name, the one set last at the end, and the jumps made between moments.
struct Bookmarks: Sendable {
  private(set) var all: [Bookmark] = []
  /// How things were shown on the other side of a jump, by its number.
  private var jumps: [Int: (shown: ShownState, card: LastCard)] = [:]
  private(set) var jumpsMade = 0
  private var namesMade = 0

  /// More of them, or of jumps, are forgotten, the first ones first.
  static let limit = 100

  subscript(name: String) -> Bookmark? { all.first { $0.name == name } }

  /// A name for one that was given none.
  mutating func nextName() -> String {
    repeat { namesMade += 1 } while self["mark\(namesMade)"] != nil
    return "mark\(namesMade)"
  }

  /// What came of setting one.
  struct Outcome {
    /// The one that had the name before.
    let replaced: Bookmark?
    /// Those that were forgotten to stay within the bound.
    let forgotten: [String]
  }

  /// Keeps a bookmark within a bound of bytes: pasts are dropped before moments are.
  ///
  /// - Returns: `nil` where it alone is beyond the bound, and nothing is changed.
  mutating func set(_ bookmark: Bookmark, bound: Int) -> Outcome? {
    var newest = bookmark
    if newest.size > bound { newest.dropPast() }
    guard newest.size <= bound else { return nil }
    let replaced = self[bookmark.name]
    all.removeAll { $0.name == bookmark.name }
    all.append(newest)
    for place in all.indices.dropLast() where size > bound { all[place].dropPast() }
    var forgotten: [String] = []
    while size > bound || all.count > Self.limit { forgotten.append(all.removeFirst().name) }
    return Outcome(replaced: replaced, forgotten: forgotten)
  }

  private var size: Int { all.reduce(0) { $0 + $1.size } }

  /// Notes how things were shown before a jump, and numbers it.
  mutating func note(jumpFrom shown: ShownState, _ card: LastCard) -> Int {
    jumpsMade += 1
    jumps[jumpsMade] = (shown, card)
    jumps[jumpsMade - Self.limit] = nil
    return jumpsMade
  }

  /// Hands over how things were shown on the other side of a jump for what they are on this one;
  /// `nil` where it is forgotten.
  mutating func exchange(
    jump number: Int, for shown: ShownState, _ card: LastCard
  ) -> (shown: ShownState, card: LastCard)? {
    guard let other = jumps[number] else { return nil }
    jumps[number] = (shown, card)
    return other
  }
}
