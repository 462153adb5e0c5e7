import EpynnCore

/// A line while a vote is open: counts, its words, or something that is looked at meanwhile.
extension Session {
  /// Opens a vote and asks it.
  mutating func open(_ question: VoteQuestion) {
    var opened = question
    opened.isScripted = source == .lesson
    vote = opened
    tellsWhatIsDone()
    drawVote { $0.question }
  }

  /// - Returns: whether the line is none to be run.
  mutating func takeAtVote(_ text: String) throws(Complaint) -> Bool {
    guard let question = vote else { return false }
    guard !text.isEmpty else {
      // Before anybody has voted it does nothing, so that no key tells anything.
      if source == .prompt, !turn.isPasted, !question.rounds.isEmpty {
        drawVote { $0.question + $0.bars }
      }
      return true
    }
    switch text {
    case Command.reveal.name: tellVote(question)
    case Command.leave.name:
      vote = nil
      say(VoteQuestion.ending)
    case Command.vote.name: drawVote { $0.question + $0.bars }
    default:
      guard try count(text) else { return false }
    }
    if isRecorded { keep(text) }
    return true
  }

  /// Refuses a line that names the tensor whose shape is asked for.
  func refuseTelling(_ line: String) throws(Complaint) {
    guard veil.namesAskedShape(line, in: machine) else { return }
    throw Complaint(askedShapeTold(by: spelledOut(Self.withoutColons(line))))
  }

  /// Refuses a command that is there to tell what is asked.
  func refuseTelling(_ command: Command, at column: Int) throws(Complaint) {
    guard asked?.isTold(by: command) == true else { return }
    throw Complaint(
      .vote(.tells(command.name, what: "where the mistake is", isVote: vote != nil)), at: column)
  }

  /// Why something is refused that would tell the shape that is asked for.
  func askedShapeTold(by text: String) -> Problem {
    let name = asked?.name.map { self.name(of: $0.quantity, layer: $0.layer) } ?? ""
    return .vote(.tells(text, what: "the shape of \(name)", isVote: vote != nil))
  }

  /// What is said in place of a number that may not be seen.
  func coveredSentence(_ quantity: Quantity, layer: Int) -> String {
    let name = name(of: quantity, layer: layer)
    let isAsked = vote == nil && asked?.name == TensorName(quantity, layer: layer)
    return isAsked
      ? "\(name) is asked; an answer, or 'solution', shows it"
      : "\(name) is covered; 'reveal' shows it"
  }

  /// Counts the votes of a line; `false` where it is something else.
  private mutating func count(_ text: String) throws(Complaint) -> Bool {
    guard let question = vote, !text.hasPrefix(":"), Self.helpTopic(in: text) == nil else {
      return false
    }
    do throws(VoteFault) {
      guard let counts = try VoteCounts(text, letters: question.letters) else {
        guard !isRunnable(text), let word = Arguments(text)?.command else { return false }
        throw .noCount(word)
      }
      let isRecount = question.rounds.count == VoteQuestion.rounds
      vote?.count(counts.votes)
      drawVote { $0.bars }
      if isRecount { say("the second vote, counted anew") }
    } catch { throw Complaint(.vote(error)) }
    return true
  }

  /// Tells the answer, and where the others come from.
  private mutating func tellVote(_ question: VoteQuestion) {
    vote = nil
    draw { look in VoteScreen(vote: question, look: look).revealed }
    if case .step(let bug) = question.asked.subject {
      aids.named = question.answers.first(where: \.isRight)?.named ?? aids.named
      guard machine.bug == bug else { return }
      aids.bugFound = bug
      return say("'fix' takes it out, 'another' asks that step on other numbers")
    }
    guard let named = question.favouriteMistake?.named else { return }
    aids.named = named
    say("'another' asks the step of the wrong answer with the most votes on other numbers")
  }

  private mutating func drawVote(_ facts: (VoteScreen) -> [Fact]) {
    guard let question = vote else { return }
    ask { session in
      session.draw { look in facts(VoteScreen(vote: question, look: look)) }
    }
  }

  /// Says what belongs to the question itself, which hides from others what it asks.
  mutating func ask(_ body: (inout Session) -> Void) {
    let (open, hidden) = (vote, player?.asked?.hidden)
    vote = nil
    player?.asked?.hidden = nil
    body(&self)
    vote = open
    player?.asked?.hidden = hidden
  }
}
