import EpynnCore
import EpynnLessons

extension Command {
  static let lesson = Command(
    "lesson", .lessons, takes: [wantedLesson], "be led and asked; 'lessons' lists them",
    example: "lesson one-neuron",
    details: [
      "Enter goes on. Lines of your own are answered; one that changes something is an aside,"
        + " and Enter comes back.",
      "At a question: hint, solution, skip, again, previous; a ':' in front makes any line a"
        + " command. 'leave' ends the lesson.",
    ], isForLessons: false
  ) { session, given throws(Complaint) in
    guard let name = try given[wantedLesson] else { return session.listLessons() }
    try session.lesson(name)
  }

  private static let wantedLesson = OptionalPositional(
    "NAME or FILE", .file { LessonLibrary.names.map { Suggestion($0) } })
}

/// Finding lessons: those inside the program by name, a person's own by file.
extension Session {
  fileprivate mutating func lesson(_ argument: Argument<String>) throws(Complaint) {
    let name = argument.value
    if name.hasSuffix(".md") || name.contains("/") { return try playLesson(inFile: name) }
    guard let lesson = LessonLibrary.lesson(named: name) else {
      let nearest = Nearest.match(for: name, among: LessonLibrary.names)
      throw Complaint(.noSuchLesson(name, nearest: nearest), at: argument.column)
    }
    guard source == .prompt else { throw Complaint(.lessonWithoutPerson(name)) }
    try begin(lesson, named: name)
  }

  /// Plays the lesson in a file, from an item counted from 0 where one is given.
  mutating func playLesson(inFile name: String, from start: Int? = nil) throws(Complaint) {
    guard source == .prompt, scripts.loading.isEmpty else {
      throw Complaint(.lessonWithoutPerson(name))
    }
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
}
