import EpynnLessons

extension Command {
  static let lessons = Command(
    "lessons", .lessons, "list the lessons, and how far you got", example: "lessons",
    isForLessons: false
  ) { session, _ in
    session.listLessons()
  }
}

extension Session {
  mutating func listLessons() {
    let book = progressBook()
    let own = book.lessons.filter { !LessonLibrary.names.contains($0.id) }
    let rows =
      LessonLibrary.all.map { name, lesson in
        let questions = lesson.items.count {
          if case .question = $0.content { true } else { false }
        }
        return [
          name, lesson.title, "\(lesson.items.count.counted("item")), asks \(questions)×",
          book[name]?.text ?? "",
        ]
      }
      + own.map { kept in
        [kept.id.quoted(limit: 20), kept.title.quoted(limit: 30), "\(kept.items) items", kept.text]
      }
    let table = Table(header: ["name", "title", "length", "you"], rows: rows)
    draw { _ in [.table(table)] }
    say("'lesson NAME' begins one, or goes on where you stopped; 'lesson FILE.md' plays your own.")
  }
}
