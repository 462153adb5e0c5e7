import EpynnCore
import EpynnLessons
import Paths

/// Playing a lesson: Enter goes on, typed lines count or lead aside, questions wait.
extension Session {
  /// Plays a lesson from an item counted from 0; `nil` is where the person stopped last.
  mutating func begin(
    _ lesson: Lesson, named name: String, file: String? = nil, from start: Int? = nil
  ) throws(Complaint) {
    try refuseUnanswerable(lesson, named: name)
    let id = lesson.id ?? Self.lessonName(name)
    let kept = progressBook()[id]
    let (before, outside) = (self, player?.outside ?? moment)
    emptyForScript()
    scripts.lesson = file
    player = LessonPlayer(lesson: lesson, id: id, outside: outside)
    if let kept, kept.version == lesson.version { player?.take(upOpen: kept.answers) }
    let count = lesson.items.count
    say(
      "\(lesson.title.quoted(limit: 100)): \(count.counted("item")). Enter goes on; 'leave' ends the lesson."
    )
    do throws(Complaint) {
      if let start { try jump(toItem: start) }
      if start == nil, let kept { try resume(kept.resumption(in: lesson), count: count) }
    } catch {
      self = before
      throw error
    }
    advanceLesson()
  }

  private mutating func resume(
    _ kept: LessonProgress.Resumption, count: Int
  ) throws(Complaint) {
    switch kept {
    case .start: break
    case .again: say("you have finished it before; here it begins again")
    case .changed: say("it was changed since you played it; it begins again")
    case .item(let item):
      try jump(toItem: item)
      say("you stopped before item \(item + 1); 'goto 1' begins again")
    case .finished(let item):
      try jump(toItem: item)
      say("you have finished it before; you stopped before item \(item + 1), 'goto 1' begins again")
    case .heading(let heading, let item):
      try jump(toItem: item)
      say(
        "it was changed since you played it; you stopped in '\(heading.quoted())'."
          + " 'goto 1' begins again")
    }
  }

  /// A question that nobody could answer is refused before the lesson begins.
  private func refuseUnanswerable(_ lesson: Lesson, named name: String) throws(Complaint) {
    for item in lesson.items {
      guard case .question(let question) = item.content, question.choices.isEmpty,
        question.accepted.isEmpty, question.vote == nil
      else { continue }
      do throws(Failure) { _ = try Expression(parsing: question.answer) } catch {
        throw Complaint(.unanswerable(name, line: item.line, question.answer, error.fault))
      }
    }
  }

  /// A file's name without its folder and its ending.
  private static func lessonName(_ name: String) -> String {
    let file = PathParts(name).name
    return file.hasSuffix(".md") ? String(file.dropLast(".md".count)) : file
  }

  /// Enter: back from an aside, else the next item or line of the script.
  mutating func advanceLesson() {
    guard var player else { return }
    if let script = player.script {
      restore(script)
      player.script = nil
      self.player = player
      say("back in the lesson")
      if let question = player.question { ask(question) }
      return
    }
    switch player.current {
    case nil:
      return endLesson(saying: "that was the lesson; what you had before it is back")
    case .prose(let markdown):
      draw { _ in [.markdown(markdown)] }
      player.go(to: player.item + 1)
    case .question(let question):
      do throws(Complaint) {
        let asked = if let asked = player.asked { asked } else { try lettered(question) }
        player.ask(asked, at: surroundings.seconds())
        ask(asked.question)
      } catch {
        // What nobody can be asked is said and passed over; a test of the lesson tells its line.
        say(error.problem.sentence)
        player.go(to: player.item + 1)
      }
    case .exercise(let block):
      self.player = player
      return beginExercise(block)
    case .transcript:
      self.player = player
      // Lines that print nothing need no Enter of their own.
      while let exchange = player.nextExchange {
        echo(exchange.command.quoted(limit: 1_000))
        runInLesson(exchange.command)
        // What it leads to is missing: it is there to be run again.
        guard !surroundings.isInterrupted() else { return say("Enter runs it again") }
        player.exchange += 1
        self.player?.exchange += 1
        if !Self.withoutSilencer(exchange.command).1 { break }
      }
      if player.nextExchange == nil { player.go(to: player.item + 1) }
    }
    self.player = player
  }

