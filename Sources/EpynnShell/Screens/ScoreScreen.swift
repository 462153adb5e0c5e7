import EpynnCore

/// Cost and metrics of each part of the data, and the classes of the last one.
struct ScoreScreen {
  let scores: [(name: String, score: Score)]
  let classNames: [String]
  let veil: Veil
  let look: Look

  private typealias Row = (name: String, value: @Sendable (Score) -> Double)

  private static let accuracy: Row = ("accuracy", { $0.accuracy })
  /// EpyNN's, of the classes 0 and 1.
  private static let ofTwo: [Row] = [
    ("recall", { $0.recall }), ("precision", { $0.precision }),
    ("F-score", { $0.fScore }), ("specificity", { $0.specificity }), ("NPV", { $0.npv }),
  ]
  private static let ofMore: [Row] = [
    ("mean recall", { $0.meanRecall }), ("mean precision", { $0.meanPrecision }),
  ]

  private var namesClasses: Bool { scores.allSatisfy { $0.score.namesClasses } }

  private var metrics: [Row] {
    guard namesClasses else { return [] }
    let hasTwo = scores.allSatisfy { $0.score.confusion.count == 2 }
    return [Self.accuracy] + (hasTwo ? Self.ofTwo : Self.ofMore)
  }

  var facts: [Fact] {
    let costs = scores.map { veil.cost($0.score.cost ?? .nan) }
    let format = NumberFormat(for: costs, precision: look.precision)
    var rows = [
      ["samples"] + scores.map { "\($0.score.count)" }, ["cost"] + costs.map(format.text),
    ]
    for row in metrics {
      rows.append([row.name] + scores.map { row.value($0.score).text(look.precision) })
    }
    return [.table(Table(header: [""] + scores.map(\.name), rows: rows, gap: 3))] + classes
  }

  private var classes: [Fact] {
    guard namesClasses else {
      let sentence = "Y names no classes by 0 and 1: only the cost means something here"
      return [.sentence(sentence, indent: 2, hanging: 0)]
    }
    guard let last = scores.last else { return [] }
    let tables = ClassTables(score: last.score, names: classNames, look: look).facts
    return [.gap, .line("\(last.name) samples by class", indent: 2)] + tables
  }
}
