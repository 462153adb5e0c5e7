import EpynnCore

/// The exercise of each student as a question for Moodle: a table with a field for each cell, and
/// for each number that a mistake gives a line about it.
struct MoodleQuestions {
  let drawn: [DrawnExercise]
  let look: Look

  var text: String {
    guard let first = drawn.first else { return "" }
    let category = XMLText.element(
      "question", [("type", "category")],
      holding: XMLText.element(
        "category",
        holding: XMLText.element(
          "text",
          holding: "$course$/top/"
            + XMLText.escaped(
              first.exercise.title.doubling("/")))))
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n\(category)\n"
      + drawn.map { question($0) + "\n" }.joined() + "</quiz>\n"
  }

  private func question(_ drawn: DrawnExercise) -> String {
    func text(_ content: String) -> String { XMLText.element("text", holding: content) }
    let name = "\(drawn.exercise.title), \(drawn.id)"
    return XMLText.element(
      "question", [("type", "cloze")],
      holding: XMLText.element("name", holding: text(XMLText.escaped(name)))
        + XMLText.element(
          "questiontext", [("format", "html")], holding: text(XMLText.escaped(page(drawn))))
        + XMLText.element("generalfeedback", [("format", "html")], holding: text("")))
  }

  /// The question's own page, in HTML.
  private func page(_ drawn: DrawnExercise) -> String {
    let exercise = drawn.exercise
    let count = exercise.layerCount
    let setting = ExerciseSetting(machine: exercise.machine).lines.map {
      XMLText.element("li", holding: XMLText.escaped($0))
    }
    let givens = exercise.given.compactMap { name in
      drawn.value(of: name).map { matrix in
        table(name.text(of: count), matrix.texts.map { $0.map(XMLText.escaped) })
      }
    }
    let weights = CellWeights(drawn)
    let asked = exercise.find.compactMap { name in
      drawn.value(of: name).map { matrix in
        let mistaken = MistakenTensor.all(of: drawn, name)
        return table(
          name.text(of: count),
          (0..<matrix.rows).map { row in
            (0..<matrix.columns).map { column in
              field(Cell(row, column), of: matrix, drawn, mistaken, weight: weights[name])
            }
          })
      }
    }
    return XMLText.element("ul", holding: setting.joined()) + givens.joined() + asked.joined()
  }

  private func table(_ name: String, _ rows: [[String]]) -> String {
    let body = rows.map { row in
      XMLText.element(
        "tr", holding: row.map { XMLText.element("td", holding: $0) }.joined())
    }
    return XMLText.element("p", holding: XMLText.escaped(name))
      + XMLText.element("table", holding: body.joined())
  }

  /// `{1:NUMERICAL:=4:0.005~%0%-13:0.005#…}`: the right number, then those of mistakes.
  private func field(
    _ cell: Cell, of truth: Matrix, _ drawn: DrawnExercise, _ mistaken: [MistakenTensor],
    weight: Int
  ) -> String {
    let tolerance = drawn.exercise.moodleTolerance(of: truth)
    var told: [(number: Double, reasons: [String])] = []
    for mistake in mistaken where mistake.matrix.shape == truth.shape {
      let number = mistake.matrix[cell]
      guard number.isFinite, abs(number - truth[cell]) > 2 * tolerance else { continue }
      let reason =
        "\(mistake.mistake.name): \(mistake.mistake.sentence(in: drawn.machine))"
      if let place = told.firstIndex(where: { abs($0.number - number) <= 2 * tolerance }) {
        told[place].reasons.append(reason)
      } else {
        told.append((number, [reason]))
      }
    }
    let answers =
      ["=\(truth[cell].shortestText):\(tolerance.shortestText)"]
      + told.map { number, reasons in
        "%0%\(number.shortestText):\(tolerance.shortestText)#"
          + Self.escaped(reasons.joined(separator: "; or "))
      }
    return "{\(weight):NUMERICAL:\(XMLText.escaped(answers.joined(separator: "~")))}"
  }

  /// Feedback in which nothing ends a field.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "}~#/\"\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
  }
}

/// What each cell of a tensor is worth, in whole numbers, as Moodle wants them.
private struct CellWeights {
  private var weights: [TensorName: Int] = [:]

  init(_ drawn: DrawnExercise) {
    let worth = drawn.exercise.find.map { name -> (TensorName, points: Int, cells: Int) in
      let points = drawn.exercise.points[name] ?? 1
      return (name, Int((points * 100).rounded()), drawn.value(of: name)?.elements.count ?? 1)
    }
    let common = worth.reduce(1) { $0 / Self.divisor($0, $1.cells) * $1.cells }
    let whole = worth.map { $0.points * common / $0.cells }
    let unit = max(whole.reduce(0, Self.divisor), 1)
    for (place, item) in worth.enumerated() { weights[item.0] = max(whole[place] / unit, 1) }
  }

  subscript(name: TensorName) -> Int { weights[name] ?? 1 }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}

extension Exercise {
  /// How far off an answer may be: half a unit of the decimals asked for.
  fileprivate func moodleTolerance(of truth: Matrix) -> Double {
    decimals == 0 && truth.elements.allSatisfy { $0 == $0.rounded() } ? 0 : tolerance
  }
}
