/// How a lesson went for a class.
struct ClassLesson: Sendable {
  let id: String
  private(set) var title = ""
  /// Who played which version.
  private(set) var versions: [String: Set<Int>] = [:]
  /// Who began it.
  private(set) var begun: Set<Int> = []
  private var answers: [String: ClassQuestion] = [:]

  init(id: String) { self.id = id }

  mutating func add(_ row: ProgressRow, of person: Int) {
    begun.insert(person)
    // Of several titles the one that is first by its letters, so that no order of files matters.
    if title.isEmpty || !row.title.isEmpty && row.title < title { title = row.title }
    if !row.version.isEmpty { versions[row.version, default: []].insert(person) }
    guard let answer = row.answer else { return }
    let key = LessonProgress.Answer.key(of: answer.question)
    answers[key, default: ClassQuestion(text: answer.question)].add(answer, of: person)
  }

  var hasAnswers: Bool { !answers.isEmpty }

  /// The questions in the lesson's order, as far as anybody says where they stand.
  var questions: [ClassQuestion] {
    // Where each stands is counted once, and not at each comparison.
    answers.values.map { (item: $0.item ?? .max, question: $0) }
      .sorted { ($0.item, $0.question.text) < ($1.item, $1.question.text) }
      .map(\.question)
  }

  /// The wrong answers, those that most people gave first.
  var wrongAnswers: [ClassQuestion.WrongAnswer] {
    questions.flatMap(\.wrongAnswers).sorted {
      ($1.people, $0.item ?? .max, $0.text) < ($0.people, $1.item ?? .max, $1.text)
    }
  }
}
