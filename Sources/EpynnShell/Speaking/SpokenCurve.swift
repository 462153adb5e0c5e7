import EpynnCore

/// Says a curve: from where to where, where it is least and greatest, whether it falls, and a table.
struct SpokenCurve {
  let curve: Curve
  let axis: String

  /// The points of the table.
  private static let shown = 11

  var said: [String] {
    let points = curve.points.filter { $0.value.isFinite }
    guard let first = points.first, let last = points.last,
      let least = points.min(by: { $0.value < $1.value }),
      let greatest = points.max(by: { $0.value < $1.value })
    else { return [] }
    let title = curve.title.isEmpty ? "it" : Speaker.said(curve.title)
    return [
      "\(title) by \(axis), from \(axis) \(first.epoch) to \(last.epoch):"
        + " from \(text(first.value)) to \(text(last.value)),"
        + " least \(text(least.value)) at \(axis) \(least.epoch),"
        + " greatest \(text(greatest.value)) at \(axis) \(greatest.epoch); \(way(points))."
    ] + table(points)
  }

  private func way(_ points: [(epoch: Int, value: Double)]) -> String {
    let steps = zip(points, points.dropFirst()).map { $1.value - $0.value }
    let (rises, falls) = (steps.contains { $0 > 0 }, steps.contains { $0 < 0 })
    switch (rises, falls) {
    case (false, false): return "it stays the same"
    case (true, false): return "it rises all the way"
    case (false, true): return "it falls all the way"
    case (true, true):
      let (start, end) = (points.first?.value ?? 0, points.last?.value ?? 0)
      return (end < start ? "it falls" : end > start ? "it rises" : "it ends where it began")
        + ", and goes up and down between"
    }
  }

  private func table(_ points: [(epoch: Int, value: Double)]) -> [String] {
    let count = min(points.count, Self.shown)
    let places = (0..<count).map { count == 1 ? 0 : $0 * (points.count - 1) / (count - 1) }
    return places.map { "\(axis) \(points[$0].epoch): \(text(points[$0].value))." }
  }

  private func text(_ number: Double) -> String { number.text(curve.precision).spokenNumber }
}
