import EpynnCore

extension OwnResultScreen {
  /// The cost, which is one number and no cell.
  var costFacts: [Fact] {
    guard !result.agrees else { return facts }
    let cost = result.truth[0, 0]
    let own = readsCovered ? .veiled : result.own.matrix[0, 0]
    // What the loss covers, its mean would tell.
    let loss = CellName(.loss, layer: seen.machine.layers.count, Cell(0, 0))
    let texts = DifferingTexts(own, seen.cost(seen.number(cost, of: loss)), look.precision)
    let samples = seen.machine.data?.matrix.rows ?? 1
    let isSum = samples > 1 && result.own.agree(with: Matrix(cost * Double(samples)))
    let has = seen.hidesMistake ? ", which it is not" : ", it is \(texts.second)"
    let numbers =
      "cost: yours is \(seen.hidesMistake ? own.text(look.precision) : texts.first)\(has)"
    return isSum
      ? [.sentence("\(numbers); yours is the sum over the samples, the cost their mean")]
      : [.sentence(numbers)] + reasons
  }
}
