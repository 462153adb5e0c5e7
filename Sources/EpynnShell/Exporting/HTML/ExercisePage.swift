import EpynnCore

/// A student's exercise as a page: what is asked for is filled in, all else that is not given is
/// hidden.
struct ExercisePage {
  let drawn: DrawnExercise
  /// Whether nothing is said of an answer until it is marked: then the page holds no formula either.
  var tellsNothing = false
  let look: Look

  private var exercise: Exercise { drawn.exercise }

  /// - Throws: a complaint where the steps cannot run.
  func text() throws(Complaint) -> String {
    let look = look.on(.page)
    let start = drawn.machine.restarted
    let content = ExportContent(
      title: exercise.title.visible, machine: start,
      stops: try ExportedStop.all(of: start, through: veil, look: look).filter {
        $0.stop.step.phase != .update
      },
      lines: [], screen: nil, curves: [],
      blanks: exercise.find, key: [], look: look,
      exercise: ExportedExercise(drawn, tellsNothing: tellsNothing))
    do throws(Failure) { return try HTMLPage(content).text() } catch { throw Complaint(error) }
  }

  /// Over all that is not given.
  private var veil: Veil {
    var aids = Aids()
    let names = Quantity.allCases.flatMap { quantity in
      quantity.belongsToNetwork
        ? [TensorName(quantity, layer: 0)]
        : (1...exercise.layerCount).map { TensorName(quantity, layer: $0) }
    }
    aids.covers = names.filter { !isGiven($0) }.map { Cover($0.quantity, layer: $0.layer) }
    return Veil(aids, bug: nil)
  }

  /// What is drawn goes in, said or not; what is handed on is the same tensor.
  private func isGiven(_ name: TensorName) -> Bool {
    let known = Set(exercise.given + exercise.draws.map(\.name))
    return !known.isDisjoint(with: drawn.machine.twins(of: name))
      && exercise.find.allSatisfy { !drawn.machine.twins(of: name).contains($0) }
  }
}