  /// A line typed while a lesson plays; `false` where it is no business of the lesson's.
  mutating func takeInLesson(_ line: String) throws(Complaint) -> Bool {
    guard let player else { return false }
    var text = line.trimmingSpaces
    if text.hasPrefix(":") {
      text.removeFirst()
      if Self.steers(text) {
        try run(text, from: .prompt, insideLesson: false)
      } else {
        try wander(text)
      }
      return true
    }
    if let question = player.question, !player.isAside {
      return try Self.wordsAtAQuestion.contains(text) ? false : take(text, asAnswerTo: question)
    }
    if Self.steers(text) { return false }
    if let next = player.nextExchange, !player.isAside, counts(text, as: next) {
      advanceLesson()
      return true
    }
    try wander(text)
    return true
  }

  static let wordsAtAQuestion: Set<String> = [
    "hint", "solution", "skip", "again", "previous", "help", "quit", "leave",
  ]

  /// Whether a line leads through the lesson, and is none of it.
  static func steers(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let command = words.first.flatMap({ Command.exact(String($0)) }) else { return false }
    return command.steersLessons
      || command.name == "goto" && words.count == 2 && Int(words[1]) != nil
  }

  /// Whether a typed line does what the script's next line does.
  private func counts(_ text: String, as exchange: Exchange) -> Bool {
    let wanted = exchange.command.trimmingSpaces
    if text == wanted || text + ";" == wanted { return true }
    // The script's line may take long: it is rehearsed only for one that changes something too.
    let typed = Rehearsal(of: text, from: .prompt, in: self).session
    guard typed.changes(since: self) else { return false }
    let scripted = Rehearsal(of: wanted, from: .lesson, in: self).session
    return scripted.changes(since: self) && !typed.changes(since: scripted)
  }

  /// Runs a line that is not the script's: one that changes something, on a copy of the state.
  mutating func wander(_ text: String) throws(Complaint) {
    let before = moment
    let earlier = self
    try run(text, from: .prompt, insideLesson: false)
    guard var player, !player.isAside, changes(since: earlier) else { return }
    player.script = before
    self.player = player
    say("this is an aside; Enter goes back to the lesson")
  }

  /// Whether the machine, or what `predict` asks, is not what it was.
  private func changes(since earlier: Session) -> Bool {
    machine != earlier.machine || aids.prediction != earlier.aids.prediction
      || predictionQuestion != earlier.predictionQuestion
  }

  /// Shows a line of the script before what it prints.
  private mutating func echo(_ command: String) {
    guard look.isSpoken else { return turn.output.lines.append(Line("> \(command)")) }
    let line = Line("the lesson types: ") + Line(command, .typed)
    turn.output.lines += Page([.line(line, in: .screen)], look).lines
  }

  private mutating func runInLesson(_ line: String) {
    do throws(Complaint) {
      try run(Self.checked(Array(line.utf8)), from: .lesson, insideLesson: false)
    } catch {
      turn.output.lines += page(about: error, line: line, from: .script).lines
    }
  }

  /// Stands before an item, in the state to which the script's lines before it lead.
  ///
  /// - Throws: `.interrupted`; then nothing is changed.
  mutating func jump(toItem index: Int) throws(Complaint) {
    guard let player else { return }
    var there = self
    there.emptyForScript()
    for item in player.lesson.items.prefix(index) {
      guard case .transcript(let exchanges) = item.content else { continue }
      for exchange in exchanges { there.runInLesson(exchange.command) }
    }
    guard !surroundings.isInterrupted() else { throw Complaint(.core(.interrupted)) }
    there.turn.output.cut(to: turn.output.lines.count)
    there.player?.script = nil
    there.player?.go(to: index)
    self = there
    tellsWhatIsDone()
  }

  /// What a lesson begins with, whatever was there before.
  private mutating func emptyForScript() {
    timeline = Timeline(.example(within: .lesson, patience: machine.patience))
    show(as: ShownState())
    vote = nil
    card = LastCard()
    bookmarks = Bookmarks()
  }

  mutating func endLesson(saying sentence: String) {
    guard let player else { return }
    restore(player.outside)
    self.player = nil
    say(sentence)
  }

  var moment: LessonPlayer.ScriptState {
    LessonPlayer.ScriptState(
      timeline: timeline, layer: card.layer, shown: shown, bookmarks: bookmarks, vote: vote)
  }

  mutating func restore(_ moment: LessonPlayer.ScriptState) {
    timeline = moment.timeline
    bookmarks = moment.bookmarks
    show(as: moment.shown)
    vote = moment.vote
    card = LastCard(layer: moment.layer)
  }
}
