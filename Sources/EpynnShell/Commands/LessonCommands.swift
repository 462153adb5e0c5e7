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
    begin(lesson, named: name)
  }

  mutating func playLesson(inFile name: String) throws(Complaint) {
    guard loading.isEmpty, isAtPrompt else { throw Complaint(.notInALesson("lesson")) }
    let bytes: [UInt8]
    switch surroundings.read(name) {
    case .success(let content): bytes = content
    case .failure(let fault): throw Complaint(.file(name, fault))
    }
    let lesson: Lesson
    do throws(LessonFault) { lesson = try Lesson(reading: bytes) } catch {
      throw Complaint(.inLesson(name, error))
    }
    begin(lesson, named: name, file: name)
  }

  mutating func listLessons() {
    let rows = LessonLibrary.all.map { name, lesson in
      let questions = lesson.items.filter { if case .question = $0.content { true } else { false } }
      return [name, lesson.title, "\(questions.count) questions"].map { Line($0) }
    }
    let table = Table(header: ["name", "title", "asks"], rows: rows)
    output.lines += table.lines(gap: 3).flatMap { $0.indented(by: 2).folded(to: screen.width) }
    say("'lesson NAME' begins one.")
  }
}
