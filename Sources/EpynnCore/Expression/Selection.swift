/// The rows or columns that an index picks: `[1]`, `[-1]`, `[0:2]`, `[:]`.
public enum Selection: Sendable, Hashable {
  /// One index, counted from 0, or from the end where negative.
  case one(Int)
  /// From the first to just before the second; an end left out is `nil`.
  case range(Int?, Int?)

  var isSingle: Bool {
    switch self {
    case .one: true
    case .range: false
    }
  }

  public static let everything = Selection.range(nil, nil)

  /// The indices picked among `count`; `nil` where one lies outside.
  ///
  /// As in NumPy, a range is cut to what there is, a single index is not.
  func indices(among count: Int) -> Range<Int>? {
    switch self {
    case .one(let index):
      let place = index < 0 ? index + count : index
      return (0..<count).contains(place) ? place..<(place + 1) : nil
    case .range(let from, let to):
      let start = Self.bound(from ?? 0, among: count)
      let end = Self.bound(to ?? count, among: count)
      return start..<max(start, end)
    }
  }

  private static func bound(_ index: Int, among count: Int) -> Int {
    min(max(index < 0 ? index + count : index, 0), count)
  }
}
