import EpynnCore
import EpynnLessons

/// Finding lessons: those inside the program by name, a person's own by file.
extension Session {
  mutating func lesson(_ arguments: Arguments) throws(Complaint) {
    guard !arguments.text.isEmpty else { return listLessons() }
    let name = Self.unquoted(arguments.text)
    if name.hasSuffix(".md") || name.contains("/") { return try playLesson(inFile: name) }
    guard let lesson = LessonLibrary.lesson(named: name) else {
      let nearest = Nearest.match(for: name, among: LessonLibrary.names)
      throw Complaint(.noSuchLesson(name, nearest: nearest), at: arguments.column)
    }
    guard source == .prompt else { throw Complaint(.lessonWithoutPerson(name)) }
    try begin(lesson, named: name)
  }

  /// Plays the lesson in a file, from an item counted from 0 where one is given.
  mutating func playLesson(inFile name: String, from start: Int? = nil) throws(Complaint) {
    guard source == .prompt, loading.isEmpty else { throw Complaint(.lessonWithoutPerson(name)) }
    let bytes: [UInt8]
    switch surroundings.read(name) {
    case .success(let content): bytes = content
    case .failure(let fault): throw Complaint(.file(name, fault))
    }
    let lesson: Lesson
    do throws(LessonFault) { lesson = try Lesson(reading: bytes) } catch {
      throw Complaint(.inLesson(name, error))
    }
    if let start, !lesson.items.indices.contains(start) {
      throw Complaint(.noSuchItem(start + 1, count: lesson.items.count))
    }
    try begin(lesson, named: name, file: name, from: start)
  }

  mutating func listLessons() {
    let book = progressBook()
    let own = book.lessons.filter { !LessonLibrary.names.contains($0.id) }
    let rows =
      LessonLibrary.all.map { name, lesson in
        let questions = lesson.items.count {
          if case .question = $0.content { true } else { false }
        }
        return [
          name, lesson.title, "\(lesson.items.count) items, asks \(questions)×",
          book[name]?.text ?? "",
        ].map { Line(look.legible($0)) }
      }
      + own.map { kept in
        [kept.id.quoted(limit: 20), kept.title.quoted(limit: 30), "\(kept.items) items", kept.text]
          .map { Line($0) }
      }
    let table = Table(header: ["name", "title", "length", "you"], rows: rows)
    output.lines += table.lines(gap: 2).flatMap { $0.indented(by: 2).folded(to: screen.width) }
    say("'lesson NAME' begins one, or goes on where you stopped; 'lesson FILE.md' plays your own.")
  }
}
