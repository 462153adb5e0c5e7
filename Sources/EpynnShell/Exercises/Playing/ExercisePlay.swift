import EpynnCore

/// An exercise in play: what is asked by and by, and what was answered.
struct ExercisePlay: Sendable {
  let own: OwnExercise
  let drawn: DrawnExercise
  /// The session as it was before.
  let outside: LessonPlayer.ScriptState
  /// Whether the answers are written into a file: not within a lesson, a stranger's file.
  let writesFile: Bool
  /// The place of what is asked among what is to be found; behind the last all was asked.
  var place = 0
  var knowsShape = false
  var hintsGiven = 0
  /// What was answered last, as a table holds it.
  var answers: [TensorName: [[String]]] = [:]
  /// What came out right, or follows from the learner's own, and what was shown.
  var right: Set<TensorName> = []
  var shown: Set<TensorName> = []
  /// Whole tensors that were answered, so that an error carried on is known as one.
  var given = GivenResults()

  init(
    _ own: OwnExercise, _ drawn: DrawnExercise, outside: LessonPlayer.ScriptState, writesFile: Bool
  ) {
    self.own = own
    self.drawn = drawn
    self.outside = outside
    self.writesFile = writesFile
    knowsShape = own.tellsNothing
  }

  /// What is asked; `nil` where all was.
  var asked: TensorName? {
    let find = own.exercise.find
    return find.indices.contains(place) ? find[place] : nil
  }

  var askedText: String { asked?.text(of: own.exercise.layerCount) ?? "" }

  /// What may not be seen: all that is asked for and neither right nor shown.
  var hidden: [TensorName] {
    own.exercise.find.filter { !right.contains($0) && !shown.contains($0) }
  }

  mutating func goOn() {
    place += 1
    knowsShape = own.tellsNothing
    hintsGiven = 0
  }

  /// How it went, in a sentence.
  var summary: String {
    let count = own.exercise.find.count
    let open = count - answers.count
    guard !own.tellsNothing else {
      return open == 0
        ? "all \(count.counted("tensor")) answered"
        : "\(answers.count) of \(count.counted("tensor")) answered"
    }
    let parts =
      ["\(right.count) of \(count.counted("tensor")) right"]
      + (shown.isEmpty ? [] : ["\(shown.count) shown"])
    return parts.joined(separator: ", ")
  }
}

extension ExercisePlay: Dialogue {
  func prompt(in session: Session) -> String? {
    guard asked != nil else { return "exercise> " }
    return knowsShape ? "\(askedText)> " : "\(askedText) shape> "
  }

  /// A matrix may go on in the next line; a shape may hold an open bracket.
  var joinsLines: Bool { knowsShape }

  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool {
    try session.take(line) { session, text throws(Complaint) in
      try session.takeInExercise(text)
    }
  }

  /// Ctrl-C clears the line; what was answered is not dropped by a key.
  func interrupted(in session: Session) -> (rest: ExercisePlay?, sentence: String)? {
    (self, "the exercise goes on; 'leave' ends it and keeps what was answered")
  }
}

extension Session {
  /// The exercise that is played.
  var exercise: ExercisePlay? {
    get { dialogues[ExercisePlay.self] }
    set { dialogues[ExercisePlay.self] = newValue }
  }
}
