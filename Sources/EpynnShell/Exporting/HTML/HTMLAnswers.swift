import EpynnCore

/// What the page's script knows: what goes in, the formulas, and what mistakes are called. None of
/// it is a number that is to be found.
struct HTMLAnswers {
  let content: ExportContent

  /// With more cells that go in the page would be large; then it neither checks nor repeats them.
  private static let givenLimit = 4_000

  private var machine: Machine { content.machine }
  private var exercise: ExportedExercise? { content.exercise }
  private var count: Int { content.layerCount }

  /// The blanks that can be filled in: those that a step writes.
  var blanks: [(name: TensorName, shape: Shape)] {
    content.stops.filter { $0.stop.step.phase != .update }.flatMap(\.written).compactMap {
      written in
      let isBlank =
        content.blanks.contains(written.name) && written.matrix.isVeiled
        && written.matrix.elements.count <= HTMLTensor.blankLimit
      return isBlank ? (written.name, written.matrix.shape) : nil
    }
  }

  var text: String {
    guard !content.blanks.isEmpty else { return "{}" }
    let givens = givens
    let data = JSONText.object([
      ("givens", givens.map { .object($0) } ?? .null), ("steps", givens == nil ? .null : steps),
      (
        "blanks",
        .array(
          blanks.map { name, _ in
            .object([
              ("tensor", .string(name.key)), ("name", .string(name.text(of: count))),
              ("mistakes", givens == nil ? .array([]) : mistakes(of: name)),
            ])
          })
      ),
      ("decimals", .integer(exercise?.decimals ?? 2)), ("csv", .string(csv)),
      ("file", .string("\(exercise?.id ?? content.title)-answers.csv")),
    ])
    // In a script no text may look like a mark.
    return data.text.spelled(by: ["<": "\\u003c", ">": "\\u003e", "&": "\\u0026"])
  }

  /// Whether what was filled in can be checked.
  var checks: Bool { givens != nil }

  /// What goes in, as far as it may be seen; nothing where that is not enough to compute with.
  private var givens: [(String, JSONText)]? {
    let names = inputs
    guard !areMany, !tellsMore, names.allSatisfy({ $0.matrix.isFinite }) else { return nil }
    return names.map { input in
      (
        input.key,
        .array(
          (0..<input.matrix.rows).map { row in
            .array((0..<input.matrix.columns).map { .number(input.matrix[row, $0]) })
          })
      )
    }
  }

  /// Whether the formulas of the page's script would tell more than the page may.
  private var tellsMore: Bool {
    exercise?.tellsNothing == true
      || content.stops.contains { $0.before.hidesMistake || $0.hidesFormula }
  }

  private var areMany: Bool {
    inputs.reduce(0) { $0 + $1.matrix.elements.count } > Self.givenLimit
  }

  /// X, W, b and Y, or the dA that was given, without what may not be seen.
  private var inputs: [(key: String, name: TensorName, matrix: Matrix)] {
    guard let seen = content.stops.first?.before.machine else { return [] }
    var names: [(String, TensorName)] = []
    func add(_ quantity: Quantity, _ layer: Int) {
      let name = TensorName(quantity, layer: layer)
      names.append((name.key, name))
    }
    add(.x, 1)
    for layer in 1...max(count, 1) {
      add(.w, layer)
      add(.b, layer)
    }
    if !machine.isDrivenByGiven { add(.y, 0) }
    var found = names.compactMap { key, name in
      seen.value(of: name.quantity, layer: name.owner).map { (key, name, $0.matrix) }
    }
    if machine.isDrivenByGiven, let given = seen.given {
      found.append((FormulaJSON.given, TensorName(.dA, layer: count), given.matrix))
    }
    return found
  }

  /// The formula of each tensor, in running order.
  private var steps: JSONText {
    .array(
      content.stops.filter { $0.stop.step.phase != .update }.flatMap { exported -> [JSONText] in
        let layer = exported.stop.evaluationLayer
        return machine.formulas(of: exported.stop).compactMap { assignment in
          FormulaJSON(machine: machine, layer: layer).text(of: assignment.expression).map {
            let name = TensorName(assignment.quantity, layer: layer)
            return .object([("tensor", .string(name.key)), ("formula", $0)])
          }
        }
      })
  }

  /// What people write in its place, those first that the exercise tells apart.
  private func mistakes(of name: TensorName) -> JSONText {
    let first = exercise?.distinct ?? []
    let all = first + Mistake.all.filter { !first.contains($0) }
    return .array(
      all.filter { $0.quantity == name.quantity }.compactMap { mistake in
        machine.formula(of: mistake, layer: name.owner).flatMap {
          FormulaJSON(machine: machine, layer: name.owner).text(of: $0)
        }.map {
          .object([("says", .string(mistake.sentence(in: machine))), ("formula", $0)])
        }
      })
  }

  /// The table that is saved, up to the first answer.
  private var csv: String {
    let given =
      exercise?.given.compactMap { name in
        inputs.first { $0.name == name }
      } ?? inputs.filter { !$0.matrix.isVeiled && !areMany }
    return (exercise.map { CSVText.line(["id", $0.id]) } ?? "")
      + given.map { input in
        CSVText.line([input.name.text(of: count)])
          + input.matrix.texts.map { CSVText.line($0) }.joined()
      }.joined()
  }
}
