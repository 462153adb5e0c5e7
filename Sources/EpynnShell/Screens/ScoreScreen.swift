import EpynnCore

/// Cost and metrics of each part of the data, and the confusion matrix of the last one.
struct ScoreScreen {
  let scores: [(name: String, score: Score)]
  let classNames: [String]
  let look: Look

  private static let rows: [(name: String, value: @Sendable (Score) -> Double)] = [
    ("accuracy", { $0.accuracy }), ("recall", { $0.recall }), ("precision", { $0.precision }),
    ("F-score", { $0.fScore }), ("specificity", { $0.specificity }), ("NPV", { $0.npv }),
  ]

  /// More classes than these are not drawn as a matrix.
  private static let mostClasses = 12

  var facts: [Fact] {
    let costs = scores.map { $0.score.cost ?? .nan }
    let format = NumberFormat(for: costs, precision: look.precision)
    var rows = [
      ["samples"] + scores.map { "\($0.score.count)" }, ["cost"] + costs.map(format.text),
    ]
    for row in Self.rows {
      rows.append([row.name] + scores.map { row.value($0.score).text(look.precision) })
    }
    return [.table(Table(header: [""] + scores.map(\.name), rows: rows, gap: 3))] + confusion
      + remarks
  }

  /// What the metrics do not mean here.
  private var remarks: [Fact] {
    let sentence: String
    if scores.contains(where: { !$0.score.hasClasses }) {
      sentence = "Y names no classes by 0 and 1: only the cost means something here"
    } else if scores.contains(where: { $0.score.confusion.count > 2 }) {
      sentence = "recall to NPV are of classes 0 and 1 alone, as in EpyNN"
    } else {
      return []
    }
    return [.sentence(sentence, indent: 2, hanging: 0)]
  }

  private var confusion: [Fact] {
    guard let last = scores.last, last.score.confusion.count <= Self.mostClasses else { return [] }
    let matrix = last.score.confusion
    let names = matrix.indices.map { index in
      classNames.indices.contains(index) ? classNames[index].quoted(limit: 12) : "\(index)"
    }
    let table = Table(
      header: ["is \\ called"] + names,
      rows: matrix.indices.map { row in
        [names[row]] + matrix[row].map(String.init)
      })
    return [.gap, .line("  \(last.name) samples by class"), .table(table)]
  }
}
