import EpynnCore

/// The table that a student fills in: whose it is, what is given, and empty cells, as `verify` and
/// `grade` read it.
struct ExerciseBlank {
  let drawn: DrawnExercise
  /// What was answered, as it was typed, row by row; what is not there is left empty.
  var answers: [TensorName: [[String]]] = [:]

  var text: String {
    let count = drawn.exercise.layerCount
    var text = CSVText.line(["id", drawn.id])
    for name in drawn.exercise.given {
      guard let matrix = drawn.value(of: name) else { continue }
      text += CSVText.line([name.text(of: count)])
      for row in matrix.texts { text += CSVText.line(row) }
    }
    for name in drawn.exercise.find {
      guard let shape = drawn.value(of: name)?.shape else { continue }
      text += CSVText.line([name.text(of: count)])
      let empty = [[String]](
        repeating: [String](repeating: "", count: shape.columns), count: shape.rows)
      for row in answers[name] ?? empty {
        // A line with nothing in it would be no row: a lone cell has an empty one beside it.
        text += row.joined(separator: ",") + (row.count == 1 ? ",\r\n" : "\r\n")
      }
    }
    return text
  }
}

extension Matrix {
  /// Each cell with the fewest digits that read back to it, row by row; -0 is 0, as people write it.
  var texts: [[String]] {
    (0..<rows).map { row in
      (0..<columns).map { column in
        let number = self[row, column]
        return (number == 0 ? 0 : number).shortestText
      }
    }
  }
}
