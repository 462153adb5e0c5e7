import EpynnCore

/// What is said to a line while an exercise is played.
extension Session {
  /// A line at its question: an answer, a word, or with a ':' in front a command.
  mutating func takeInExercise(_ text: String) throws(Complaint) -> Bool {
    guard let play = exercise else { return false }
    if text.isEmpty {
      if source == .prompt { play.asked == nil ? sayHowToLeave() : askInExercise() }
      return true
    }
    if Self.helpTopic(in: text) != nil { return false }
    if text.hasPrefix(":") {
      try runBesideExercise(text, play)
      return true
    }
    let words = WordSplitter.words(of: text)
    switch words[0].text {
    case "help", "quit": return false
    case "leave" where words.count <= 2:
      let file = words.dropFirst().first
      try leaveExercise(
        to: file.map {
          Argument(value: Session.unquoted($0.text), text: $0.text, column: $0.column)
        })
    case "given" where words.count == 1: showGiven(of: play)
    case _ where play.asked == nil: sayHowToLeave()
    case "skip" where words.count == 1: try goOnInExercise()
    case "hint" where words.count == 1: hintInExercise(play)
    case "solution" where words.count == 1: try solveInExercise(play)
    default: try judge(text, in: play)
    }
    if isRecorded { keep(text) }
    return true
  }

  private mutating func sayHowToLeave() {
    say("all was asked; 'leave' writes the answers, 'leave FILE.csv' into another file")
  }

  /// Runs a command beside it; before it is marked none that might tell something of an answer.
  private mutating func runBesideExercise(
    _ text: String, _ play: ExercisePlay
  ) throws(Complaint) {
    let command = LineMeaning(text).command
    if play.own.tellsNothing, command.map({ Self.onlyShows($0, text) }) != true {
      throw Complaint(.tellsNothing(command?.name ?? text), at: 0)
    }
    turn.isBesideExercise = true
    defer { turn.isBesideExercise = false }
    try run(text, beside: play, whereIt: { _ in true })
    coverAsked()
  }

  /// Whether a command beside an exercise of which nothing is told shows what was there, and computes
  /// nothing.
  private static func onlyShows(_ command: Command, _ text: String) -> Bool {
    guard [Command.show, .status, .help].contains(where: { $0.name == command.name }) else {
      return false
    }
    guard let words = Arguments(text.dropFirst().trimmingSpaces)?.text, !words.isEmpty,
      let formula = try? Expression(parsing: words)
    else { return true }
    return formula.isLook
  }

  private mutating func hintInExercise(_ play: ExercisePlay) {
    guard let asked = play.asked else { return }
    guard !play.own.tellsNothing else {
      return say("nothing is said until it is marked; 'skip' goes on")
    }
    exercise?.hintsGiven += 1
    let machine = play.drawn.machine
    let stop = machine.stops.first { stop in
      stop.step.phase != .update && stop.step.writes.contains(asked.quantity)
        && (stop.layer == 0 || asked.layer == 0 || stop.layer == asked.layer)
    }
    let formula = stop.flatMap { stop in
      machine.formulas(of: stop, layer: asked.owner).first { $0.quantity == asked.quantity }
    }
    if !play.knowsShape {
      say("\(play.askedText) has \(asked.quantity.layout)")
    } else if let formula, play.hintsGiven == 0 {
      let names = formula.expression.quantities.map(\.name)
      say("it is computed from \(names.isEmpty ? "what goes in" : Problem.list(names))")
    } else if let formula {
      say(look.matrices.equation(of: formula))
    }
    askInExercise()
  }

  private mutating func solveInExercise(_ play: ExercisePlay) throws(Complaint) {
    guard let asked = play.asked, let truth = play.drawn.value(of: asked) else { return }
    guard !play.own.tellsNothing else {
      return say("nothing is said until it is marked; 'skip' goes on")
    }
    exercise?.shown.insert(asked)
    // What the program has is no answer of the learner's.
    exercise?.answers[asked] = nil
    draw { look in
      ValueText(
        expression: asked.quantity.named(
          inLayer: asked.owner, of: play.own.exercise.layerCount), matrix: truth, look: look
      ).facts
    }
    try goOnInExercise()
  }

  private mutating func judge(_ line: String, in play: ExercisePlay) throws(Complaint) {
    guard let asked = play.asked, let truth = play.drawn.value(of: asked) else { return }
    let scope = Scope(play.drawn.solved, layer: asked.owner)
    if !play.knowsShape, !line.contains("[[") {
      guard let shape = ShapeAnswer.shape(line, in: scope) else {
        throw refusal(of: line, endedBy: "leave") ?? Complaint(.noShape(line), at: 0)
      }
      guard shape == truth.shape else {
        return say("not \(shape): \(play.askedText) has \(asked.quantity.layout)")
      }
      exercise?.knowsShape = true
      say("yes, \(shape)")
      return askInExercise()
    }
    let own = try ownNumbers(line, play, scope)
    let texts = play.texts(of: own)
    guard !play.own.tellsNothing else {
      exercise?.answers[asked] = texts
      say("kept")
      return try goOnInExercise()
    }
    let result = try located { () throws(Failure) in
      try OwnResult(
        play.drawn.atAskedDigits(own), for: asked.quantity, layer: asked.owner,
        in: play.drawn.machine, after: play.given, isInterrupted: surroundings.isInterrupted)
    }
    exercise?.given.keep(result, in: play.drawn.machine)
    if result.fits { exercise?.answers[asked] = texts }
    noteMistake(of: result, in: play.drawn.machine)
    let lacksDigits = !result.agrees && result.fits && own.agree(with: truth)
    if lacksDigits, let decimals = play.own.exercise.decimals {
      say("right as far as it goes; \(decimals.counted("decimal")) are asked for")
      return askInExercise()
    }
    draw { [seen = seen(play.drawn.solved)] look in
      OwnResultScreen(result: result, seen: seen, look: look, isAsked: true, offersExplain: false)
        .facts
    }
    guard result.agrees || result.source != nil else { return askInExercise() }
    exercise?.right.insert(asked)
    try goOnInExercise()
  }

  /// What was typed: numbers, or a formula of what may be seen.
  private func ownNumbers(
    _ line: String, _ play: ExercisePlay, _ scope: Scope
  ) throws(Complaint) -> OwnNumbers {
    let text = line.withDecimalPoint
    let formula: Expression
    do throws(Failure) { formula = try Expression(parsing: text) } catch {
      throw refusal(of: text, endedBy: "leave") ?? Complaint(error)
    }
    let covered = veil.covers(read: formula, in: scope)
    guard covered.isEmpty else {
      let names = covered.map {
        $0.quantity.text(inLayer: $0.layer, of: play.own.exercise.layerCount)
      }
      throw Complaint(.isAsked(names), at: 0)
    }
    if play.own.takesNumbersOnly, !formula.dependencies(inLayer: scope.layer).isEmpty {
      throw Complaint(.numbersOnly(text), at: 0)
    }
    do throws(Failure) {
      return OwnNumbers(try formula.value(in: scope), typedAs: text)
    } catch { throw Complaint(error) }
  }
}

extension ExercisePlay {
  /// Numbers as a table holds them.
  fileprivate func texts(of own: OwnNumbers) -> [[String]] { own.matrix.texts }
}
