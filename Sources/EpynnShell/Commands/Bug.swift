import EpynnCore

extension Command {
  static let bug = Command(
    "bug", .proving, "[NAME, random, hidden or is NAME] [layer K]",
    "run with a mistake, to be found",
    example: "bug hidden",
    details: [
      "The formulas on the screen stay right, the values are the mistake's. Alone it lists those"
        + " that make a difference here; 'fix' takes it out. With a layer it is in that one alone.",
      "random draws one of those, hidden one that check finds and keeps its name. The seed and the"
        + " place decide which; 'seed 7' before it draws another.",
    ], takes: .mistakes
  ) { session, arguments throws(Complaint) in
    try session.bug(arguments)
  }
}

/// Proofs by finite differences, and mistakes put in to be found.
extension Session {
  mutating func bug(_ arguments: Arguments) throws(Complaint) {
    guard let first = arguments.words.first?.text else { return listBugs() }
    if first == "is" { return try guessBug(arguments) }
    let line = arguments.text
    let (arguments, layer) = try arguments.withoutLayer()
    if let layer {
      do throws(Fault) { _ = try machine.place(ofLayer: layer) } catch {
        throw Complaint(.core(error), at: arguments.column)
      }
    }
    let name = try arguments.single("a name")
    let candidates = applicable(in: layer)
    let mistake: Mistake
    var isHidden = false
    switch first {
    case "random", "hidden":
      isHidden = first == "hidden"
      // Of what a script brings about too, so that it draws the same again.
      let place = [aids.mistakesDrawn, machine.iteration, machine.position].map(UInt64.init)
      aids.mistakesDrawn += 1
      var generator = RandomGenerator(seeds: [machine.seed] + place)
      let drawn = generator.permutation(candidates.count).lazy.map { candidates[$0] }
      guard let found = drawn.first(where: { !isHidden || isFoundByCheck($0, in: layer) }) else {
        return say("no mistake makes a difference here that could be found")
      }
      mistake = found
    default:
      guard let named = Mistake.named(first) else {
        throw Complaint(
          .unknownMistake(
            first, nearest: Nearest.match(for: first, among: Mistake.all.map(\.name))),
          at: name.column)
      }
      mistake = named
    }
    try edit("bug \(line)", column: arguments.column) { machine throws(Fault) in
      try machine.set(bug: Bug(mistake, layer: layer, isHidden: isHidden))
      return []
    }
    say(
      isHidden
        ? "a mistake is in; find it with check, explain and nudge, then 'bug is NAME'"
        : "\(mistake.name) is in\(layer.map { " layer \($0)" } ?? "")\(sentence(mistake).map { ": \($0)" } ?? "")"
    )
    sayNext()
  }

  private func applicable(in layer: Int? = nil) -> [Mistake] {
    let machine = machine
    return Mistake.all.filter { machine.canRun(with: $0, layer: layer) }
  }

  /// What is said of a mistake; nothing where it would tell a formula that is hidden.
  private func sentence(_ mistake: Mistake) -> String? {
    let step = Dense.step(writing: mistake.quantity)
    return step.map { look.hides($0, in: machine) } == true ? nil : mistake.sentence(in: machine)
  }

  /// A hidden one must be there to be found.
  private func isFoundByCheck(_ mistake: Mistake, in layer: Int?) -> Bool {
    guard mistake.phase == .backward || mistake.phase == .gradients else { return false }
    var trial = machine
    guard (try? trial.set(bug: Bug(mistake, layer: layer))) != nil,
      let check = try? GradientCheck(trial, isInterrupted: surroundings.isInterrupted)
    else { return false }
    return check.firstFailure?.quantity == mistake.quantity
  }

  private mutating func listBugs() {
    if let bug = machine.bug {
      say(bug.isHidden ? "a mistake is in; 'bug is NAME' says which" : "\(bug.mistake.name) is in")
    }
    let mistakes = applicable()
    guard !mistakes.isEmpty else { return say("no mistake makes a difference here") }
    let names = mistakes.map(\.name.count).max() ?? 0
    let told = mistakes.map { ($0.name, sentence($0) ?? "") }
    draw { look in
      // One line each, so that the list stays on the screen; help tells the rest.
      let room = max(look.width - names - 7, 20)
      let rows = told.map { name, sentence in
        [name, sentence.quoted(limit: room)].map { Line(look.legible($0)) }
      }
      return Table(header: [], rows: rows).lines(gap: 2)
        .flatMap { $0.indented(by: 2).folded(to: look.width - 1) }
    }
  }

  private mutating func guessBug(_ arguments: Arguments) throws(Complaint) {
    let words = arguments.words
    guard words.count == 2 else { throw Complaint(.missing("a name behind 'is'", in: "bug")) }
    guard let bug = machine.bug else { return say("no mistake is in; 'bug hidden' puts one in") }
    guard let guess = Mistake.named(words[1].text) else {
      throw Complaint(
        .unknownMistake(
          words[1].text, nearest: Nearest.match(for: words[1].text, among: Mistake.all.map(\.name))),
        at: words[1].column)
    }
    guard guess == bug.mistake else {
      return say("not \(guess.name); 'check' names the first step that is wrong")
    }
    say("yes, it is \(guess.name): \(guess.sentence(in: machine)). 'fix' takes it out")
  }
}
