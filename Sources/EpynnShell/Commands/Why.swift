import EpynnCore

extension Command {
  static let why = Command(
    "why", .looking, takes: [question], "short answers to what classes ask",
    example: "why transpose",
    details: [
      "Alone it lists them. Each has this layer's own numbers. 'why dX' is 'explain dX'. A line"
        + " that"
        + " ends in '?' is help's where help knows the words (softmax?, dX?), and else looked"
        + " up here:"
        + " why transpose?, dead relu?"
    ]
  ) { session, given throws(Complaint) in
    guard let question = try given[question] else { return session.listWhyPages() }
    try session.why(question)
  }

  private static let question = OptionalPositional(
    "WORDS or STEP",
    .anything("a question") { session in
      WhyPage.all.map { Suggestion($0.name, note: $0.question) } + session.steps
    })
}

/// Short pages on what classes ask.
extension Session {
  fileprivate mutating func listWhyPages() {
    let pages = WhyPage.all.map { Listing.Entry(["why \($0.name)"], [$0.question]) }
    let step = Listing.Entry(["why dX"], ["why a step has its form, as 'explain dX'"])
    draw { _ in [.listing(Listing(entries: pages + [step], isTyped: true))] }
  }

  /// A step or a cell as `explain` does; else the page that the words ask for.
  fileprivate mutating func why(_ question: Argument<String>) throws(Complaint) {
    let text = question.text.withoutQuestionMark
    if Step.named(text) != nil || text.contains("[") {
      return try explain(
        Argument(value: text, text: text, column: question.column), levels: 0)
    }
    guard let page = WhyPage.asked(by: text) else {
      throw Complaint(
        .noPage(text, nearest: Nearest.match(for: text, among: WhyPage.all.map(\.name))),
        at: question.column)
    }
    show(page)
  }

  /// Answers a line that ends in '?' where a page does; what help knows by that word stays help's.
  ///
  /// - Returns: Whether a page did.
  mutating func answersQuestion(_ topic: String) throws(Complaint) -> Bool {
    let topic = Self.withoutColons(topic)
    if let spelled = Arguments(topic),
      let command = [Command.why, .explain].first(where: { $0.name == spelled.command }),
      command.name == Command.why.name || !spelled.text.isEmpty
    {
      try command.action(&self, spelled)
      return true
    }
    guard HelpTopic.sections(about: topic, in: seen, look: look).isEmpty,
      let page = WhyPage.asked(by: topic)
    else { return false }
    show(page)
    return true
  }

  private mutating func show(_ page: WhyPage) {
    // Numbers that an update has left behind go with the weights before it.
    let stale = [Quantity.dW, .dX, .dZ, .a].first { machine.isStale($0, layer: currentLayer) }
    let before = stale.flatMap { try? machineThatWrote($0, layer: currentLayer) }
    let shown = seen(before ?? machine)
    draw { [currentLayer] look in
      page.facts(WhyLayer(seen: shown, number: currentLayer, look: look))
        + (before == nil ? [] : [.sentence("numbers are from before the update", in: .screen)])
    }
  }
}

extension String {
  fileprivate var withoutQuestionMark: String {
    hasSuffix("?") ? String(dropLast()).trimmingSpaces : self
  }
}
