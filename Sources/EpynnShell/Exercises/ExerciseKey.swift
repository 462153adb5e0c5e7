import EpynnCore

/// The teacher's key: what is right for each student, and what each mistake would give.
struct ExerciseKey {
  let drawn: [DrawnExercise]

  var blocks: [PageBlock] {
    guard let first = drawn.first else { return [] }
    return [.heading("\(first.exercise.title): key", level: 1)] + drawn.flatMap(section)
  }

  private func section(_ drawn: DrawnExercise) -> [PageBlock] {
    let count = drawn.exercise.layerCount
    return [.heading(drawn.id, level: 2)]
      + drawn.exercise.find.flatMap { name -> [PageBlock] in
        guard let truth = drawn.value(of: name) else { return [] }
        let told = MistakenTensor.all(of: drawn, name).compactMap { mistaken -> String? in
          guard let cell = mistaken.firstCell(beside: truth) else { return nil }
          let cellName = CellName(name.quantity, layer: name.owner, cell).text(of: count)
          return "\(mistaken.mistake.name): \(cellName) is"
            + " \(drawn.text(of: mistaken.matrix[cell]))"
        }
        return [.matrix(name.text(of: count), drawn.texts(of: truth))]
          + (told.isEmpty ? [] : [.list(told)])
      }
  }
}

/// What a mistake that an exercise tells apart makes of a tensor.
struct MistakenTensor {
  let mistake: Mistake
  let matrix: Matrix

  static func all(of drawn: DrawnExercise, _ name: TensorName) -> [MistakenTensor] {
    drawn.exercise.distinct.filter { $0.quantity == name.quantity }.compactMap { mistake in
      drawn.solved.outcome(of: mistake, layer: name.owner).map {
        MistakenTensor(mistake: mistake, matrix: $0)
      }
    }
  }

  /// The first cell at which it shows; `nil` where its shape is another.
  func firstCell(beside truth: Matrix) -> Cell? {
    guard matrix.shape == truth.shape else { return nil }
    return truth.elements.indices.first {
      abs(truth.elements[$0] - matrix.elements[$0]) > 1e-9 * max(abs(truth.elements[$0]), 1)
    }.map(truth.shape.cell(at:))
  }
}

extension DrawnExercise {
  /// How precisely its answers are shown.
  private var precision: Precision { exercise.decimals.map { .decimals($0) } ?? .full }

  /// An answer to the decimals that are asked for.
  func text(of number: Double) -> String { number.text(precision) }

  func texts(of matrix: Matrix) -> [[String]] {
    let format = NumberFormat(for: matrix.elements, precision: precision)
    return (0..<matrix.rows).map { row in
      (0..<matrix.columns).map { column in
        let number = matrix[row, column]
        // A product with 0 may be -0, which no one would write down.
        return format.text(number == 0 ? 0 : number)
      }
    }
  }
}
