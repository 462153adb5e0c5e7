import EpynnCore

/// A student's sheet in Markdown: what the layers are, the numbers given, and what is asked.
struct ExerciseSheet {
  let drawn: DrawnExercise
  let look: Look

  private var exercise: Exercise { drawn.exercise }

  var text: String {
    let count = exercise.layerCount
    let givens = exercise.given.compactMap { name in
      drawn.value(of: name).map { Self.table(of: $0, named: name.text(of: count)) }
    }
    let asked = exercise.find.map { name in
      "- \(name.text(of: count))\(Self.worth(exercise.points[name] ?? 1))\n"
    }
    return "# \(MarkdownText.plain(exercise.title))\n\n\(MarkdownText.plain(drawn.id))\n\n"
      + ExerciseSetting(machine: exercise.machine).lines.map { "- \(MarkdownText.plain($0))\n" }
      .joined()
      + "\n## Given\n\n" + givens.joined(separator: "\n") + "\n## Find\n\n" + asked.joined()
      + "\n" + Self.digits(exercise)
  }

  /// A matrix as a table with the numbers of its rows and columns.
  static func table(of matrix: Matrix, named name: String) -> String {
    table(of: matrix.texts, named: name)
  }

  static func table(of texts: [[String]], named name: String) -> String {
    let columns = texts.first?.indices.map { "\($0)" } ?? []
    return MarkdownText.table(
      [[name] + columns] + texts.enumerated().map { ["**\($0)**"] + $1 })
  }

  private static func worth(_ points: Double) -> String {
    points == 1 ? " (1 point)" : " (\(points.shortestText) points)"
  }

  private static func digits(_ exercise: Exercise) -> String {
    guard let decimals = exercise.decimals else { return "" }
    return decimals == 0
      ? "Whole numbers are wanted.\n"
      : "Each number with \(decimals.counted("decimal")) at least.\n"
  }
}

/// The layers of a network, its loss and conventions, in words.
struct ExerciseSetting {
  let machine: Machine

  var lines: [String] {
    let layers = machine.layers.enumerated().map { place, layer in
      machine.layers.count > 1
        ? "layer \(place + 1): \(layer.dense.summary)" : "one layer: \(layer.dense.summary)"
    }
    let readsLoss = machine.target != nil
    let loss = readsLoss ? ["loss: \(machine.namedLoss.name), \(machine.namedLoss.title)"] : []
    let conventions = machine.conventions.map { "\($0.name): \($0.summary)" }
    return layers + loss + conventions
  }
}
