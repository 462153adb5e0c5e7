import EpynnCore

extension Command {
  static let bug = Command(
    "bug", .proving, takes: [mistake, guess, buggyLayer], "run with a mistake, to be found",
    example: "bug hidden",
    details: [
      "The formulas on the screen stay right, the values are the mistake's. Alone it lists those"
        + " that make a difference here; 'fix' takes it out. With a layer it is in that one alone.",
      "random draws one of those, hidden one that check finds and keeps its name. The seed and the"
        + " place decide which; 'seed 7' before it draws another.",
    ]
  ) { session, given throws(Complaint) in
    if let guess = try given[guess]?.value { return try session.guess(guess) }
    guard let name = try given[mistake] else { return session.listBugs() }
    try session.bug(name, layer: given[buggyLayer]?.value, line: given.line)
  }

  private static let mistake = OptionalPositional("NAME", mistakeOrDrawn)
  private static let guess = Option("is", "NAME", .mistake, insteadOf: mistake)
  private static let buggyLayer = Option.layer(after: mistake)

  /// A mistake, or `nil` for one that is drawn.
  private static var mistakeOrDrawn: Kind<Mistake?> {
    let drawn = ["random", "hidden"]
    var grammar = Kind.mistake.grammar
    grammar.words = drawn
    grammar.offers = { _ in (Mistake.all.map(\.name) + drawn).map { Suggestion($0) } }
    return Kind(grammar) { word, name throws(Complaint) in
      drawn.contains(word.text) ? nil : try Kind.mistake.read(word, name)
    }
  }
}

extension Kind where Value == Mistake {
  fileprivate static var mistake: Kind<Mistake> {
    var grammar = Grammar(wanted: "a name")
    grammar.offers = { _ in Mistake.all.map { Suggestion($0.name) } }
    return Kind(grammar) { word, _ throws(Complaint) in
      guard let mistake = Mistake.named(word.text) else {
        let nearest = Nearest.match(for: word.text, among: Mistake.all.map(\.name))
        throw Complaint(.unknownMistake(word.text, nearest: nearest), at: word.column)
      }
      return mistake
    }
  }
}

/// Mistakes put in to be found.
extension Session {
  fileprivate mutating func bug(
    _ argument: Argument<Mistake?>, layer: Int?, line: String
  ) throws(Complaint) {
    if let layer {
      do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch {
        throw Complaint(.core(error), at: argument.column)
      }
    }
    let isHidden = argument.text == "hidden"
    guard let mistake = argument.value ?? drawMistake(in: layer, isHidden: isHidden) else {
      return say("no mistake makes a difference here that could be found")
    }
    try edit(line, column: argument.column) { machine throws(Fault) in
      try machine.set(bug: Bug(mistake, layer: layer, isHidden: isHidden))
      return []
    }
    let place = layer.map { " layer \($0)" } ?? ""
    let reason = sentence(mistake).map { ": \($0)" } ?? ""
    say(
      isHidden
        ? "a mistake is in; find it with check, explain and nudge, then 'bug is NAME'"
        : "\(mistake.name) is in\(place)\(reason)")
    sayNext()
  }

  /// One that makes a difference, after the next update too if there is one; a hidden one is found
  /// by `check`.
  private mutating func drawMistake(in layer: Int?, isHidden: Bool) -> Mistake? {
    let candidates = applicable(in: layer)
    // Of what a script brings about too, so that it draws the same again.
    let place = [aids.mistakesDrawn, machine.iteration, machine.position].map(UInt64.init)
    aids.mistakesDrawn += 1
    var generator = RandomGenerator(seeds: [machine.seed] + place)
    var first: Mistake?
    for mistake in generator.permutation(candidates.count).map({ candidates[$0] })
    where shows(mistake, in: layer, of: machine, isHidden: isHidden) {
      if let later = machine.afterUpdate(with: Bug(mistake, layer: layer)),
        shows(mistake, in: layer, of: later, isHidden: isHidden)
      {
        return mistake
      }
      first = first ?? mistake
    }
    return first
  }

  private func shows(
    _ mistake: Mistake, in layer: Int?, of machine: Machine, isHidden: Bool
  ) -> Bool {
    isHidden
      ? isFoundByCheck(mistake, in: layer, of: machine)
      : machine.canRun(with: mistake, layer: layer)
  }

  private func applicable(in layer: Int? = nil) -> [Mistake] {
    let machine = machine
    return Mistake.all.filter { machine.canRun(with: $0, layer: layer) }
  }

  /// What is said of a mistake; nothing where it would tell a formula that is hidden.
  private func sentence(_ mistake: Mistake) -> String? {
    let step = Dense.step(writing: mistake.quantity)
    return step.map { seen.hides($0) } == true ? nil : mistake.sentence(in: machine)
  }

  /// A hidden one must be there to be found.
  private func isFoundByCheck(
    _ mistake: Mistake, in layer: Int?, of machine: Machine
  ) -> Bool {
    guard mistake.phase == .backward || mistake.phase == .gradients else { return false }
    var trial = machine
    guard (try? trial.set(bug: Bug(mistake, layer: layer))) != nil,
      let check = try? GradientCheck(trial, isInterrupted: surroundings.isInterrupted)
    else { return false }
    return check.firstFailure?.quantity == mistake.quantity
  }

  fileprivate mutating func listBugs() {
    if let bug = machine.bug {
      say(bug.isHidden ? "a mistake is in; 'bug is NAME' says which" : "\(bug.mistake.name) is in")
    }
    let mistakes = applicable()
    guard !mistakes.isEmpty else { return say("no mistake makes a difference here") }
    var table = Table(rows: mistakes.map { [$0.name, sentence($0) ?? ""] })
    // The list stays on the screen; help tells the rest.
    table.isCut = true
    draw { [table] _ in [.table(table)] }
  }

  fileprivate mutating func guess(_ guess: Mistake) throws(Complaint) {
    guard let bug = machine.bug else { return say("no mistake is in; 'bug hidden' puts one in") }
    guard guess == bug.mistake else {
      return say("not \(guess.name); 'check' names the first step that is wrong")
    }
    say("yes, it is \(guess.name): \(guess.sentence(in: machine)). 'fix' takes it out")
  }
}
