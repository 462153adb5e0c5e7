/// What `epynn-repl class` prints: who handed in, then each lesson with its questions, the most
/// frequent wrong answers, and who has not begun it.
struct ClassScreen {
  let book: ClassBook

  /// The most wrong answers of a lesson that are shown.
  private static let wrongLimit = 8

  var facts: [Fact] {
    let lessons = book.lessons.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    let notes = ClassNotes(book: book)
    var facts = notes.handedIn.map(Self.sentence)
    if lessons.isEmpty, let names = notes.notBegun(Array(book.people.indices)) {
      facts.append(Self.sentence(names))
    }
    for lesson in lessons { facts += [.gap] + self.facts(about: lesson, notes) }
    if lessons.contains(where: \.hasAnswers) { facts += [.gap, Self.legend] }
    let further = notes.twice + notes.sameNames + notes.nameless
    return facts + (further.isEmpty ? [] : [.gap]) + further.map(Self.sentence)
  }

  private static func sentence(_ text: String) -> Fact { .sentence(text, in: .page) }

  private static let legend = sentence(
    "first: right at the first try; helped: after a wrong answer or a hint; shown: by 'solution';"
      + " open: wrong so far; none: not begun; wrong: wrong answers")

  private func facts(about lesson: ClassLesson, _ notes: ClassNotes) -> [Fact] {
    let count = book.people.count
    let title = lesson.title.isEmpty ? lesson.id : "\(lesson.title) (\(lesson.id))"
    var facts = [
      Self.sentence("\(title.quoted(limit: 100)): \(lesson.begun.count) of \(count) began it")
    ]
    facts += [notes.notBegun(book.people.indices.filter { !lesson.begun.contains($0) })]
      .compactMap { $0.map(Self.sentence) }
    facts += [notes.versions(of: lesson)].compactMap { $0.map(Self.sentence) }
    guard lesson.hasAnswers else { return facts }
    return facts + [.table(table(of: lesson.questions))] + wrongAnswers(of: lesson)
  }

  private func table(of questions: [ClassQuestion]) -> Table {
    let header = ["item", "first", "helped", "shown", "skip", "open", "none", "wrong"]
    let rows = questions.map { question in
      let numbers =
        LessonProgress.Outcome.allCases.map { question.count(of: $0) }
        + [book.people.count - question.peopleCount, question.tries]
      let cells = [question.item.map(String.init) ?? ""] + numbers.map(String.init)
      return zip(cells, header).map { cell, title in
        String(repeating: " ", count: max(title.count - cell.count, 0)) + cell
      } + [question.text]
    }
    var table = Table(header: header + ["question"], rows: rows)
    table.isCut = true
    return table
  }

  private func wrongAnswers(of lesson: ClassLesson) -> [Fact] {
    let frequent = lesson.wrongAnswers.prefix(Self.wrongLimit)
    guard !frequent.isEmpty else { return [] }
    let entries = frequent.map { wrong in
      Listing.Entry(
        [
          "\(wrong.people) ×", wrong.item.map { "item \($0)" } ?? "", wrong.text.quoted(limit: 20),
        ],
        [wrong.mistake?.quoted(limit: 200) ?? "no mistake is known for it"])
    }
    var listing = Listing(entries: Array(entries), hanging: 2)
    listing.isNumbered = true
    return [
      .line("most frequent wrong answers, by how many gave them:", indent: 2), .listing(listing),
    ]
  }
}
