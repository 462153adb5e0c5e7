import EpynnCore

/// How often each class was answered as which, and beyond two classes each one's recall and
/// precision.
struct ClassTables {
  let score: Score
  let names: [String]
  let look: Look

  /// More classes than these are not drawn as a matrix.
  private static let mostClasses = 12

  private var matrix: [[Int]] { score.confusion }

  var facts: [Fact] {
    guard matrix.count > 2 else { return [.table(counts)] }
    guard matrix.count <= Self.mostClasses else {
      let sizes = matrix.map { ["\($0.reduce(0, +))"] }
      return [.table(table(["class", "samples"] + Self.shares, [sizes, shares]))]
    }
    var whole = table(counts.header.map(\.text) + Self.shares, [cells, shares])
    whole.below = (1 + matrix.count, "class")
    return [.table(whole)]
  }

  private static let shares = ["recall", "precision"]

  private var counts: Table { table(["is \\ called"] + labels, [cells]) }
  private var cells: [[String]] { matrix.map { $0.map(String.init) } }

  private var shares: [[String]] {
    matrix.indices.map { index in
      [score.recall(ofClass: index), score.precision(ofClass: index)]
        .map { $0?.text(look.precision) ?? "none" }
    }
  }

  private var labels: [String] {
    matrix.indices.map { index in
      names.indices.contains(index) ? names[index].quoted(limit: 12) : "\(index)"
    }
  }

  /// A row a class: its label, then what stands beside it.
  private func table(_ header: [String], _ beside: [[[String]]]) -> Table {
    Table(
      header: header,
      rows: matrix.indices.map { row in [labels[row]] + beside.flatMap { $0[row] } })
  }
}
