import EpynnCore

/// Which cell of a tensor is worth asking for: one at which what people get wrong comes out
/// otherwise.
struct PredictionCell {
  let truth: Matrix
  /// What each mistake would write, the likeliest first.
  let wrong: [Matrix]
  /// What edits of its formula would write that are in no table.
  var edited: [Matrix] = []

  /// The cell at which the most mistakes differ from the truth, then from each other, then the
  /// likeliest ones, then the most edits; a cell that is 0 only where none is as good. `nil` where
  /// none differs.
  func best(among suspects: [Matrix]? = nil, besides excluded: Cell? = nil) -> Cell? {
    let wrong = suspects ?? self.wrong
    let edited = suspects == nil ? self.edited : []
    var best: (cell: Cell, worth: Worth)?
    for (index, number) in truth.elements.enumerated() where number.isFinite {
      let cell = truth.shape.cell(at: index)
      let worth = Worth(
        number, beside: wrong.map { $0.elements[index] }, edited.map { $0.elements[index] })
      guard cell != excluded, worth.differing + worth.edited > 0,
        best.map({ $0.worth < worth }) ?? true
      else {
        continue
      }
      best = (cell, worth)
    }
    return best?.cell
  }
}

/// How well a cell tells mistakes apart.
private struct Worth: Comparable {
  /// How many of them give another number than the truth.
  let differing: Int
  /// How many numbers they give.
  let distinct: Int
  /// How many edits give another number than the truth.
  let edited: Int
  /// Which of them differ, the likeliest first.
  let pattern: [Bool]
  let isOther: Bool

  init(_ truth: Double, beside wrong: [Double], _ edits: [Double]) {
    pattern = wrong.map { $0 != truth }
    differing = pattern.count(where: \.self)
    distinct = Set(wrong).count
    edited = edits.count { $0 != truth }
    isOther = truth != 0
  }

  static func < (left: Worth, right: Worth) -> Bool {
    if left.differing != right.differing { return left.differing < right.differing }
    if left.distinct != right.distinct { return left.distinct < right.distinct }
    if left.pattern != right.pattern {
      return left.pattern.lexicographicallyPrecedes(right.pattern) { !$0 && $1 }
    }
    if left.edited != right.edited { return left.edited < right.edited }
    return !left.isOther && right.isOther
  }
}
