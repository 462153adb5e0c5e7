import EpynnCore

/// What there is to say about a word.
enum HelpTopic {
  /// Every word that help knows, for suggestions and completion.
  static let names: [String] =
    Command.all.map(\.name) + Dense.steps.map(\.name) + HelpPage.all.map(\.name)
    + Activation.Rule.all.map(\.name) + Loss.all.map(\.name) + Setting.all.map(\.name)
    + LearningSetting.all.map(\.name) + Mistake.all.map(\.name)
    + Quantity.allCases.map(\.name) + Command.Group.allCases.map(\.rawValue)

  static func sections(about topic: String, in seen: SeenMachine, look: Look) -> [[Fact]] {
    var sections: [[Fact]] = []
    if let command = Command.exact(topic) { sections.append(facts(about: command)) }
    if let step = Step.named(topic) { sections.append(facts(about: step, seen, look)) }
    if let rule = Activation.Rule.named(topic) { sections.append(facts(about: rule)) }
    if let loss = Loss.named(topic) { sections.append(facts(about: loss, seen.machine)) }
    if let mistake = Mistake.named(topic) { sections.append(facts(about: mistake, seen, look)) }
    if let setting = Setting.named(topic) { sections.append(facts(about: setting)) }
    if let setting = LearningSetting.named(topic) {
      sections.append([
        .sentence("set \(setting.name) \(setting.values): \(setting.summary)", in: .page)
      ])
    }
    if let page = HelpPage.all.first(where: {
      $0.name == topic.lowercased() || $0.aliases.contains(topic)
    }) {
      sections.append(
        page.body(seen, look)
          + page.paragraphs.map {
            .prose(
              Prose(text: page.line($0), hanging: $0.secondColumn, room: .page))
          })
    }
    if let group = Command.Group(rawValue: topic.lowercased()) {
      sections.append(facts(about: group))
    }
    if sections.isEmpty, let quantity = Quantity(rawValue: topic) {
      let letters = quantity.letters.line(summed: nil)
      sections.append([.line(Line("\(quantity.name) ") + letters + Line(", \(quantity.meaning)"))])
    }
    if !sections.isEmpty, let page = WhyPage.asked(by: topic) {
      sections.append([.sentence("why \(page.name): \(page.question)", in: .page)])
    }
    return sections
  }

  /// The commands of a group, a line each.
  private static func facts(about group: Command.Group) -> [Fact] {
    let commands = Command.listed.filter { $0.group == group }
    let usages = commands.map { $0.usage.count <= 20 ? $0.usage : "\($0.name) …" }
    let entries = zip(commands, usages).map { command, usage in
      Listing.Entry([command.short ?? "", usage], [command.summary])
    }
    return [.listing(Listing(entries: entries, gap: 1, indent: 0, isTyped: true))]
  }

  private static func facts(about command: Command) -> [Fact] {
    let names = Array(command.words.dropFirst())
    return [
      .prose(Prose(text: Line(command.usage, .typed), hanging: 4, room: .page))
    ]
      + (["\(command.summary)."] + command.details).map {
        .sentence($0, indent: 2, hanging: 0, in: .page)
      }
      + (names.isEmpty ? [] : [.line("also: \(names.joined(separator: ", "))", indent: 2)])
      + [.line(Line("example: ") + Line(command.example, .typed), indent: 2)]
  }

