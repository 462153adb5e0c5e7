import EpynnCore

/// What there is to say about a word.
enum HelpTopic {
  /// Every word that help knows, for suggestions and completion.
  static let names: [String] =
    Command.all.map(\.name) + Dense.steps.map(\.name) + HelpPage.all.map(\.name)
    + Activation.Rule.all.map(\.name) + Loss.all.map(\.name) + Setting.all.map(\.name)
    + LearningSetting.all.map(\.name)
    + Quantity.allCases.map(\.name) + Command.Group.allCases.map(\.rawValue)

  static func sections(about topic: String, in seen: SeenMachine, look: Look) -> [[Line]] {
    var sections: [[Line]] = []
    if let command = Command.exact(topic) { sections.append(lines(about: command, look)) }
    if let step = Step.named(topic) { sections.append(lines(about: step, seen, look)) }
    if let rule = Activation.Rule.named(topic) { sections.append(lines(about: rule, look)) }
    if let loss = Loss.named(topic) { sections.append(lines(about: loss, look)) }
    if let setting = Setting.named(topic) { sections.append(lines(about: setting, look)) }
    if let setting = LearningSetting.named(topic) {
      sections.append(
        "set \(setting.name) \(setting.values): \(setting.summary)".wrapped(
          to: look.width - 1, indent: 2))
    }
    if let page = HelpPage.all.first(where: {
      $0.name == topic.lowercased() || $0.aliases.contains(topic)
    }) {
      sections.append(
        page.paragraphs.flatMap {
          look.legible($0).wrapped(to: look.width - 1, indent: $0.secondColumn)
        })
    }
    if let group = Command.Group(rawValue: topic.lowercased()) {
      sections.append(lines(about: group, look))
    }
    if sections.isEmpty, let quantity = Quantity(rawValue: topic) {
      let letters = quantity.letters.line(summed: nil)
      sections.append([Line("\(quantity.name) ") + letters + Line(", \(quantity.meaning)")])
    }
    return sections.map { $0.flatMap { $0.folded(to: look.width - 1) } }
  }

  /// The commands of a group, a line each.
  private static func lines(about group: Command.Group, _ look: Look) -> [Line] {
    let commands = Command.listed.filter { $0.group == group }
    let usages = commands.map { $0.usage.count <= 20 ? $0.usage : "\($0.name) …" }
    let width = usages.map(\.displayWidth).max() ?? 0
    return zip(commands, usages).flatMap { command, usage in
      let start = "\((command.short ?? "").padded(to: 1)) \(usage.padded(to: width))  "
      return (start + command.summary).wrapped(to: look.width - 1, indent: start.displayWidth)
    }
  }

  private static func lines(about command: Command, _ look: Look) -> [Line] {
    var lines = command.usage.wrapped(to: look.width - 1, indent: 4)
    lines += "\(command.summary).".wrapped(to: look.width - 3).map { $0.indented(by: 2) }
    for detail in command.details {
      lines += detail.wrapped(to: look.width - 3).map { $0.indented(by: 2) }
    }
    let names = [command.short, command.alias].compactMap { $0 }
    if !names.isEmpty { lines.append(Line("  short: \(names.joined(separator: ", "))")) }
    return lines + [Line("  example: \(command.example)")]
  }

  static func lines(about step: Step, _ seen: SeenMachine, _ look: Look) -> [Line] {
    let machine = seen.machine
    var lines = "\(step.label): \(look.legible(step.title))".wrapped(to: look.width - 1)
    let stop = Stop(step, layer: step.phase == .loss || step.phase == .update ? 0 : 1)
    guard !seen.hides(step) else {
      return lines + [Line("  its formula is hidden until it has run; 'predict off' shows it")]
    }
    for equation in look.equations(of: stop, in: machine) {
      lines += wrapped(
        parts: equation.parts, sign: equation.sign, width: look.width - 3, indent: 2
      ).map { $0.indented(by: 2) }
    }
    for (assignment, formula) in zip(step.assignments, machine.formulas(of: stop)) {
      lines += Line("  as matrices: \(look.matrices.equation(of: formula))").folded(
        to: look.width - 1)
      let letters = assignment.quantity.letters.line(summed: nil)
      lines.append(
        Line("  writes \(assignment.quantity.name) ") + letters
          + Line(", \(assignment.quantity.meaning)"))
    }
    let readers = Dense.steps.filter { other in
      other.assignments.contains { assignment in
        !assignment.expression.dependencies(inLayer: 1).isDisjoint(
          with: step.writes.map { .tensor($0, layer: $0.belongsToNetwork ? 0 : 1) })
      }
    }
    if !readers.isEmpty, step.phase != .update {
      lines.append(Line("  read by \(Problem.list(readers.map(\.label)))"))
    }
    return lines
  }

  private static func lines(about rule: Activation.Rule, _ look: Look) -> [Line] {
    var lines = [
      Line("\(rule.name): an activation, a = act(z)"), Line("  a     = \(rule.formula)"),
      Line("  act'  = \(rule.derivative.text)"), Line("  \(rule.name) \(rule.remark)"),
    ]
    if let hyperparameter = rule.hyperparameter {
      lines.append(
        Line("  \(hyperparameter.name) is \(hyperparameter.standard.shortestText) unless set"))
      lines.append(Line("  example: dense 2 \(rule.name) \(hyperparameter.name)=0.5"))
    } else {
      lines.append(Line("  example: dense 2 \(rule.name)"))
    }
    return lines
  }

  private static func lines(about loss: Loss, _ look: Look) -> [Line] {
    let way = loss.isMeanOverOutputs ? "mean over the outputs of" : "sum over the outputs of"
    return [
      Line("\(loss.name): \(loss.title)"), Line("  loss of a sample = \(way) \(loss.formula)"),
      Line("  loss'(y, a)      = \(loss.derivative)"),
      Line("  gradients belong to its sum over samples; the cost is its mean over them"),
      Line("  suits \(loss.outputs.words), and \(loss.targets.words)"),
      Line("  example: loss \(loss.name)"),
    ]
  }

  private static func lines(about setting: Setting, _ look: Look) -> [Line] {
    let rows = setting.details.map { [Line($0.word), Line($0.summary)] }
    return "set \(setting.name) \(setting.values): \(setting.summary)".wrapped(
      to: look.width - 1, indent: 2)
      + Table(header: [], rows: rows).lines(gap: 2).flatMap {
        $0.indented(by: 2).folded(to: look.width - 1)
      }
  }
}

extension Loss.Outputs {
  /// The activations of the last layer that give them.
  fileprivate var words: String {
    switch self {
    case .any: "any activation"
    case .notBelowZero: "an activation that does not go below 0"
    case .shares: "softmax alone"
    }
  }
}

extension Loss.Targets {
  fileprivate var words: String {
    switch self {
    case .any: "any targets"
    case .aboveMinusOne: "targets above -1"
    case .probabilities: "targets from 0 to 1"
    case .shares: "targets that are shares of 1, as one 1 among zeros"
    }
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
