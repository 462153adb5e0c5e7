import EpynnCore
import EpynnLessons

/// A lesson in play: where it stands, what was asked, and what it will give back at its end.
struct LessonPlayer: Sendable {
  let lesson: Lesson
  /// Under which progress is kept: what the lesson calls itself, else its file's name.
  let id: String
  /// The session as it was before the lesson.
  let outside: ScriptState
  /// The item that comes next, or is being answered.
  var item = 0
  /// The line of a transcript that comes next.
  var exchange = 0
  /// The question at hand once it was shown.
  var asked: AskedQuestion?
  private(set) var hintsGiven = 0
  /// What became of the questions so far that is no answer yet, by their names.
  private var tried: [String: TriedQuestion] = [:]
  /// How the questions so far went.
  var answers: [LessonProgress.Answer] = []
  /// The session as the script knows it, while the person is on an aside.
  var script: ScriptState?

  init(lesson: Lesson, id: String, outside: ScriptState) {
    self.lesson = lesson
    self.id = id
    self.outside = outside
  }

  /// What a lesson changes and gives back.
  struct ScriptState: Sendable {
    let timeline: Timeline
    /// The layer that a bare name means.
    let layer: Int
    let shown: ShownState
    let bookmarks: Bookmarks
    let vote: VoteQuestion?
  }

  var current: Lesson.Content? {
    lesson.items.indices.contains(item) ? lesson.items[item].content : nil
  }

  /// The question that waits for its answer.
  var question: Question? {
    asked?.question
  }

  /// The line that the script would run next.
  var nextExchange: Exchange? {
    guard case .transcript(let exchanges) = current, exchanges.indices.contains(exchange) else {
      return nil
    }
    return exchanges[exchange]
  }

  var hasAsked: Bool { asked != nil }

  var isAside: Bool { script != nil }

  /// What was answered wrongly to the question at hand.
  var wrongAnswers: [String] { record?.attempts.map(\.text) ?? [] }

  /// Whether the question at hand was answered by nothing but the person so far.
  var isUnaided: Bool {
    hintsGiven == 0 && record.map { $0.hints == 0 && $0.attempts.isEmpty } ?? true
  }

  private var record: TriedQuestion? { questionName.flatMap { tried[$0] } }

  /// As the file that keeps progress has it: it may have been tried at another time.
  private var questionName: String? { lesson.questionNames[item].map(ProgressBook.field) }

  /// Stands before another item.
  mutating func go(to index: Int) {
    item = index
    exchange = 0
    asked = nil
    hintsGiven = 0
  }

  /// Stands at a question that is on the screen from now on, in seconds.
  mutating func ask(_ question: AskedQuestion, at now: Double) {
    asked = question
    note { $0.look(at: now) }
  }

  /// Notes a wrong answer to the question at hand.
  mutating func note(wrong text: String, mistake: String?, at now: Double) {
    note {
      $0.look(at: now)
      $0.attempts.append(LessonProgress.Attempt(text: text, mistake: mistake))
    }
  }

  /// Goes a hint further.
  mutating func giveHint() {
    hintsGiven += 1
    note { [hintsGiven] in $0.hints = max($0.hints, hintsGiven) }
  }

  /// Notes something of the question at hand until it is settled.
  private mutating func note(_ change: (inout TriedQuestion) -> Void) {
    guard let questionName, !answers.contains(where: { $0.question == questionName }) else {
      return
    }
    change(&tried[questionName, default: TriedQuestion()])
  }

  /// Goes on with the questions that were tried before and are open.
  mutating func take(upOpen kept: [LessonProgress.Answer]) {
    for answer in kept where answer.outcome == .open {
      tried[answer.question] = TriedQuestion(answer)
    }
  }

  /// Notes how the question at hand went, the first time only, and goes on.
  mutating func settle(_ outcome: LessonProgress.Outcome, at now: Double) {
    note { $0.look(at: now) }
    if let questionName, !answers.contains(where: { $0.question == questionName }) {
      let record = record ?? TriedQuestion()
      answers.append(record.answer(to: questionName, outcome, item: item + 1))
    }
    go(to: item + 1)
  }

  /// The questions that were tried and are not settled, in the lesson's order.
  private var openAnswers: [LessonProgress.Answer] {
    guard !tried.isEmpty else { return [] }
    let names = lesson.questionNames.sorted { $0.key < $1.key }
    return names.compactMap { item, name in
      let name = ProgressBook.field(name)
      guard let record = tried[name], record.isTold,
        !answers.contains(where: { $0.question == name })
      else { return nil }
      return record.answer(to: name, .open, item: item + 1)
    }
  }

  var progress: LessonProgress {
    LessonProgress(
      id: id, version: lesson.version, title: lesson.title, item: item,
      items: lesson.items.count, heading: lesson.heading(ofItem: item),
      answers: answers + openAnswers)
  }
}

extension LessonPlayer: Dialogue {
  func prompt(in session: Session) -> String? {
    if question != nil, !isAside { return "answer> " }
    return session.prompt(of: isAside ? "aside" : "lesson")
  }

  var joinsLines: Bool { question == nil }

  /// Enter goes on; what a person types may be the script's line, an answer, or an aside.
  func takes(_ line: String, in session: inout Session) throws(Complaint) -> Bool {
    guard session.source == .prompt else { return false }
    guard !line.trimmingSpaces.isEmpty else {
      session.advanceLesson()
      return true
    }
    return try session.takeInLesson(line)
  }

  func interrupted(in session: Session) -> (rest: LessonPlayer?, sentence: String)? { nil }
}

extension Session {
  /// The lesson that plays.
  var player: LessonPlayer? {
    get { dialogues[LessonPlayer.self] }
    set { dialogues[LessonPlayer.self] = newValue }
  }
}