  static func facts(about step: Step, _ seen: SeenMachine, _ look: Look) -> [Fact] {
    let machine = seen.machine
    var facts: [Fact] = [
      .sentence("\(step.label): \(step.title)", hanging: 0, in: .page)
    ]
    let stop = Stop(step, layer: step.phase == .loss || step.phase == .update ? 0 : 1)
    guard !seen.hides(step) else {
      return facts + [
        .line("its formula is hidden until it has run; 'predict off' shows it", indent: 2)
      ]
    }
    facts += look.equations(of: stop, in: machine).map {
      .chain($0.parts, sign: $0.sign, indent: 2, in: .page)
    }
    for (assignment, formula) in zip(machine.documented(stop), machine.formulas(of: stop)) {
      facts.append(
        .sentence(
          "as matrices: \(look.matrices.equation(of: formula))", indent: 2, in: .page))
      let letters = assignment.quantity.letters.line(summed: nil)
      facts.append(
        .line(
          Line("writes \(assignment.quantity.name) ") + letters
            + Line(", \(assignment.quantity.meaning)"), indent: 2))
    }
    let readers = Dense.steps.filter { other in
      other.assignments.contains { assignment in
        !assignment.expression.dependencies(inLayer: 1).isDisjoint(
          with: step.writes.map { .tensor($0, layer: $0.belongsToNetwork ? 0 : 1) })
      }
    }
    if !readers.isEmpty, step.phase != .update {
      facts.append(
        .sentence("read by \(Problem.list(readers.map(\.label)))", indent: 2, in: .page))
    }
    return facts
  }

  private static func facts(about rule: Activation.Rule) -> [Fact] {
    let example = rule.hyperparameter.map { "\(rule.name) \($0.name)=0.5" } ?? rule.name
    let formulas = [("a", rule.formula.text), ("act'", rule.derivative.text)]
    let standard = rule.hyperparameter.map {
      "\($0.name) is \($0.standard.shortestText) unless set"
    }
    let sentences = ["\(rule.name) \(rule.remark)", standard, "example: dense 2 \(example)"]
    return [.sentence("\(rule.name): an activation, a = act(z)", in: .page), .formulas(formulas)]
      + sentences.compactMap(\.self).map { .sentence($0, indent: 2, in: .page) }
  }

  private static func facts(about loss: Loss, _ machine: Machine) -> [Fact] {
    let way = loss.isMeanOverOutputs ? "mean over the outputs of" : "sum over the outputs of"
    let formulas = [
      ("loss of a sample", "\(way) \(loss.formula)"), ("loss'(y, a)", "\(loss.derivative)"),
    ]
    let sentences = [
      Objective(machine: machine).belonging,
      "suits \(loss.outputs.words), and \(loss.targets.words)", "example: loss \(loss.name)",
    ]
    return [.sentence("\(loss.name): \(loss.title)", in: .page), .formulas(formulas)]
      + sentences.map { .sentence($0, indent: 2, in: .page) }
  }

  private static func facts(about mistake: Mistake, _ seen: SeenMachine, _ look: Look) -> [Fact] {
    let isTold = Dense.step(writing: mistake.quantity).map { !seen.hides($0) } ?? true
    let formulas = isTold ? mistake.assignments.map { look.matrices.equation(of: $0) } : []
    return [.sentence("\(mistake.name): a mistake in \(mistake.quantity.name)", in: .page)]
      + formulas.map { .sentence($0, indent: 2, in: .page) }
      + (isTold ? [.sentence(mistake.sentence(in: seen.machine), indent: 2, in: .page)] : [])
      + [.line("example: bug \(mistake.name)", indent: 2)]
  }

  private static func facts(about setting: Setting) -> [Fact] {
    [
      .sentence("set \(setting.name) \(setting.values): \(setting.summary)", in: .page),
      .table(Table(rows: setting.details.map { [$0.word, $0.summary] })),
    ]
  }
}

extension Fact {
  /// Names below each other, each with the formula that it stands for.
  fileprivate static func formulas(_ formulas: [(name: String, formula: String)]) -> Fact {
    .listing(Listing(entries: formulas.map { .init([$0.name], ["= \($0.formula)"]) }, hanging: 2))
  }
}

extension String {
  /// Where the explanation begins that stands behind a word and a gap; 2 where there is none.
  fileprivate var secondColumn: Int {
    guard let gap = firstRange(of: "  "),
      let start = self[gap.upperBound...].firstIndex(where: { $0 != " " })
    else { return 2 }
    let column = String(self[..<start]).displayWidth
    return column <= 26 ? column : 2
  }
}
