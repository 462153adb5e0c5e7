import EpynnCore

/// A student's sheet: what the layers are, the numbers given, and what is asked.
struct ExerciseSheet {
  let drawn: DrawnExercise

  private var exercise: Exercise { drawn.exercise }

  var blocks: [PageBlock] {
    let count = exercise.layerCount
    let givens = exercise.given.compactMap { name in
      drawn.value(of: name).map { PageBlock.matrix(name.text(of: count), $0.texts) }
    }
    let asked = exercise.find.map { name in
      "\(name.text(of: count)): \(Self.worth(exercise.points[name] ?? 1))"
    }
    return [
      .heading(exercise.title, level: 1), .paragraph(drawn.id),
      .list(ExerciseSetting(machine: exercise.machine).lines), .heading("Given", level: 2),
    ] + givens + [.heading("Find", level: 2), .list(asked)] + digits
  }

  private static func worth(_ points: Double) -> String {
    points == 1 ? "1 point" : "\(points.shortestText) points"
  }

  private var digits: [PageBlock] {
    guard let decimals = exercise.decimals else { return [] }
    return [
      .paragraph(
        decimals == 0
          ? "Whole numbers are wanted."
          : "Each number with \(decimals.counted("decimal")) at least.")
    ]
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
