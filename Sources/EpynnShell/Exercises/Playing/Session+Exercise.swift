import EpynnCore
import EpynnLessons

/// Playing an exercise: what is given is set, what is asked for is hidden and asked.
extension Session {
  mutating func begin(
    _ own: OwnExercise, for id: StudentID, writesFile: Bool = true
  ) throws(Complaint) {
    let drawn = try own.drawn(for: id)
    let play = ExercisePlay(own, drawn, outside: moment, writesFile: writesFile)
    timeline = Timeline(drawn.machine)
    aids = Aids()
    predictionQuestion = nil
    returns = Returns()
    vote = nil
    exercise = play
    coverAsked()
    let setting = ExerciseSetting(machine: own.exercise.machine).lines.joined(separator: "; ")
    say("\(own.exercise.title.quoted(limit: 100)), the numbers of '\(id.text)'; \(setting)")
    showGiven(of: play)
    say(
      play.own.tellsNothing
        ? "Answers are kept and marked later. 'skip' goes on, 'given' shows the numbers again,"
          + " 'leave' ends it."
        : "'hint' and 'solution' help, 'given' shows the numbers again, 'skip' goes on, 'leave' ends"
          + " it.")
    askInExercise()
  }

  /// The exercise of a lesson, with the numbers of whoever plays it; a stranger's file writes none.
  mutating func beginExercise(_ block: ExerciseBlock) {
    do throws(Complaint) {
      let own = try ExerciseReader(block: block, file: scripts.lesson ?? "lesson").exercise()
      guard let id = ownID() else { return }
      try begin(own, for: id, writesFile: false)
    } catch {
      turn.output.lines += page(about: error, line: "", from: .script).lines
      if var player {
        player.go(to: player.item + 1)
        self.player = player
      }
    }
  }

  mutating func showGiven(of play: ExercisePlay) {
    let count = play.own.exercise.layerCount
    let given = play.own.exercise.given.compactMap { name in
      play.drawn.value(of: name).map { (name: name, matrix: $0) }
    }
    draw { look in
      guard look.literals == nil else {
        return given.flatMap { name, matrix in
          ValueText(
            expression: name.quantity.named(inLayer: name.owner, of: count), matrix: matrix,
            look: look
          ).facts
        }
      }
      return [
        .values(
          given.map { name, matrix in
            ShownValue(
              heading: ShownValue.Heading(
                name: name.text(of: count), letters: ShapeLetters(nil, nil), meaning: nil),
              matrix: matrix, precision: look.precision)
          })
      ]
    }
  }

  mutating func askInExercise() {
    guard let play = exercise, play.asked != nil else { return }
    let digits =
      play.own.exercise.decimals.map { $0 == 0 ? "" : ", to \($0.counted("decimal"))" } ?? ""
    say(
      play.knowsShape
        ? "What is \(play.askedText)? As in [[1, 2], [3, 4]]\(digits)."
        : "What shape has \(play.askedText)?")
  }

  /// Hides what is asked for and not known yet; nothing else may lift these covers.
  mutating func coverAsked() {
    aids.held = exercise?.hidden.map { Cover($0.quantity, layer: $0.layer) } ?? []
  }

  /// Goes on to what is asked next, or ends it where all was asked.
  mutating func goOnInExercise() throws(Complaint) {
    exercise?.goOn()
    coverAsked()
    guard exercise?.asked == nil else { return askInExercise() }
    try leaveExercise()
  }

  /// Writes what was answered, and ends the exercise once that is done.
  ///
  /// - Parameter path: where to; `nil` is a file called as its id, beside what is there.
  mutating func leaveExercise(to path: Argument<String>? = nil) throws(Complaint) {
    guard let play = exercise else { return }
    guard play.writesFile, !play.answers.isEmpty else {
      return endExercise(saying: play.answers.isEmpty ? "nothing was answered" : play.summary)
    }
    let name = path?.value ?? freeName(for: play.drawn.id)
    exercise?.place = play.own.exercise.find.count
    try ask(
      toWrite: Effect.Draft(
        path: name,
        bytes: Array(ExerciseBlank(drawn: play.drawn, answers: play.answers).text.utf8),
        replaces: false,
        done: "\(play.summary); '\(name.quoted(limit: 60))' holds the answers", column: 0,
        holdsExercise: true))
  }

  /// `ada.csv`, or where that is there already `ada-2.csv` and so on.
  private func freeName(for id: String) -> String {
    let names = ["\(id).csv"] + (2...99).map { "\(id)-\($0).csv" }
    return names.first { surroundings.read($0) == .failure(.missing) } ?? "\(id)-100.csv"
  }

  /// Ends it, what was there before comes back.
  mutating func endExercise(saying sentence: String? = nil) {
    guard let play = exercise else { return }
    exercise = nil
    restore(play.outside)
    if let sentence { say(sentence) }
    if var lesson = player {
      lesson.go(to: lesson.item + 1)
      player = lesson
    } else if !turn.isLast {
      say("what you had before the exercise is back")
    }
  }
}
