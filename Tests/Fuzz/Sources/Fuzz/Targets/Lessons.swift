@testable import EpynnLessons
@testable import EpynnShell

extension Target {
  /// A lesson's file: read, tested, brought up to date so that it reads again, and played.
  static let lesson = Target(
    name: "lesson", maximumLength: 3_000, dictionary: { formatWords },
    seeds: { [] }, fixtures: ["../lessons"],
    run: { bytes in
      guard let lesson = try? Lesson(reading: bytes) else { return refuse(bytes) }
      let test = LessonTest(file: "l.md", surroundings: hurried)
      let updated = test.updated(bytes, of: lesson).bytes
      guard let again = try? Lesson(reading: updated) else {
        violated("what is updated reads no more")
      }
      require(
        again.items.count == lesson.items.count, "what is updated has other items")
      var typist = Typist()
      typist.disk.put(bytes, at: "l.md")
      typist.play("l.md")
      for line in [
        "", "", "1", "hint", "solution", "", "W = 2 * W", "", "", "skip", "", "previous", "",
      ] {
        typist.type(line)
      }
      typist.type("leave")
    })

  /// An exercise's lines: read, and drawn for somebody where they can be.
  static let exercise = Target(
    name: "exercise", maximumLength: 1_000, dictionary: { formatWords },
    seeds: { [] }, fixtures: ["EpynnShellTests/Fixtures/exercises"],
    run: { bytes in
      guard let lesson = try? Lesson(reading: bytes) else { return refuse(bytes) }
      for case .exercise(let block) in lesson.items.map(\.content) {
        do throws(Complaint) {
          let own = try ExerciseReader(block: block, file: "e.md").exercise()
          if let id = StudentID.sample { _ = try own.drawn(for: id) }
        } catch { requireTame(error.problem.sentence.visible, of: "an exercise") }
      }
    })

  /// What is said of a lesson that cannot be read.
  private static func refuse(_ bytes: [UInt8]) {
    var typist = Typist()
    typist.disk.put(bytes, at: "l.md")
    typist.play("l.md")
  }

  private static let hurried: Surroundings = {
    let impatience = Impatience()
    return Surroundings(isInterrupted: { impatience.isOver })
  }()

  private static var formatWords: [String] {
    [
      "```", "```epynn\n> ", "```epynn refused\n> ", "```question\n", "```exercise\n",
      "```lesson\n", "~~~", "\n```\n",
    ]
      + FormatEntry.all.compactMap(\.key).map { "\($0): " }
  }
}
