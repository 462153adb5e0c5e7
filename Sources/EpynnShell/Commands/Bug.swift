import EpynnCore

extension Command {
  static let bug = Command(
    "bug", .proving, takes: [mistake, guess, level, number, buggyLayer],
    "run with a mistake, to be found", example: "bug hidden",
    details: [
      "The formulas on the screen stay right, the values are the mistake's. Alone it lists those"
        + " that make a difference here; 'fix' takes it out. With a layer it is in that one alone.",
      "hidden keeps its name, and check finds it, also after 'run'. easy is one of the list, medium"
        + " one of the list or an edit of a formula, hard two edits or a rare one. A NUMBER gives the"
        + " same on every machine with the same network; without one each start draws another.",
      "random draws one of the list and names it; the seed and the place decide which.",
      "'bug is' takes the names of the list and those of edits, two of them with a '+' between.",
    ]
  ) { session, given throws(Complaint) in
    if let guess = try given[guess]?.value { return try session.guess(guess) }
    guard let name = try given[mistake] else { return session.listBugs() }
    if name.text == hidden {
      let layer = try given[buggyLayer]
      return try session.hideBug(
        HiddenBug(
          level: try given[level]?.value, number: try given[number]?.value, layer: layer?.value),
        at: layer?.column ?? name.column)
    }
    try session.bug(name, layer: given[buggyLayer]?.value, line: given.line)
  }

  private static let hidden = "hidden"
  private static let mistake = OptionalPositional("NAME", mistakeOrDrawn)
  private static let guess = Option("is", "NAME", .mistakeName, insteadOf: mistake)
  private static let level = OptionalPositional("easy", .level, after: mistake, where: isHidden)
  private static let number = OptionalPositional(
    "NUMBER", .bugNumber, after: mistake, where: isHidden)
  private static let buggyLayer = Option.layer(after: mistake)

  private static let isHidden: @Sendable (Given) -> Bool = { $0.text(of: mistake) == hidden }

  /// A mistake, or `nil` for one that is drawn.
  private static var mistakeOrDrawn: Kind<Mistake?> {
    let drawn = ["random", hidden]
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
    guard let mistake = argument.value ?? drawMistake(in: layer) else {
      return say("no mistake makes a difference here that could be found")
    }
    try edit(line, column: argument.column) { machine throws(Fault) in
      try machine.set(bug: Bug(mistake, layer: layer))
      return []
    }
    let place = layer.map { " layer \($0)" } ?? ""
    let reason = sentence(mistake).map { ": \($0)" } ?? ""
    say("\(mistake.name) is in\(place)\(reason)")
    sayNext()
  }

  /// One that makes a difference, after the next update too if there is one.
  private mutating func drawMistake(in layer: Int?) -> Mistake? {
    let candidates = applicable(in: layer)
    // Of what a script brings about too, so that it draws the same again.
    let place = [aids.mistakesDrawn, machine.iteration, machine.position].map(UInt64.init)
    aids.mistakesDrawn += 1
    var generator = RandomGenerator(seeds: [machine.seed] + place)
    let drawn = generator.permutation(candidates.count).map { candidates[$0] }
    return drawn.first { mistake in
      machine.afterUpdate(with: Bug(mistake, layer: layer))?.canRun(with: mistake, layer: layer)
        ?? false
    } ?? drawn.first
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
    if let level = machine.bug?.level, level != .easy { listEdits() }
  }

  /// What the edits of formulas are called from which one was drawn.
  private mutating func listEdits() {
    var table = Table(
      rows: EditRule.drawn.map { rule in
        [
          rule.name,
          rule.sentence.replacing("{part}", with: "…").replacing("{by}", with: "…"),
        ]
      })
    table.isCut = true
    draw { [table] _ in [.line("or an edit of a formula:"), .table(table)] }
  }
}
